// One mocha reporter for every suite, in Node, in the extension host and in a web worker: failures in full, then one line that is counted.

export const RESULT = 'BACKLOT-RESULT ';

/** Tests slower than this are named even when they pass, in milliseconds. */
const SLOW = 1000;

export class PlainReporter {
  constructor(runner, options) {
    const verbose = options?.reporterOptions?.verbose ?? false;
    const counts = { passed: 0, failed: 0, skipped: 0, unsteady: 0 };
    const failures = [];
    // Only the suites in a real editor try a test again: a window that drops a key is told apart from a defect, and told of.
    runner.on('retry', (test, error) => {
      counts.unsteady += 1;
      console.log(`  AGAIN ${test.fullTitle()}\n${indent(describeError(error))}`);
    });
    runner.on('pass', (test) => {
      counts.passed += 1;
      if (verbose || test.duration > SLOW) {
        console.log(`  ok    ${test.fullTitle()} (${test.duration} ms)`);
      }
    });
    runner.on('pending', (test) => {
      counts.skipped += 1;
      console.log(`  skip  ${test.fullTitle()}`);
    });
    runner.on('fail', (test, error) => {
      counts.failed += 1;
      // What failed twice is no unsteady test.
      counts.unsteady -= test.currentRetry() > 0 ? 1 : 0;
      failures.push({ title: test.fullTitle(), error });
      console.log(`  FAIL  ${test.fullTitle()}`);
    });
    runner.once('end', () => {
      for (const { title, error } of failures) {
        console.log(`\n${title}\n${indent(describeError(error))}`);
      }
      console.log(RESULT + JSON.stringify(counts));
    });
  }
}

function describeError(error) {
  // A generated diff of two long texts says less than its first lines.
  const text = String(error?.stack ?? error?.message ?? error);
  return text.split('\n').slice(0, 60).join('\n');
}

function indent(text) {
  return text.replace(/^/gm, '    ');
}

/** The counts in a line of output, or undefined where it is another line. */
export function countsIn(line) {
  const at = line.indexOf(RESULT);
  return at < 0 ? undefined : JSON.parse(line.slice(at + RESULT.length));
}
