// The production of a script as a call reads it: from the file beside the script, from one that is named, or from the script alone.
import path from 'node:path';
import { breakdownOf } from '../core/breakdown/breakdownOf';
import type { Breakdown } from '../core/breakdown/breakdown';
import { parse } from '../core/fountain/parse';
import { layoutOf } from '../core/page/layout';
import type { Layout } from '../core/page/page';
import { emptyProduction } from '../core/production/emptyProduction';
import { readProduction, type Refusal } from '../core/production/file';
import { productionFileName } from '../core/production/fileName';
import type { Production } from '../core/production/production';
import { settle } from '../core/production/settle';
import type { pageOptionsFrom } from './printing';
import { readScript } from './readScript';
import { InputError, NoFileError, type Io } from './verb';

/** A script with what its shoot is planned from. */
export interface ScriptShoot {
  readonly layout: Layout;
  /** Settled: each scene has its record. Nothing of this is written. */
  readonly production: Production;
  readonly breakdown: Breakdown;
  /** The file it was read from; undefined where there is none. */
  readonly file?: string;
}

/**
 * Reads a script and its production.
 * @param named the file of the production; without: the one beside the script, if there is one
 * @throws InputError where the script cannot be had, or the production is there but cannot be read
 */
export async function readShoot(script: string, named: string | undefined, options: ReturnType<typeof pageOptionsFrom>, io: Io): Promise<ScriptShoot> {
  return shootOf(layoutOf(parse(await readScript(script, io)), options), script, named, io);
}

/** The same of a script that is read already. @param script its file, beside which its production is */
export async function shootOf(layout: Layout, script: string, named: string | undefined, io: Io): Promise<ScriptShoot> {
  const file = named ?? (script === '-' ? undefined : path.join(path.dirname(script), productionFileName(path.basename(script))));
  const text = file === undefined ? undefined : await readIfThere(file, named !== undefined, io);
  const read = text === undefined || file === undefined ? emptyProduction() : productionIn(text, file);
  const production = settle(read, layout, newIds(read));
  return { layout, production, breakdown: breakdownOf(layout, production), ...(text !== undefined && file !== undefined && { file }) };
}

/** The file's text; undefined where there is none, and none was asked for by name. */
async function readIfThere(file: string, named: boolean, io: Io): Promise<string | undefined> {
  try {
    return await io.readInput(file);
  } catch (error) {
    if (!named && error instanceof NoFileError) {
      return undefined;
    }
    throw error;
  }
}

const REFUSALS: Readonly<Record<Refusal, string>> = {
  tooLarge: 'is too large to be a production',
  merge: 'has marks of a merge in it: settle the merge first',
  notJson: 'is not JSON',
  twice: 'has the same key twice: look at the line',
  newer: 'was written by a newer Backlot',
  unknown: 'says something that this Backlot does not know',
  invalid: 'has a value that cannot stand there',
};

function productionIn(text: string, file: string): Production {
  const read = readProduction(text);
  if (!read.ok) {
    throw new InputError(`${file} ${REFUSALS[read.reason]}${read.detail === undefined ? '' : ` (${read.detail})`}.`);
  }
  return read.production;
}

/** Ids that the production does not use, the same in each call. */
function newIds(production: Production): () => string {
  const { elements, scenes, sets, locations, crew, demands, boards } = production;
  const used = new Set([elements, scenes, sets, locations, crew, demands, boards].flatMap((records) => Object.keys(records)));
  let count = 0;
  return () => {
    do {
      count += 1;
    } while (used.has(`new${count}`));
    return `new${count}`;
  };
}
