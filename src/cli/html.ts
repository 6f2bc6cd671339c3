// backlot html: a script's pages as one HTML file.
import { parse } from '../core/fountain/parse';
import { textOf } from '../core/fountain/script';
import { layoutOf } from '../core/page/layout';
import { writeHtml } from '../print/html';
import { changesSince } from '../print/revisions';
import { onlyFile, readOptions } from './options';
import { outputFrom, pageOptionsFrom, PRINT, PRINT_USAGE, readCourier } from './printing';
import { readScript } from './readScript';
import { UsageError, type Verb } from './verb';

export const htmlVerb: Verb = {
  name: 'html',
  summary: 'the script’s pages as one HTML file, to be read and printed anywhere',
  usage: `backlot html FILE -o OUT [--json] ${PRINT_USAGE}`,
  async run(args, io) {
    const { values, positionals } = readOptions(args, { ...PRINT, json: { type: 'boolean' } });
    const output = outputFrom(values.output);
    if (output === '-' && values.json) {
      throw new UsageError('Standard output takes the HTML or the JSON, not both.');
    }
    const options = pageOptionsFrom(values);
    const file = onlyFile(positionals);
    const script = parse(await readScript(file, io));
    const older = values['revised-since'];
    const revised = older === undefined ? undefined : changesSince(await readScript(older, io), textOf(script));
    const layout = layoutOf(script, options);
    const { watermark, header, footer } = values;
    const texts = { ...(watermark && { watermark }), ...(header && { header }), ...(footer && { footer }), ...(revised && { revised }) };
    const name = file === '-' ? 'Screenplay' : file.replace(/^.*[\\/]/, '').replace(/\.\w+$/, '');
    await io.writeOutput(output, new TextEncoder().encode(writeHtml(layout, { name, courier: await readCourier(), ...texts })));
    const pages = layout.pages.length;
    if (values.json) {
      io.write(`${JSON.stringify({ pages })}\n`);
    } else {
      io.writeError(`${output === '-' ? 'Standard output' : output}: ${pages} ${pages === 1 ? 'page' : 'pages'}\n`);
    }
    return 0;
  },
};
