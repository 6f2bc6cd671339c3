// What pages, pdf and html share: their page options, and the fonts on this machine.
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { STANDARD_PAGE, type PageOptions } from '../core/page/page';
import type { CourierPrime } from '../print/face';
import type { FontSource } from '../print/fallbackFonts';
import { fontFolders } from '../print/fontFolders';
import { UsageError } from './verb';

export const PAPER = { paper: { type: 'string' } } as const;

/** Options of what is printed, the same for PDF and HTML. */
export const PRINT = {
  ...PAPER,
  output: { type: 'string', short: 'o' },
  'scene-numbers': { type: 'string' },
  notes: { type: 'boolean' },
  synopses: { type: 'boolean' },
  sections: { type: 'boolean' },
  watermark: { type: 'string' },
  header: { type: 'string' },
  footer: { type: 'string' },
  'revised-since': { type: 'string' },
} as const;

/** Those of PDF besides. */
export const PDF = { ...PRINT, json: { type: 'boolean' }, font: { type: 'string', multiple: true } } as const;

export const PRINT_USAGE = `[--paper letter|a4] [--scene-numbers none|left|right|both] [--notes] [--synopses] [--sections]
    [--watermark TEXT] [--header TEXT] [--footer TEXT] [--revised-since OLDER.fountain]
  Headers and footers may hold {title}, {author}, {date}, {page} and {pages}.`;

interface PageValues {
  readonly paper?: string | undefined;
  readonly 'scene-numbers'?: string | undefined;
  readonly notes?: boolean | undefined;
  readonly synopses?: boolean | undefined;
  readonly sections?: boolean | undefined;
}

function oneOf<T extends string>(value: string | undefined, allowed: readonly T[], option: string): T | undefined {
  const found = allowed.find((each) => each === value?.toLowerCase());
  if (value !== undefined && found === undefined) {
    throw new UsageError(`${option} is ${allowed.slice(0, -1).join(', ')} or ${allowed.at(-1) ?? ''}, not "${value}".`);
  }
  return found;
}

/** The page that a call asks for. @throws UsageError */
export function pageOptionsFrom(values: PageValues): PageOptions {
  return {
    ...STANDARD_PAGE,
    paper: oneOf(values.paper, ['letter', 'a4'], '--paper') ?? STANDARD_PAGE.paper,
    sceneNumbers: oneOf(values['scene-numbers'], ['none', 'left', 'right', 'both'], '--scene-numbers') ?? STANDARD_PAGE.sceneNumbers,
    notes: values.notes === true,
    synopses: values.synopses === true,
    sections: values.sections === true,
  };
}

/** The file to write. @throws UsageError where none is named */
export function outputFrom(output: string | undefined): string {
  if (output === undefined || output === '') {
    throw new UsageError('Say where to: -o FILE, or -o - for standard output.');
  }
  return output;
}

/** Courier Prime's faces, which lie beside the program. */
export async function readCourier(): Promise<CourierPrime> {
  let folder = __dirname;
  while (!existsSync(path.join(folder, 'fonts', 'CourierPrime-Regular.ttf')) && path.dirname(folder) !== folder) {
    folder = path.dirname(folder);
  }
  const [regular, bold, italic, boldItalic] = await Promise.all(['Regular', 'Bold', 'Italic', 'BoldItalic'].map((face) => readFile(path.join(folder, 'fonts', `CourierPrime-${face}.ttf`)))) as [Buffer, Buffer, Buffer, Buffer];
  return { regular, bold, italic, boldItalic };
}

/** The fonts that this machine has, in the folders where its system keeps them. */
export function systemFonts(env: Record<string, string | undefined>): FontSource {
  return {
    async list() {
      const lists = await Promise.all(fontFolders(process.platform, env, homedir()).map(async (folder) => (await readdir(folder, { recursive: true }).catch(() => [])).map((file) => path.join(folder, file))));
      return lists.flat();
    },
    read: (file) => readFile(file).catch(() => undefined),
  };
}
