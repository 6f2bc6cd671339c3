// The writing commands and the hints, each read when first needed.
import * as vscode from 'vscode';
import type { App } from '../host/app';

const WRITING = [
  'backlot.write.changeCase',
  'backlot.write.toggleBold',
  'backlot.write.toggleItalic',
  'backlot.write.toggleUnderline',
  'backlot.write.toggleNote',
  'backlot.write.toggleBoneyard',
  'backlot.write.toggleDual',
  'backlot.write.toggleCentre',
  'backlot.write.insertDate',
  'backlot.write.insertTime',
  'backlot.write.insertPageBreak',
  'backlot.write.insertSection',
  'backlot.write.insertSynopsis',
];
const NUMBERING = ['backlot.scenes.number', 'backlot.scenes.removeNumbers', 'backlot.scenes.lockNumbers', 'backlot.scenes.unlockNumbers'];

export function registerWriting(app: App): vscode.Disposable {
  // Not at once: what a writer sees first comes first.
  const hints = import('./hints').then(({ startHints }) => startHints(app));
  return vscode.Disposable.from(
    { dispose: () => void hints.then((started) => void started.dispose()) },
    ...WRITING.map((id) => app.commands.register(id, async () => (await import('./commands')).runWriting(verbOf(id), app))),
    ...NUMBERING.map((id) => app.commands.register(id, async () => (await import('./sceneNumbers')).runNumbering(verbOf(id), app))),
  );
}

function verbOf(id: string): string {
  return id.slice(id.lastIndexOf('.') + 1);
}
