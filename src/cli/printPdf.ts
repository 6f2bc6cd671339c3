// The work of `backlot pdf`: a file of its own, since pdfkit is read only where a PDF is asked for.
import { readFile } from 'node:fs/promises';
import { parse } from '../core/fountain/parse';
import { textOf } from '../core/fountain/script';
import { layoutOf } from '../core/page/layout';
import { findFallbacks } from '../print/fallbackFonts';
import { openCourier, openFaces } from '../print/face';
import { charactersBeyond } from '../print/needed';
import { changesSince } from '../print/revisions';
import { writePdf, type MissingCharacter } from '../print/scriptPdf';
import { reasonOf } from './files';
import { onlyFile, type readOptions } from './options';
import { outputFrom, pageOptionsFrom, type PDF, readCourier, systemFonts } from './printing';
import { readScript } from './readScript';
import { InputError, UsageError, type Io } from './verb';

/** What the call said. */
export type PdfCall = ReturnType<typeof readOptions<typeof PDF>>;

/** Resolves to the exit code. @throws UsageError, InputError */
export async function printPdf({ values, positionals }: PdfCall, io: Io): Promise<number> {
  const output = outputFrom(values.output);
  if (output === '-' && values.json) {
    throw new UsageError('Standard output takes the PDF or the JSON, not both.');
  }
  const options = pageOptionsFrom(values);
  await checkFonts(values.font ?? []);
  const script = parse(await readScript(onlyFile(positionals), io));
  const older = values['revised-since'];
  const revised = older === undefined ? undefined : changesSince(await readScript(older, io), textOf(script));
  const layout = layoutOf(script, options);
  const { watermark, header, footer } = values;
  const courier = await readCourier();
  const tell = progressTo(io);
  try {
    const needed = charactersBeyond(layout, openCourier(courier).of({ bold: false, italic: false }), [watermark ?? '', header ?? '', footer ?? '']);
    const fallbacks = await findFallbacks(needed, { source: systemFonts(io.env), chosen: values.font ?? [], signal: io.signal });
    const texts = { ...(watermark && { watermark }), ...(header && { header }), ...(footer && { footer }), ...(revised && { revised }) };
    const { bytes, pages, missing } = await writePdf(layout, { fonts: { courier, fallbacks }, created: createdAt(io), signal: io.signal, progress: tell, ...texts });
    await io.writeOutput(output, bytes);
    tellMissing(missing, io);
    const told = `${output === '-' ? 'Standard output' : output}: ${pages} ${pages === 1 ? 'page' : 'pages'}\n`;
    if (values.json) {
      io.write(`${JSON.stringify({ pages, missing })}\n`);
    } else {
      io.writeError(told);
    }
    return 0;
  } catch (error) {
    if (io.signal.aborted) {
      throw new InputError('Stopped. Nothing was written.');
    }
    throw error;
  }
}

// Of the year 9999: a PDF's dates have four digits for it.
const LAST_SECOND = 253_402_300_799;

/** Now, or the time that a build names so that its files come out the same each time (reproducible-builds.org). */
function createdAt({ env }: Io): Date {
  const seconds = /^\d+$/.test(env['SOURCE_DATE_EPOCH'] ?? '') ? Number(env['SOURCE_DATE_EPOCH']) : Infinity;
  return seconds <= LAST_SECOND ? new Date(seconds * 1000) : new Date();
}

function tellMissing(missing: readonly MissingCharacter[], io: Io): void {
  if (missing.length === 0) {
    return;
  }
  const byLine = new Map<number | undefined, string[]>();
  missing.forEach(({ character, line }) => byLine.set(line, [...(byLine.get(line) ?? []), character]));
  const lines = [...byLine].map(([line, characters]) => `  ${line === undefined ? 'header, footer or watermark' : `line ${line + 1}`}: ${characters.join(' ')}\n`);
  io.writeError(`No font here has ${missing.length === 1 ? 'one character' : `${missing.length} characters`} of the script: a box stands wherever one would be. First on\n${lines.join('')}`);
}

/** A font that was named and cannot be read is told, whether it would have been needed or not. */
async function checkFonts(files: readonly string[]): Promise<void> {
  for (const file of files) {
    const bytes = await readFile(file).catch((error: unknown) => {
      throw new InputError(`The font ${file} cannot be used: ${reasonOf(error)}.`);
    });
    if (openFaces(bytes).length === 0) {
      throw new InputError(`The font ${file} cannot be used: it is no font of a kind that a PDF can hold (TrueType, OpenType).`);
    }
  }
}

/** Every so many pages a line, so that long scripts show life and short ones stay quiet. */
function progressTo(io: Io): (done: number, all: number) => void {
  let told = 0;
  return (done, all) => {
    if (done - told >= 50 && done < all) {
      told = done;
      io.writeError(`Page ${done} of ${all}\n`);
    }
  };
}
