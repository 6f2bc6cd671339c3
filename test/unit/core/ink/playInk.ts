// Compiles an ink story with inkjs and plays it, for tests: every way through it to the end.
import assert from 'node:assert/strict';
import { Compiler, CompilerOptions } from 'inkjs/full';

export interface Played {
  /** The options taken, in order. */
  readonly chosen: readonly string[];
  /** The lines printed, in order. */
  readonly lines: readonly string[];
}

/** Every way through the story, depth first. Fails when it does not compile without an error or a warning. */
export function playAll(source: string, most = 64): Played[] {
  const told: string[] = [];
  const compiler = new Compiler(source, new CompilerOptions(null, [], false, (message) => void told.push(message)));
  let story: ReturnType<Compiler['Compile']> | undefined;
  try {
    story = compiler.Compile();
  } catch (error) {
    assert.fail(`${told.join('\n')}\n${String(error)}\n${source}`);
  }
  assert.deepEqual(told, [], source);
  const found: Played[] = [];
  const walk = (chosen: readonly string[], before: readonly string[]): void => {
    const lines = [...before];
    while (story.canContinue) {
      const line = (story.Continue() ?? '').replace(/\n$/, '');
      // A step that only diverts prints nothing.
      lines.push(...(line === '' ? [] : [line]));
    }
    assert.deepEqual([story.currentErrors ?? [], story.currentWarnings ?? []], [[], []]);
    const state = story.state.ToJson();
    const options = story.currentChoices.map(({ text }) => text);
    if (options.length === 0) {
      found.push({ chosen, lines });
    }
    for (const [index, option] of options.entries()) {
      if (found.length < most) {
        story.state.LoadJson(state);
        story.ChooseChoiceIndex(index);
        walk([...chosen, option], lines);
      }
    }
  };
  walk([], []);
  return found;
}
