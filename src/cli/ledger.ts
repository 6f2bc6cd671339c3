// backlot ledger verify: whether a record of AI use is as it was written.
import { sayFinding, saySummary } from '../core/ledger/sayChain';
import { verifyChain } from '../core/ledger/verifyChain';
import { ledgerIn, readLedgerFolder } from './ledgerFolder';
import { readOptions } from './options';
import { UsageError, type Verb } from './verb';

export const ledgerVerb: Verb = {
  name: 'ledger',
  summary: 'checks a record of AI use: nothing altered, missing, or out of its order',
  usage: `backlot ledger verify DIR [--json]

DIR is a ledger (.backlot/ledger) or the folder of scripts that holds it. Exit 0: whole. Exit 1: broken, with a sentence.
--json: {whole, says, entries, devices: [{device, entries, last}], findings: [{kind, broken, says, device?, number?, to?, files}]}
kind: altered, missing, reordered, unreadable, headless (these break it), duplicated, forked, foreign, clock (these do not).
Not found, since nothing in the folder tells it: a record made wholly anew, a device's entries all gone with its head file,
or the last ones gone with their line in the head file changed to fit.`,
  async run(args, io) {
    const { values, positionals } = readOptions(args, { json: { type: 'boolean' } });
    const [what, folder, ...more] = positionals;
    if (what !== 'verify' || folder === undefined || more.length > 0) {
      throw new UsageError('Say what to verify: backlot ledger verify DIR');
    }
    const report = verifyChain(await readLedgerFolder(await ledgerIn(folder)));
    const says = saySummary(report);
    if (values.json) {
      const findings = report.findings.map((finding) => ({ ...finding, says: sayFinding(finding) }));
      io.write(`${JSON.stringify({ ...report, findings, says, ...(!report.whole && { error: { kind: 'broken', message: says } }) })}\n`);
    } else {
      report.findings.forEach((finding) => io.write(`${plain(sayFinding(finding))}\n`));
    }
    if (!report.whole) {
      io.writeError(`${plain(says)}\n`);
    } else if (!values.json) {
      io.write(`${plain(says)}\n`);
    }
    return report.whole ? 0 : 1;
  },
};

/** Names of files and devices come from the folder: nothing in them steers the terminal. */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}
