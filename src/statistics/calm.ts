// When to do again what follows the writing: in the pauses, and now and then while there is none.

/** Calls back a pause after the last asking; while asked on and on, `most` milliseconds after the first one at the latest. */
export class Calm {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private due = 0;

  constructor(
    private readonly pause: number,
    private readonly most: number,
    private readonly work: () => void,
  ) {}

  ask(): void {
    const now = Date.now();
    this.due = this.timer === undefined ? now + this.most : this.due;
    clearTimeout(this.timer);
    this.timer = setTimeout(
      () => {
        this.timer = undefined;
        this.work();
      },
      Math.max(0, Math.min(this.pause, this.due - now)),
    );
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}
