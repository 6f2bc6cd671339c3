// What the Node extension host runs: every *.test.ts of this folder, found by the build.
import Mocha from 'mocha';
import { PlainReporter } from '../host/reporter.mjs';
import { toldToTests } from './told';

export async function run(): Promise<void> {
  const { grep, verbose } = toldToTests();
  const mocha = new Mocha({ ui: 'bdd', timeout: 20_000, retries: 1, reporter: PlainReporter, reporterOptions: { verbose }, ...(grep ? { grep } : {}) });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('backlot:integration-tests');
  leaveOthersErrors();
  await new Promise<void>((resolve, reject) => {
    mocha.run((failures) => (failures === 0 ? resolve() : reject(new Error(`${failures} failed`))));
  });
}

/** VS Code's own extensions run in this process too. What they throw behind everyone's back is none of our tests' failure. */
function leaveOthersErrors(): void {
  const emit = process.emit.bind(process) as (event: string, ...rest: unknown[]) => boolean;
  const filtered = (event: string, ...rest: unknown[]): boolean => {
    const [error] = rest;
    if (event === 'uncaughtException' && error instanceof Error && /\/lib\/vscode\/extensions\//.test(error.stack ?? '')) {
      console.error('Another extension failed meanwhile:', error.message);
      return true;
    }
    return emit(event, ...rest);
  };
  process.emit = filtered as typeof process.emit;
}
