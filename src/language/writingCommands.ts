// The writing commands: case, emphasis, notes, boneyards, dual dialogue, centring, and what is put in at the cursor.
import * as vscode from 'vscode';
import { tidyEdits } from '../core/edits/editList';
import { textOf } from '../core/fountain/script';
import { changeCase } from '../core/script/changeCase';
import { insertLine } from '../core/script/insertLine';
import { setTitleEntry } from '../core/script/titleEntry';
import { toggleCentre } from '../core/script/toggleCentre';
import { toggleDual } from '../core/script/toggleDual';
import { toggleEmphasis, type Emphasis } from '../core/script/toggleEmphasis';
import { toggleHidden } from '../core/script/toggleHidden';
import { WriterError, type CommandHandler } from '../host/commands';
import type { ScriptStore } from '../host/scriptStore';
import { applyHere, writingNow, type WritingNow } from './commandEdits';

type Run = (now: WritingNow) => Promise<void>;

const RUNS: Readonly<Record<string, Run>> = {
  'backlot.write.changeCase': async (now) => {
    // A line for each cursor that has nothing selected, once however many cursors stand in it.
    const spans = now.selections.map((span, index) => (span.from < span.to ? span : lineAt(now, index)));
    await applyHere(now, changeCase(now.script, spans.filter((span, index) => spans.findIndex(({ from, to }) => from === span.from && to === span.to) === index)));
  },
  'backlot.write.toggleBold': emphasis('bold'),
  'backlot.write.toggleItalic': emphasis('italic'),
  'backlot.write.toggleUnderline': emphasis('underline'),
  'backlot.write.toggleNote': hide('note'),
  'backlot.write.toggleBoneyard': hide('boneyard'),
  'backlot.write.toggleDual': async (now) => {
    const result = toggleDual(now.script, now.selections[0]?.from ?? 0);
    if (!result.ok) {
      throw new WriterError(
        result.reason === 'noSpeech'
          ? vscode.l10n.t('Put the cursor in one of the two speeches first.')
          : vscode.l10n.t('Two speeches can stand side by side when nothing stands between them and neither has a partner yet.'),
      );
    }
    await applyHere(now, result.edits);
  },
  'backlot.write.toggleCentre': async (now) => {
    const result = toggleCentre(now.script, now.selections);
    if (!result.ok) {
      throw new WriterError(vscode.l10n.t('Only lines of action can be centred. Put the cursor on one first.'));
    }
    await applyHere(now, result.edits);
  },
  'backlot.write.insertDate': async (now) => {
    const date = new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'long' }).format(new Date());
    await (isOnTitlePage(now) ? setDraftDate(now, date) : insertText(now, date));
  },
  'backlot.write.insertTime': async (now) => insertText(now, new Intl.DateTimeFormat(vscode.env.language, { timeStyle: 'short' }).format(new Date())),
  'backlot.write.insertPageBreak': put('==='),
  'backlot.write.insertSection': put('# '),
  'backlot.write.insertSynopsis': put('= '),
};

/** The handlers of the manifest's commands, by their ids. */
export function writingCommands(scripts: ScriptStore): Record<string, CommandHandler> {
  return Object.fromEntries(Object.entries(RUNS).map(([id, run]) => [id, async () => run(writingNow(scripts))]));
}

function lineAt({ editor, document }: WritingNow, index: number): { from: number; to: number } {
  const line = document.lineAt(editor.selections[index]?.active ?? new vscode.Position(0, 0));
  return { from: document.offsetAt(line.range.start), to: document.offsetAt(line.range.end) };
}

function emphasis(kind: Emphasis): Run {
  return async (now) => {
    const { edits, selections } = toggleEmphasis(now.script, now.selections, kind);
    if (edits.length === 0) {
      throw new WriterError(vscode.l10n.t('Nothing here can be emphasised: marks would print, or make something else of the line.'));
    }
    await applyHere(now, edits, selections);
  };
}

function hide(kind: 'note' | 'boneyard'): Run {
  return async (now) => {
    const result = toggleHidden(now.script, now.selections, kind);
    if (!result.ok) {
      throw new WriterError(
        kind === 'note'
          ? vscode.l10n.t('There is a note in this already, or half of one. Select text without notes.')
          : vscode.l10n.t('There is a boneyard in this already, or half of one. Select text without it.'),
      );
    }
    await applyHere(now, result.edits, result.selections);
  };
}

function isOnTitlePage({ script, selections }: WritingNow): boolean {
  const first = script.chunks[0]?.blocks[0]?.elements[0];
  return first?.kind === 'titlePage' && (selections[0]?.from ?? Infinity) <= first.to;
}

async function setDraftDate(now: WritingNow, date: string): Promise<void> {
  const edit = setTitleEntry(now.script, 'Draft date', date);
  if (edit) {
    await applyHere(now, [edit]);
  }
}

/** Puts a text in place of every selection. */
async function insertText(now: WritingNow, text: string): Promise<void> {
  const edits = now.selections.map(({ from, to }) => ({ offset: from, removed: to - from, inserted: text }));
  await applyHere(now, tidyEdits(textOf(now.script), edits));
}

function put(words: string): Run {
  return async (now) => {
    const line = insertLine(now.script, now.selections[0]?.from ?? 0, words);
    if (!line) {
      throw new WriterError(vscode.l10n.t('There is no safe place for it here. Put the cursor outside notes and cut passages.'));
    }
    await applyHere(now, [line.edit]);
    const cursor = now.document.positionAt(line.cursor);
    now.editor.selection = new vscode.Selection(cursor, cursor);
    now.editor.revealRange(now.editor.selection);
  };
}
