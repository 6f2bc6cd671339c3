// backlot prompt: exactly what would be sent for a speech. Sends nothing.
import { modelFromEnvironment } from '../models/environment';
import { readAsking, requestFor } from './askAbout';
import { InputError, type Verb } from './verb';

/** Stands in where no model is named, so that a request can be read before there is one. */
const NOBODY = { BACKLOT_BASE_URL: 'http://localhost:11434/v1', BACKLOT_MODEL: 'no-model-named' };

export const promptVerb: Verb = {
  name: 'prompt',
  summary: 'the request that suggest would send for a speech, and nothing sent',
  usage: 'backlot prompt FILE --line N [-n 3] [--direction TEXT]',
  async run(args, io) {
    const asking = await readAsking(args, io);
    const named = Object.fromEntries(Object.entries(io.env).filter(([, value]) => value?.trim()));
    const model = modelFromEnvironment({ ...NOBODY, ...named });
    if ('message' in model) {
      throw new InputError(model.message);
    }
    io.write(`${model.preview(requestFor(asking, model.contextTokens))}\n`);
    return 0;
  },
};
