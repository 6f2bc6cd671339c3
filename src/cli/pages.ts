// backlot pages: how many pages a script has, and where and how long its scenes are.
import { parse } from '../core/fountain/parse';
import { layoutOf } from '../core/page/layout';
import { formatEighths, sceneLengthsOf } from '../core/page/sceneLengths';
import { scenesOf } from '../core/script/outline';
import { onlyFile, readOptions } from './options';
import { PAPER, pageOptionsFrom } from './printing';
import { readScript } from './readScript';
import type { Verb } from './verb';

export const pagesVerb: Verb = {
  name: 'pages',
  summary: 'the number of pages, and the page and eighths of every scene',
  usage: 'backlot pages FILE [--json] [--paper letter|a4]',
  async run(args, io) {
    const { values, positionals } = readOptions(args, { json: { type: 'boolean' }, ...PAPER });
    const options = pageOptionsFrom(values);
    const layout = layoutOf(parse(await readScript(onlyFile(positionals), io)), options);
    const lengths = sceneLengthsOf(layout);
    const scenes = scenesOf(layout.script).map(({ item: { number, heading } }, index) => {
      return { ...(number !== undefined && { number }), heading, page: lengths[index]?.page ?? 1, eighths: lengths[index]?.eighths ?? 0 };
    });
    if (values.json) {
      io.write(`${JSON.stringify({ pages: layout.pages.length, scenes })}\n`);
    } else {
      const lines = scenes.map(({ number, heading, page, eighths }) => `${`${page}.`.padStart(5)}  ${(number ?? '').padEnd(5)} ${heading}  (${formatEighths(eighths)})\n`);
      io.write(`${layout.pages.length} ${layout.pages.length === 1 ? 'page' : 'pages'}\n${lines.join('')}`);
    }
    return 0;
  },
};
