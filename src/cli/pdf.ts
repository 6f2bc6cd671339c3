// backlot pdf: a script as PDF.
import { readOptions } from './options';
import { PDF, PRINT_USAGE } from './printing';
import type { Verb } from './verb';

export const pdfVerb: Verb = {
  name: 'pdf',
  summary: 'the script as PDF',
  usage: `backlot pdf FILE -o OUT [--json] [--font FILE]... ${PRINT_USAGE}
  --font names a font for characters that Courier Prime lacks; the system's fonts are looked at next.
  --json prints {"pages", "missing"}: missing lists the characters that no font has.`,
  async run(args, io) {
    const call = readOptions(args, PDF);
    return (await import('./printPdf')).printPdf(call, io);
  },
};
