// The types of reporter.mjs, which the test bundles of the extension hosts import.
import type { MochaOptions, Runner, reporters } from 'mocha';

export const RESULT: string;
/** Mocha asks no more of a reporter than to be constructed; its types ask for a whole Base. */
export const PlainReporter: new (runner: Runner, options: MochaOptions) => reporters.Base;
export function countsIn(line: string): { passed: number; failed: number; skipped: number } | undefined;
