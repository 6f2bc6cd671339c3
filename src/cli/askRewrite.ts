// What a call of rewrite asks for: which stretch of the script, which way, how long.
import type { Wish } from '../core/drafts/draft';
import type { Span } from '../core/fountain/elements';
import { parse } from '../core/fountain/parse';
import { textOf, type Script } from '../core/fountain/script';
import { REWRITE_DIRECTIONS, rewriteInstruction } from '../core/rewrite/directions';
import { stretchOf } from '../core/rewrite/stretch';
import { wishIn } from '../core/rewrite/wishIn';
import { scenesOf } from '../core/script/outline';
import { onlyFile, readOptions } from './options';
import { readScript } from './readScript';
import { noScene, sceneNumbered } from './sceneRange';
import { InputError, UsageError, type Io } from './verb';

export interface Rewriting {
  readonly script: Script;
  readonly span: Span;
  readonly title: string;
  readonly direction?: string;
  readonly wish: Wish;
  /** The scene to take the manner from. */
  readonly like?: Span;
  /** Print the request and send nothing. */
  readonly prompt: boolean;
  readonly json: boolean;
}

/** Reads a call of `rewrite`. @throws UsageError, InputError */
export async function readRewriting(args: string[], io: Io): Promise<Rewriting> {
  const { values, positionals } = readOptions(args, {
    scene: { type: 'string' },
    lines: { type: 'string' },
    direction: { type: 'string' },
    to: { type: 'string' },
    like: { type: 'string' },
    prompt: { type: 'boolean' },
    json: { type: 'boolean' },
  });
  const file = onlyFile(positionals);
  if ((values.scene === undefined) === (values.lines === undefined)) {
    throw new UsageError('Say which stretch: --scene N, or --lines A-B.');
  }
  const length = values.to === undefined ? {} : lengthOf(values.to);
  const script = parse(await readScript(file, io));
  const stretch = values.scene === undefined ? linesMeant(script, values.lines ?? '') : sceneMeant(script, values.scene);
  const like = values.like === undefined ? undefined : sceneMeant(script, values.like);
  const direction = directionOf(values.direction, values.to, like?.title);
  return {
    script,
    span: stretch.span,
    title: stretch.title,
    wish: { ...wishIn(direction ?? ''), ...length },
    prompt: values.prompt === true,
    json: values.json === true,
    ...(direction === undefined ? {} : { direction }),
    ...(like ? { like: like.span } : {}),
  };
}

/** The names of our own directions stand for their instructions, where what they ask for is there too; else they are words like any. */
function directionOf(typed: string | undefined, to: string | undefined, like: string | undefined): string | undefined {
  const words = typed?.trim() ?? '';
  if (words === '') {
    return to !== undefined ? rewriteInstruction('tighten', to) : like !== undefined ? rewriteInstruction('voice', like) : undefined;
  }
  const own = REWRITE_DIRECTIONS.find(({ id }) => id.toLowerCase() === words.toLowerCase());
  const asked = own?.asks === 'length' ? to : own?.asks === 'scene' ? like : undefined;
  return own && (own.asks === undefined || asked !== undefined) ? rewriteInstruction(own.id, asked) : words;
}

function lengthOf(text: string): Wish {
  const { lines, eighths } = wishIn(text);
  if (lines === undefined && eighths === undefined) {
    throw new UsageError('--to takes a length: "12 lines", 4/8, "half a page".');
  }
  return { ...(lines === undefined ? {} : { lines }), ...(eighths === undefined ? {} : { eighths }) };
}

interface Stretch {
  readonly span: Span;
  readonly title: string;
}

/** A scene by the script's own number, else by its place, from 1. @throws InputError */
function sceneMeant(script: Script, named: string): Stretch {
  const text = named.trim();
  const scene = scenesOf(script)[sceneNumbered(script, text) ?? -1];
  if (!scene) {
    throw noScene(script, text);
  }
  return { span: { from: scene.from, to: scene.to }, title: scene.item.heading };
}

/** Lines counted from 1, grown to whole speeches and paragraphs. */
function linesMeant(script: Script, text: string): Stretch {
  const match = /^(\d+)(?:-(\d+))?$/.exec(text.trim());
  const [first, last] = [Number(match?.[1]), Number(match?.[2] ?? match?.[1])];
  if (!match || first < 1 || last < first) {
    throw new UsageError('--lines takes a line or two: --lines 12-30, counted from 1 as editors do.');
  }
  const lines = textOf(script).split(/(?<=\r\n|\r(?!\n)|\n)/);
  if (first > lines.length) {
    throw new InputError(`There is no line ${first}: the script has ${lines.length}.`);
  }
  const length = (count: number): number => lines.slice(0, count).reduce((sum, line) => sum + line.length, 0);
  const span = stretchOf(script, { from: length(first - 1), to: Math.max(length(first - 1), length(last)) });
  if (span.from === span.to) {
    throw new InputError(`There is nothing to rewrite on ${last > first ? `lines ${first} to ${last}` : `line ${first}`}.`);
  }
  return { span, title: `Lines ${first}-${last}` };
}
