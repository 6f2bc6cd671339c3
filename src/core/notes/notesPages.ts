// The pages that notes are asked on: scene by scene with their numbers, cut into runs that fit.
import type { Span } from '../fountain/elements';
import type { Script } from '../fountain/script';
import { sceneIndexAt, scenesOf } from '../script/outline';
import { estimateTokens } from '../suggest/estimateTokens';
import { clipTo } from '../suggest/request/clip';
import { materialIn } from '../suggest/request/material';

/** One element of the pages as it is sent. */
export interface Piece {
  readonly from: number;
  readonly text: string;
  readonly gap: boolean;
  /** The scene it is in, counted from 1; 0 before the first. */
  readonly scene: number;
  /** It is the first of its scene. */
  readonly begins: boolean;
  readonly tokens: number;
}

/** Between two pieces, with the number of a scene above. */
const SEAM_TOKENS = estimateTokens('\n\n10000. (goes on)\n');

/** The elements that begin in a span, each with its scene. */
export function pagesOf(script: Script, span: Span): readonly Piece[] {
  const scenes = scenesOf(script);
  const pieces: Piece[] = [];
  for (const { from, text, gap } of materialIn(script, span)) {
    const index = sceneIndexAt(scenes, from);
    const seam = pieces.at(-1)?.scene === index + 1 ? 2 : SEAM_TOKENS;
    pieces.push({ from, text, gap, scene: index + 1, begins: scenes[index]?.from === from, tokens: estimateTokens(text) + seam });
  }
  return pieces;
}

/**
 * Runs of consecutive pieces of at most `tokens` each, cut between scenes wherever a whole scene fits before the cut.
 * A piece that alone is longer is a run by itself.
 */
export function splitPages(pieces: readonly Piece[], tokens: number): readonly (readonly Piece[])[] {
  const runs: Piece[][] = [];
  let run: Piece[] = [];
  let taken = 0;
  for (const piece of pieces) {
    if (run.length > 0 && taken + cost(piece) > tokens) {
      const cut = piece.begins ? run.length : run.findLastIndex((one) => one.begins);
      const rest = cut > 0 ? run.splice(cut) : [];
      runs.push(run);
      run = rest;
      taken = rest.reduce((sum, one) => sum + cost(one), 0);
      // What was carried over may still be too much with this piece: a scene longer than a request.
      if (run.length > 0 && taken + cost(piece) > tokens) {
        runs.push(run);
        run = [];
        taken = 0;
      }
    }
    run.push(piece);
    taken += cost(piece);
  }
  return run.length > 0 ? [...runs, run] : runs;
}

/** Any piece may turn out the first of a run, and then has its scene's number above it. */
function cost({ tokens }: Piece): number {
  return tokens + 1;
}

/** The pieces as text, each scene under its number, at most `tokens` long: only a piece longer than a request is ever clipped. */
export function pagesText(pieces: readonly Piece[], tokens: number): string {
  let text = '';
  let scene = 0;
  for (const piece of pieces) {
    if (piece.scene !== scene) {
      text += `${text === '' ? '' : '\n\n'}${piece.scene}.${piece.begins ? '' : ' (goes on)'}\n`;
      scene = piece.scene;
    } else if (text !== '') {
      text += piece.gap ? '\n\n' : '\n';
    }
    text += piece.text;
  }
  return clipTo(text, Math.max(0, tokens));
}
