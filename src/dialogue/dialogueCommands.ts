// What the commands of dialogue do, and what happens when the writer asks for more: read at the first of them.
import * as vscode from 'vscode';
import { speechAt } from '../core/script/speeches';
import type { App } from '../host/app';
import { WriterError, type CommandHandler } from '../host/commands';
import { reopenDocument } from '../host/reopenDocument';
import type { ModelSource } from '../models/modelSource';
import type { Ask, Review } from '../review/review';
import { createAsker, type Asker } from './asker';
import { suggestForCharacter } from './forCharacter';
import { showWhatIsSent } from './shownRequest';
import { speechAtCursor } from './speechAtCursor';

export interface DialogueCommands {
  readonly handlers: Readonly<Record<string, CommandHandler>>;
  readonly more: (ask: Ask) => Promise<void>;
}

export function dialogueCommands(app: App, models: ModelSource, review: Review): DialogueCommands {
  const { scripts, context } = app;
  const asker = createAsker(app, models, review);
  const suggest = async (direction?: string) => {
    const target = await speechAtCursor(scripts);
    if (target) {
      await asker.ask({ ...target, reveal: true, ...(await wishOf(direction)) });
    }
  };
  return {
    handlers: {
      'backlot.dialogue.suggest': () => suggest(),
      'backlot.dialogue.suggestWithDirection': async () => {
        const { pickDirection } = await import('./directionPick');
        const direction = await pickDirection(context.globalState);
        if (direction !== undefined) {
          await suggest(direction);
        }
      },
      'backlot.dialogue.suggestForCharacter': async () => {
        const target = await speechAtCursor(scripts);
        if (target) {
          await suggestForCharacter(asker, target);
        }
      },
      'backlot.dialogue.showRequest': () => showWhatIsSent(app, asker),
    },
    more: (ask) => askForMore(ask, app, review, asker),
  };
}

async function wishOf(direction: string | undefined): Promise<{ direction?: string; instruction?: string }> {
  if (direction === undefined || direction === '') {
    return {};
  }
  const { instructionFor } = await import('./directionPick');
  return { direction, instruction: instructionFor(direction) };
}

/** More for a proposal that is there; for a line that has changed since, new ones for the line as it is now. */
async function askForMore({ proposal, direction }: Ask, { scripts, context }: App, review: Review, asker: Asker): Promise<void> {
  const document = await reopenDocument(proposal.uri);
  const script = scripts.get(document);
  // Where it is now: opening the file, which may have changed meanwhile, has looked for its line again.
  const { anchor } = review.list().find(({ id }) => id === proposal.id) ?? proposal;
  // Where a line is gone, another one stands in its place.
  const speech = anchor.standing === 'gone' ? undefined : speechAt(script, Math.min(anchor.from, script.length));
  if (!speech) {
    throw new WriterError(vscode.l10n.t('The speech these were written for is not in the script any more. Undo brings it back.'));
  }
  if (direction !== undefined) {
    const { rememberDirection } = await import('./directionPick');
    await rememberDirection(context.globalState, direction);
  }
  await asker.ask({ document, script, speech, reveal: true, ...(await wishOf(direction)) });
}
