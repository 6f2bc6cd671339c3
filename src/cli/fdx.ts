// backlot fdx: a script as a Final Draft file, or a Final Draft file as a script.
import { fromFdx, looksLikeFdx, NOT_FDX } from '../core/fdx/fromFdx';
import { fdxTagsOf } from '../core/fdx/productionTags';
import { reportText, type Report } from '../core/fdx/report';
import { toFdx } from '../core/fdx/toFdx';
import { parse } from '../core/fountain/parse';
import { layoutOf } from '../core/page/layout';
import { onlyFile, readOptions } from './options';
import { outputFrom, PAPER, pageOptionsFrom } from './printing';
import { shootOf } from './production';
import { refuseBinary } from './readScript';
import { InputError, UsageError, type Io, type Verb } from './verb';

export const fdxVerb: Verb = {
  name: 'fdx',
  summary: 'the script as a Final Draft file, or a Final Draft file as a script',
  usage: `backlot fdx FILE -o OUT.fdx [--production P.json] [--json] [--paper letter|a4]
backlot fdx IN.fdx -o OUT.fountain [--json]
  What the file is decides: Final Draft's XML becomes Fountain, anything else Final Draft. --json tells what could not be carried over.
  The breakdown of a production goes along as Final Draft's tags: of the file beside the script (FILE.production.json) unless another is named.`,
  async run(args, io) {
    const { values, positionals } = readOptions(args, { ...PAPER, production: { type: 'string' }, output: { type: 'string', short: 'o' }, json: { type: 'boolean' } });
    const output = outputFrom(values.output);
    if (output === '-' && values.json) {
      throw new UsageError('Standard output takes the script or the JSON, not both.');
    }
    const options = pageOptionsFrom(values);
    const file = onlyFile(positionals);
    const text = await io.readInput(file);
    const imports = looksLikeFdx(text) || /\.fdxt?$/i.test(file);
    if (!imports) {
      refuseBinary(file, text);
    }
    const { made, reports } = imports ? imported(file, text) : await exported(file, text, options, values.production, io);
    await io.writeOutput(output, new TextEncoder().encode(made));
    if (values.json) {
      io.write(`${JSON.stringify({ to: imports ? 'fountain' : 'fdx', reports: reports.map((report) => ({ ...report, message: reportText(report) })) })}\n`);
      return 0;
    }
    for (const report of reports) {
      io.writeError(`${reportText(report)}\n`);
    }
    return 0;
  },
};

interface Made {
  readonly made: string;
  readonly reports: readonly Report[];
}

function imported(file: string, text: string): Made {
  const result = fromFdx(text);
  if ('failure' in result) {
    throw new InputError(`${file}: ${NOT_FDX[result.failure]}`);
  }
  return { made: result.fountain, reports: result.reports };
}

async function exported(file: string, text: string, options: ReturnType<typeof pageOptionsFrom>, named: string | undefined, io: Io): Promise<Made> {
  const shoot = await shootOf(layoutOf(parse(text), options), file, named, io);
  const { fdx, reports } = toFdx(shoot.layout, shoot.file === undefined ? undefined : fdxTagsOf(shoot.production, shoot.breakdown));
  return { made: fdx, reports };
}
