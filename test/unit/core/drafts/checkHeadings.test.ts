// Which heading of a stretch became which of its draft, also where a set comes back.
import * as assert from 'node:assert/strict';
import { checkHeadings } from '../../../../src/core/drafts/checkHeadings';
import { parse } from '../../../../src/core/fountain/parse';

type Side = readonly string[];

/** Headings as `INT. DINER #1#`, told in short. */
function told(was: Side, now: Side, { writing = false, free = false } = {}): string[] {
  const script = (headings: Side): ReturnType<typeof parse> => parse(`\n${headings.map((heading) => `INT. ${heading}\n\nRain.\n\n`).join('')}`);
  return checkHeadings(free, { was: script(was), now: script(now), writing }).map((problem) => {
    switch (problem.kind) {
      case 'headingLost':
        return `lost ${problem.was}`;
      case 'headingNew':
        return `new ${problem.now}`;
      case 'headingChanged':
        return `${problem.was} > ${problem.now}`;
      case 'numberChanged':
        return `${problem.heading}: ${problem.was ?? '-'} > ${problem.now ?? '-'}`;
    }
  });
}

describe('the check of headings', function () {
  this.timeout(60_000); // a busy machine is no failure

  it('marks one lost heading where a set comes back', () => {
    assert.deepEqual(told(['DINER', 'LOT', 'DINER'], ['LOT', 'DINER']), ['lost INT. DINER']);
    assert.deepEqual(told(['DINER', 'LOT', 'DINER'], ['DINER', 'LOT']), ['lost INT. DINER']);
    assert.deepEqual(told(['DINER #1#', 'LOT #2#', 'DINER #3#'], ['LOT #2#', 'DINER #3#']), ['lost INT. DINER']);
    assert.deepEqual(told(['DINER #1#', 'LOT #2#', 'DINER #3#'], ['DINER #3#']), ['lost INT. DINER', 'lost INT. LOT']);
    assert.deepEqual(told(['LOT', 'DINER'], ['DINER', 'LOT', 'DINER']), ['new INT. DINER']);
  });

  it('knows a heading under another name, one that is new, one that lost its number', () => {
    assert.deepEqual(told(['DINER', 'LOT', 'DOCK'], ['DINER', 'HARBOUR', 'DOCK']), ['INT. LOT > INT. HARBOUR']);
    assert.deepEqual(told(['DINER', 'DOCK'], ['DINER', 'LOT', 'DOCK']), ['new INT. LOT']);
    assert.deepEqual(told(['DINER #1#', 'DOCK #2#'], ['DINER', 'DOCK #3#']), ['INT. DINER: 1 > -', 'INT. DOCK: 2 > 3']);
    assert.deepEqual(told(['DINER #1#', 'DOCK #2#'], ['DINER', 'LOT'], { free: true }), ['INT. DINER: 1 > -', 'INT. LOT: 2 > -']);
    assert.deepEqual(told(['DINER', 'DOCK', 'LOT'], ['diner'], { writing: true }), []);
    assert.deepEqual(told(['DINER', 'DOCK'], []), ['lost INT. DINER', 'lost INT. DOCK']);
  });

  it('takes a time that grows with the headings, not with their square', () => {
    // All new, so that none finds its pair; and sets that come back, shifted.
    for (const name of [(i: number, side: string) => `${side} ${i}`, (i: number, side: string) => `ROOM ${(i + side.length) % 7}`]) {
      const time = (count: number): number => {
        const side = (of: string): string => `\n${Array.from({ length: count }, (_, i) => `INT. ${name(i, of)}\n\nRain.\n\n`).join('')}`;
        const [was, now] = [parse(side('A')), parse(side('BCD'))];
        const start = performance.now();
        checkHeadings(false, { was, now, writing: false });
        return performance.now() - start;
      };
      time(400);
      const one = Math.min(time(400), time(400), time(400));
      assert.ok(time(8_000) < 100 * one + 300);
    }
  });
});
