// What the model is told when a scenario is developed: the same to the letter for its plan and for each of its scenes, so that all of it stays cached.

/** The task of a development. Which of its two steps is wanted, the request's end says. */
export const DEVELOP_RULES = `You develop a story idea into scenes. The writer has chosen a <scenario>: another way for one <stretch> of their screenplay. First comes a plan of its scenes, then each scene is written, one at a time. The last lines of the request say which of the two is wanted now.

<plan> is the plan agreed on; <written> holds the scenes of it that stand already; <voices> shows how people talk.

For a plan
- account for every scene of the stretch, once, in its order, by its label: keep it as it is; change it, where it has to tell something else; drop it, where it no longer happens. Put new scenes where they belong.
- keep what the scenario does not touch. The fewest changes that make it true are the best plan.
- every scene turns something; two that turn the same thing are one.
- "heading" as the script writes headings; for a kept or dropped scene its own, copied. "beat": one or two sentences, what happens and what has changed at its end.

For a scene
- write this scene alone, in Fountain, its heading first, exactly as given. Stop where it ends. No title, no notes, no comments, no fence.
- what the plan and the written scenes say has happened has happened; what comes later has not.
- people talk as their own lines show: length, grammar, rhythm, dialect, ways of dodging. The wish is under the words. No feelings or themes said outright, nothing explained that both know.
- action is what a camera sees and a microphone hears, in the script's own manner: its tense, the length of its paragraphs, how it brings people in.
- enter late, leave early. As long as its beat needs, and no longer than scenes of its kind in this script.

Write in the language and spelling of the screenplay. Invent no new main characters and no facts the script contradicts.`;

const TEXT = { type: 'string' } as const;

/** The schema of a plan. */
export const PLAN_SCHEMA = {
  name: 'plan',
  schema: {
    type: 'object',
    properties: {
      scenes: {
        type: 'array',
        items: {
          type: 'object',
          properties: { fate: { type: 'string', enum: ['keep', 'change', 'new', 'drop'] }, label: TEXT, heading: TEXT, beat: TEXT },
          required: ['fate', 'label', 'heading', 'beat'],
          additionalProperties: false,
        },
      },
    },
    required: ['scenes'],
    additionalProperties: false,
  },
} as const;
