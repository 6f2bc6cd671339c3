// Runs the built unit tests with mocha: node test/host/unit.mjs [--grep TEXT] [--verbose] [part of a file's path ...]
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';
import Mocha from 'mocha';
import { ROOT } from './paths.mjs';
import { PlainReporter } from './reporter.mjs';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { grep: { type: 'string' }, verbose: { type: 'boolean' } } });
// Property tests draw the same cases every time, so that a failure is the change's own. BACKLOT_SEED draws others.
const fastCheck = createRequire(path.join(ROOT, 'package.json'))('fast-check');
fastCheck.configureGlobal({ ...fastCheck.readConfigureGlobal(), seed: Number(process.env.BACKLOT_SEED ?? 20261122) });

const built = path.join(ROOT, 'dist/test/unit');
const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, reporter: PlainReporter, reporterOptions: { verbose: values.verbose }, ...(values.grep ? { grep: values.grep } : {}) });
const files = fs.readdirSync(built, { recursive: true }).filter((file) => file.endsWith('.test.js')).sort();
for (const file of files.filter((name) => positionals.length === 0 || positionals.some((part) => name.includes(part)))) {
  mocha.addFile(path.join(built, file));
}
mocha.run((failures) => {
  process.exitCode = failures > 0 ? 1 : 0;
});
