// Text to Script. Parsing never fails: any text is a script, and what looks wrong is a problem on it.
import { readBlock } from './block';
import { createSource } from './lines';
import { chunksOf, scriptOf, type Block, type Script } from './script';

/**
 * Parses a whole text, in linear time.
 * @param text any text at all: LF, CRLF and CR end lines, also mixed; one byte order mark at the start is no text
 */
export function parse(text: string): Script {
  const source = createSource(text);
  const blocks: Block[] = [];
  for (let at = 0; at < text.length; ) {
    const { block, end } = readBlock(source, at, at === 0);
    blocks.push(block);
    at = end;
  }
  return scriptOf(chunksOf(blocks));
}
