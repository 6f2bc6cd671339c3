// What the Node extension host runs: every *.test.ts of this folder, found by the build.
import Mocha from 'mocha';
import { PlainReporter } from '../host/reporter.mjs';
import { toldToTests } from './told';

export async function run(): Promise<void> {
  const { grep, verbose } = toldToTests();
  const mocha = new Mocha({ ui: 'bdd', timeout: 20_000, reporter: PlainReporter, reporterOptions: { verbose }, ...(grep ? { grep } : {}) });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('backlot:integration-tests');
  await new Promise<void>((resolve, reject) => {
    mocha.run((failures) => (failures === 0 ? resolve() : reject(new Error(`${failures} failed`))));
  });
}
