// What is asked for one speech, and what is made of the answer: read when a writer first asks, not when the editor starts.
import { createAnswerReader } from '../core/suggest/answerReader';
import { checkAlternative } from '../core/suggest/checkAlternative';
import { sentenceFor } from '../models/ask';
import type { ModelEvent } from '../models/model';
import type { Writing } from '../review/review';
import type { Question } from './asker';
import { tellReason } from './reasons';

export { dialogueRequest } from '../core/suggest/dialogueRequest';
export { snapshotOf } from '../core/suggest/snapshot';

/** Takes each alternative as soon as it is whole, checks it, and offers it or says why not. Gives a line for the log. */
export async function readAnswer(events: AsyncIterable<ModelEvent>, { script, speech, instruction }: Question, writing: Writing): Promise<string> {
  const reader = createAnswerReader();
  const accepted = [...writing.already];
  let refused = 0;
  const take = (raws: ReturnType<typeof reader.push>) => {
    for (const raw of raws) {
      const checked = checkAlternative({ script, speech, accepted, ...(instruction === undefined ? {} : { direction: instruction }) }, raw);
      if (checked.ok) {
        accepted.push(checked.text);
        writing.add(checked.intent === undefined ? { text: checked.text } : { text: checked.text, intent: checked.intent });
      } else {
        refused += 1;
        writing.refuse({ text: raw.text, reason: tellReason(checked.reason) });
      }
    }
  };
  const tally = () => `${accepted.length - writing.already.length} offered, ${refused} refused`;
  for await (const event of events) {
    switch (event.kind) {
      case 'text':
        take(reader.push(event.text));
        break;
      case 'done':
        take(reader.end(event.finish !== 'stop'));
        writing.finish(event.finish === 'stop' ? undefined : 'cut');
        return `${event.finish}, ${tally()}`;
      case 'failed':
        if (event.failure.kind === 'cancelled') {
          writing.finish('stopped');
        } else {
          take(reader.end(true));
          writing.fail(sentenceFor(event.failure));
        }
        return `${event.failure.kind}, ${tally()}`;
    }
  }
  writing.finish('cut');
  return `ended without a word, ${tally()}`;
}
