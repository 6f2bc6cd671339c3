// What is asked for one speech, and what is made of the answer: read when a writer first asks, not when the editor starts.
import { createAnswerReader } from '../core/suggest/answerReader';
import { checkAlternative } from '../core/suggest/checkAlternative';
import { sentenceFor } from '../models/ask';
import type { ModelEvent } from '../models/model';
import type { Recording } from '../review/recorder';
import type { Writing } from '../review/review';
import type { Question } from './asker';
import { tellReason } from './reasons';

export { dialogueRequest } from '../core/suggest/dialogueRequest';
export { snapshotOf } from '../core/suggest/snapshot';

/** Takes each alternative as soon as it is whole, checks it, and offers it or says why not. Gives a line for the log. */
export async function readAnswer(events: AsyncIterable<ModelEvent>, { script, speech, instruction }: Question, writing: Writing, recording: Recording): Promise<string> {
  const reader = createAnswerReader();
  const accepted = [...writing.already];
  let refused = 0;
  const take = (raws: ReturnType<typeof reader.push>) => {
    for (const raw of raws) {
      const checked = checkAlternative({ script, speech, accepted, ...(instruction === undefined ? {} : { direction: instruction }) }, raw);
      if (checked.ok) {
        accepted.push(checked.text);
        if (!writing.signal.aborted) {
          recording.offered(checked.text);
        }
        writing.add({ text: checked.text, ...(checked.intent !== undefined && { intent: checked.intent }), ...(recording.id !== '' && { record: recording.id }) });
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
        recording.end({ ended: event.finish === 'stop' ? 'whole' : 'cut', model: event.model, ...(event.usage && { usage: event.usage }) });
        return `${event.finish}, ${tally()}`;
      case 'failed':
        if (event.failure.kind === 'cancelled') {
          writing.finish('stopped');
          recording.end({ ended: 'stopped' });
        } else {
          take(reader.end(true));
          writing.fail(sentenceFor(event.failure));
          recording.end({ ended: 'failed' });
        }
        return `${event.failure.kind}, ${tally()}`;
    }
  }
  writing.finish('cut');
  recording.end({ ended: 'cut' });
  return `ended without a word, ${tally()}`;
}
