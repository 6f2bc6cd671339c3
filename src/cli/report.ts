// backlot report: who wrote the words of a script, by the record of AI use beside it.
import path from 'node:path';
import { toCsv, toHtml, toJson, toMarkdown } from '../core/ledger/renderReport';
import { entriesOf } from '../core/ledger/readLedger';
import { reportOfText, type AiUseReport, type WordShares } from '../core/ledger/report';
import { verifyChain } from '../core/ledger/verifyChain';
import { plain } from './ledger';
import { ledgerBeside, readLedgerFolder } from './ledgerFolder';
import { onlyFile, readOptions } from './options';
import { readScript } from './readScript';
import { UsageError, type Verb } from './verb';

const FORMS = { json: toJson, markdown: toMarkdown, html: toHtml, csv: toCsv } as const;
const BY_NAME: readonly (readonly [RegExp, (report: AiUseReport) => string])[] = [[/\.json$/i, toJson], [/\.(?:md|markdown)$/i, toMarkdown], [/\.html?$/i, toHtml], [/\.csv$/i, toCsv]];

export const reportVerb: Verb = {
  name: 'report',
  summary: 'who wrote the words: the writer, AI as offered, AI then edited; with drafts of a disclosure',
  usage: `backlot report FILE [--json | --markdown | --html | --csv] [-o OUT]

Reads the record in .backlot/ledger beside FILE. Without a form: text for a person, or what the name of OUT says.
--json: {title, script, date, empty, total: {words, human, offered, edited}, scenes: [{number?, heading, line, words, human, offered, edited}],
         accepted: [{id, time, script, command?, model?, edited, then, now?, words, generated, offeredNow, editedNow, takenBack, text?}],
         models: [{origin, local, asked, returned?, requests, alternatives, accepted, inputTokens, outputTokens, uncounted, first, last}],
         refused: {offered, used, declined, unused, takenBack, fruitless}, chain: {state, entries, says, findings}, texts, disclosures: [{id, text}]}
Lines count from 1. The drafts are no legal advice.`,
  async run(args, io) {
    const { values, positionals } = readOptions(args, { json: { type: 'boolean' }, markdown: { type: 'boolean' }, html: { type: 'boolean' }, csv: { type: 'boolean' }, output: { type: 'string', short: 'o' } });
    const asked = (['json', 'markdown', 'html', 'csv'] as const).filter((form) => values[form]);
    if (asked.length > 1) {
      throw new UsageError('One form at a time: --json, --markdown, --html or --csv.');
    }
    const file = onlyFile(positionals);
    if (file === '-') {
      throw new UsageError('Name a file: its record stands beside it, in .backlot/ledger.');
    }
    const text = await readScript(file, io);
    const files = await readLedgerFolder(ledgerBeside(file));
    const report = reportOfText(text, entriesOf(files), { script: path.basename(file), date: new Date().toISOString().slice(0, 10), chain: verifyChain(files) });
    const { output = '-' } = values;
    // A text under the name of another form would open as a broken file.
    if (asked.length === 0 && !BY_NAME.some(([name]) => name.test(output)) && /\.[a-z0-9]+$/i.test(path.basename(output)) && !/\.te?xt$/i.test(output)) {
      throw new UsageError(`${path.extname(output)} is no form of the report: name OUT .json, .md, .html, .csv or .txt, or say the form.`);
    }
    const form = asked[0] ? FORMS[asked[0]] : (BY_NAME.find(([name]) => name.test(output))?.[1] ?? reportText);
    if (report.chain.state === 'broken') {
      io.writeError(`${plain(report.chain.says)}\n`);
    }
    if (output === '-') {
      io.write(form(report));
    } else {
      await io.writeOutput(output, new TextEncoder().encode(form(report)));
    }
    return 0;
  },
};

/** For a person at a terminal: the figures. The drafts are in the other forms. */
function reportText(report: AiUseReport): string {
  const { title, empty, total, scenes, accepted, models, refused, chain } = report;
  if (empty) {
    return `${plain(title)}: there is no record of AI use (${total.words} words).\n`;
  }
  const mixed = scenes.filter(({ offered, edited }) => offered + edited > 0);
  const taken = accepted.filter(({ takenBack }) => !takenBack);
  return [
    `${title}: ${sharesText(total)}`,
    '',
    ...(mixed.length > 0 ? [`Scenes with AI words (${mixed.length} of ${scenes.length})`, ...mixed.map((scene) => `  ${String(scene.line).padStart(5)}  ${scene.heading || '(before the first scene)'}: ${sharesText(scene)}`), ''] : []),
    `Accepted suggestions: ${taken.length}`,
    ...taken.map(({ time, then, now, offeredNow, editedNow, generated }) => `  ${time.slice(0, 10)}  line ${then.line}${now ? `, now line ${now.line}` : ', now gone'}: ${offeredNow + editedNow} of ${generated} AI words left`),
    `Models: ${models.length === 0 ? 'none on record' : models.map(({ asked, returned, origin, local, requests }) => `${returned ?? asked} at ${origin} (${local ? 'local' : 'remote'}, ${requests} ${requests === 1 ? 'request' : 'requests'})`).join('; ')}`,
    `Refused: ${refused.declined} discarded, ${refused.unused} requests of which nothing was used, ${refused.takenBack} undone`,
    `Record: ${chain.says}`,
    'With --markdown, --html or --json: drafts of a disclosure (no legal advice).',
  ].map((line) => `${plain(line)}\n`).join('');
}

function sharesText({ words, human, offered, edited }: WordShares): string {
  return `${words} words, ${human} human, ${offered} AI as offered, ${edited} AI then edited`;
}
