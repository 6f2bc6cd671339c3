// Guesses whether the editor thinks the focus belongs to a deck. It does not say; and a thread that changes takes the focus
// back as soon as the writer has once clicked or gone to a row of it, so keys meant for the script would be lost.

/**
 * `untouched`: the thread is as it was created, and takes nothing. `inside`: the writer is in it by a way we know, and the
 * focus may stay there. `touched`: the writer may have been in it and is in the script now: replace the thread, never change it.
 */
export type Touch = 'untouched' | 'inside' | 'touched';

/** A writer who types on within this time cannot have been in the deck meanwhile. */
const PAUSE_MS = 1200;

export class DeckTouch {
  private touch: Touch = 'untouched';
  private lastInScript = 0;

  get mayChange(): boolean {
    return this.touch !== 'touched';
  }


  /** A new thread stands in the deck's place. */
  created(now: number): void {
    this.touch = 'untouched';
    this.lastInScript = now;
  }

  /** The writer used the deck: a button, a box, or our command to go there. */
  entered(): void {
    this.touch = 'inside';
  }

  /** The script was clicked into: the writer may come from the deck. */
  clickedScript(now: number): void {
    this.touch = 'touched';
    this.lastInScript = now;
  }

  /** The script was typed into, or the cursor moved by keys. */
  workedInScript(now: number): void {
    if (this.touch === 'inside' || now - this.lastInScript > PAUSE_MS) {
      this.touch = 'touched';
    }
    this.lastInScript = now;
  }
}
