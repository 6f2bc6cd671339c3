// Reads what should be Fountain, and says where it is something else: it would be laid out sign for sign.
import { looksLikeFdx, looksOlder, NOT_FDX } from '../core/fdx/fromFdx';
import { isBinary } from './decode';
import { InputError, type Io } from './verb';

/** The text of a Fountain file, or of standard input for "-". @throws InputError, also where it is a Final Draft file or no text at all */
export async function readScript(file: string, io: Io): Promise<string> {
  const text = await io.readInput(file);
  if (looksLikeFdx(text)) {
    throw new InputError(`${nameOf(file)} is a Final Draft file. Convert it first: backlot fdx ${file} -o ${file === '-' ? 'script' : file.replace(/\.\w+$/, '')}.fountain`);
  }
  refuseBinary(file, text);
  return text;
}

/** @throws InputError where a text is none */
export function refuseBinary(file: string, text: string): void {
  if (isBinary(text)) {
    throw new InputError(looksOlder(text) ? `${nameOf(file)}: ${NOT_FDX.olderFormat}` : `${nameOf(file)} is no text, and so no script.`);
  }
}

const nameOf = (file: string): string => (file === '-' ? 'Standard input' : file);
