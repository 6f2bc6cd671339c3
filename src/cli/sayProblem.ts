// What is off with a draft, in a sentence.
import type { DraftProblem } from '../core/drafts/checkDraft';
import { formatEighths } from '../core/page/formatLength';

/** One sentence about one problem. */
export function sayProblem(problem: DraftProblem): string {
  switch (problem.kind) {
    case 'cueWithoutWords':
      return `${problem.name} stands there and says nothing.`;
    case 'unclosedNote':
      return 'A note is opened and never closed.';
    case 'unclosedBoneyard':
      return 'A boneyard is opened and never closed.';
    case 'headingNeedsBlankAfter':
      return 'A scene heading has its next line right under it.';
    case 'newSpeaker':
      return problem.inScript ? `${problem.name} speaks, who is not in this scene.` : `${problem.name} speaks, who is not in the script.`;
    case 'headingChanged':
      return `The heading ${problem.was} has become ${problem.now}.`;
    case 'headingLost':
      return `The heading ${problem.was} is gone.`;
    case 'headingNew':
      return `There is a new heading: ${problem.now}.`;
    case 'numberChanged':
      return `The number of ${problem.heading} was ${problem.was ?? 'not there'} and is ${problem.now ?? 'gone'}.`;
    case 'hiddenGone':
      return `A note of the script is not in the draft: ${problem.source.replace(/\s+/gu, ' ').slice(0, 80)}`;
    case 'foreign':
      return `This is no screenplay: ${problem.text.slice(0, 80)}`;
    case 'tooLong':
      return `It takes ${formatEighths(problem.eighths)} of a page, ${formatEighths(problem.wished)} was wished for.`;
    case 'tooManyLines':
      return `It takes ${problem.lines} lines, ${problem.wished} were wished for.`;
    case 'empty':
      return 'Nothing is left of it.';
  }
}
