// Stretches of a script that go along with what the writer writes meanwhile, until nobody needs them any more.
import type { Span } from '../core/fountain/elements';
import { findMarked, markSpan, type MarkedSpan } from '../core/notes/followScope';
import { mapSpan } from '../core/proposals/mapSpan';
import type { ScriptStore } from '../host/scriptStore';
import { openScript } from '../review/scriptOf';

export interface FollowedSpans {
  /** As they are now, each at its index; one that cannot be found again is empty. */
  readonly now: readonly Span[];
  dispose(): void;
}

const NOWHERE: Span = { from: 0, to: 0 };

/** Follows stretches of an open script through edits, and through its being closed and opened again. */
export function followSpans(uri: string, spans: readonly Span[], scripts: ScriptStore): FollowedSpans {
  let now = spans;
  const script = openScript(scripts, uri);
  // What is known of them should the way from one state of the script to the next ever be missing.
  let marked: readonly MarkedSpan[] = script ? spans.map((span) => markSpan(script, span)) : [];
  const changing = scripts.onDidChange((change) => {
    if (change.document.uri.toString() === uri) {
      now = change.before ? now.map((span) => mapSpan(span, change.edits).wide) : marked.map((mark) => findMarked(mark, change.script) ?? NOWHERE);
    }
  });
  const closing = scripts.onDidClose((document) => {
    if (document.uri.toString() === uri) {
      const last = scripts.get(document);
      marked = now.map((span) => markSpan(last, span));
    }
  });
  return {
    get now() {
      return now;
    },
    dispose: () => {
      changing.dispose();
      closing.dispose();
    },
  };
}

/** Some of the stretches, without those that are gone; neighbours are one. Letting go of it lets go of all. */
export function someOf(all: FollowedSpans, indices: readonly number[]): FollowedSpans {
  return {
    get now() {
      const merged: Span[] = [];
      for (const { from, to } of indices.flatMap((index) => all.now[index] ?? []).filter((span) => span.to > span.from)) {
        const last = merged.at(-1);
        if (last?.to === from) {
          merged.splice(-1, 1, { from: last.from, to });
        } else {
          merged.push({ from, to });
        }
      }
      return merged;
    },
    dispose: () => all.dispose(),
  };
}
