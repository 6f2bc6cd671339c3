// What the web worker extension host runs: every *.test.ts of this folder, found by the build, in one bundle with mocha's own browser bundle.
import 'mocha/mocha';
import { PlainReporter } from '../../host/reporter.mjs';
import { toldToTests } from '../told';

export async function run(): Promise<void> {
  const { grep, verbose } = toldToTests();
  mocha.setup({ ui: 'bdd', timeout: 20_000, retries: 1, ...(grep ? { grep } : {}) });
  mocha.reporter(PlainReporter, { verbose });
  await import('backlot:web-tests');
  await new Promise<void>((resolve, reject) => {
    mocha.run((failures) => (failures === 0 ? resolve() : reject(new Error(`${failures} failed`))));
  });
}
