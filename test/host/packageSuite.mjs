// Runs test/package/*.test.mjs with mocha: node test/host/packageSuite.mjs [--grep TEXT] [--verbose]
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import Mocha from 'mocha';
import { ROOT } from './paths.mjs';
import { PlainReporter } from './reporter.mjs';

const { values } = parseArgs({ options: { grep: { type: 'string' }, verbose: { type: 'boolean' } } });
const mocha = new Mocha({ ui: 'bdd', timeout: 180_000, reporter: PlainReporter, reporterOptions: { verbose: values.verbose }, ...(values.grep ? { grep: values.grep } : {}) });
const folder = path.join(ROOT, 'test/package');
fs.readdirSync(folder).filter((name) => name.endsWith('.test.mjs')).forEach((name) => mocha.addFile(path.join(folder, name)));
await mocha.loadFilesAsync();
mocha.run((failures) => {
  process.exitCode = failures > 0 ? 1 : 0;
});
