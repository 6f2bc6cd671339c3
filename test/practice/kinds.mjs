// What the practice model can do besides dialogue alternatives: each looks at the messages and gives the answer's text, or
// undefined when something else is asked for.
import { composeContinuation } from './continuation.mjs';
import { composeElements } from './elements.mjs';
import { composeNotes } from './notes.mjs';
import { composePlan, composeScene } from './develop.mjs';
import { composeRewrite } from './rewrite.mjs';
import { composeScenarios } from './scenarios.mjs';

/** @type {((messages: { role: string, content: unknown }[]) => string | undefined)[]} */
export const KINDS = [composeRewrite, composeElements, composeNotes, composeContinuation, composeScenarios, composePlan, composeScene];
