// What the writer sees of an asking: progress with a way to stop, and one sentence at its end.
import * as vscode from 'vscode';
import type { Span } from '../core/fountain/elements';
import type { NotesOutcome } from './askNotes';
import { followSpans, type FollowedSpans } from './followSpans';
import type { NoteParts } from './noteCommands';
import { goToNote } from './notePlace';
import type { AskedScope } from './notesScope';
import type { NotesChoice } from './notesWish';
import { tellWriter, WriterError } from '../host/commands';
import { plainMessage } from '../host/plainMessage';
import { reopenDocument } from '../host/reopenDocument';
import { countNotes } from './noteWords';

/** For a sentence with what a server said, in characters. */
const LONGEST_SENTENCE = 400;

/** Scripts whose pages are being read: asked twice at once, a reader says everything twice. */
const busy = new Set<string>();

/**
 * Asks, shows the first note once it is there, and tells how it went.
 * @param spans what is to be read, as the script stands now: all of the scope, or what was left of it
 */
export async function askAndTell(parts: NoteParts, scope: AskedScope, wish: NotesChoice, spans: readonly Span[] = [scope.span]): Promise<void> {
  const uri = scope.document.uri.toString();
  if (busy.has(uri)) {
    throw new WriterError(vscode.l10n.t('Notes on this script are being written already. Wait for them, or stop them first.'));
  }
  busy.add(uri);
  // From here on: what is asked next may take the writer's time, and the script changes meanwhile.
  const asked = followSpans(uri, spans, parts.app.scripts);
  try {
    const outcome = await askWithProgress(parts, scope, asked, wish);
    if (outcome) {
      // Not awaited: who asked is not kept waiting until the writer has closed the message.
      void tellOutcome(outcome, parts, scope, wish)
        .catch((error: unknown) => tellWriter(parts.app.log, 'notes', error))
        .finally(() => outcome.rest?.dispose());
    }
  } finally {
    asked.dispose();
    busy.delete(uri);
  }
}

async function askWithProgress(parts: NoteParts, scope: AskedScope, asked: FollowedSpans, wish: NotesChoice): Promise<NotesOutcome | undefined> {
  const { asker, store, threads, app } = parts;
  const uri = scope.document.uri.toString();
  const title = vscode.l10n.t('Reading {0}', plainMessage(scope.name));
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title, cancellable: true }, async (progress, token) => {
    const controller = new AbortController();
    let count = 0;
    let where = '';
    const report = (): void => progress.report({ message: [where, ...(count > 0 ? [countNotes(count)] : [])].join(', ') });
    const subscriptions = [
      token.onCancellationRequested(() => controller.abort()),
      app.scripts.onDidClose((document) => document === scope.document && controller.abort()),
      store.onDidChange(({ before, after }) => {
        if (before === undefined && after?.uri === uri) {
          count += 1;
          report();
          if (count === 1) {
            // The first opens; the others wait folded, so that the page does not jump while they come.
            threads.reveal(after.id);
          }
        }
      }),
    ];
    try {
      return await asker.ask(scope, asked, wish, (message) => {
        where = message;
        report();
      }, controller.signal);
    } finally {
      vscode.Disposable.from(...subscriptions).dispose();
    }
  });
}

async function tellOutcome(outcome: NotesOutcome, parts: NoteParts, scope: AskedScope, wish: NotesChoice): Promise<void> {
  const { store, threads } = parts;
  const [first] = outcome.notes;
  const [go, all, again] = [vscode.l10n.t('Go to First Note'), vscode.l10n.t('Show All Notes'), vscode.l10n.t('Try Again')];
  const message = sentencesFor(outcome).join(' ');
  if (outcome.ended === 'failed') {
    if ((await vscode.window.showWarningMessage(message, again)) === again) {
      await askRest(outcome, parts, scope, wish);
    }
    return;
  }
  if (outcome.ended === 'stopped' && outcome.notes.length === 0) {
    return;
  }
  const chosen = await vscode.window.showInformationMessage(message, ...(first === undefined ? [] : [go, all]), ...(outcome.ended === 'cut' ? [again] : []));
  const note = first === undefined ? undefined : store.get(first);
  if (chosen === again) {
    await askRest(outcome, parts, scope, wish);
  } else if (chosen === go && note) {
    await goToNote(note, store, threads);
  } else if (chosen === all) {
    await vscode.commands.executeCommand('backlot.notes.list', scope.document.uri);
  }
}

/** What was read is read: only the rest is asked for, wherever it is by now. */
async function askRest({ rest }: NotesOutcome, parts: NoteParts, scope: AskedScope, wish: NotesChoice): Promise<void> {
  const document = await reopenDocument(scope.document.uri.toString());
  const spans = rest?.now ?? [];
  if (spans.length === 0) {
    throw new WriterError(vscode.l10n.t('What was still to be read is not in the script any more.'));
  }
  await askAndTell(parts, { ...scope, document }, wish, spans);
}

/** How it went: what there is, what is missing and why. */
function sentencesFor({ notes, refused, ended, message, cut }: NotesOutcome): string[] {
  const notOnPage = refused.notOnPage ?? 0;
  const again = refused.again ?? 0;
  const others = (refused.form ?? 0) + (refused.empty ?? 0) + (refused.otherKind ?? 0);
  const count = notes.length > 0 ? vscode.l10n.t('{0}.', countNotes(notes.length)) : ended === 'whole' && again === 0 ? vscode.l10n.t('The reader has no notes on this.') : vscode.l10n.t('No new notes.');
  return [
    ...(message === undefined ? [] : [plainMessage(message, LONGEST_SENTENCE)]),
    ...(ended === 'failed' && notes.length === 0 ? [] : [count]),
    ...(cut ? [vscode.l10n.t('The answer broke off before its end: {0}.', cut.join('; '))] : ended === 'cut' ? [vscode.l10n.t('The answer broke off before its end.')] : []),
    ...(notOnPage > 0 ? [vscode.l10n.t('{0} left out: what they quote is not on the page.', notOnPage)] : []),
    ...(again > 0 ? [vscode.l10n.t('{0} left out: said before.', again)] : []),
    ...(others > 0 ? [vscode.l10n.t('{0} left out: not a note of the kind asked for.', others)] : []),
  ];
}
