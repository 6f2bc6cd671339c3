// The peers that the benchmark compares with, as they are meant to be called. Neither ships types of its own for this.
import { createRequire } from 'node:module';

const load = createRequire(__filename);

/** aw-parser (the parser behind Afterwriting and Better Fountain). */
export function awParse(text: string): unknown {
  const { parser } = load('aw-parser') as { parser: { parse(text: string, options: object): unknown } };
  return parser.parse(text, {});
}

/** fountain-parser, with positions. */
export function fountainParserParse(text: string): unknown {
  const { parse } = load('fountain-parser') as { parse: (text: string) => unknown };
  return parse(text);
}
