// The words in which notes are shown: their kinds, their states, and what a reader's remark looks like under a line.
import * as vscode from 'vscode';
import { isStale, type NoteKind, type ReaderNote } from '../core/notes/note';
import type { NoteWords } from '../core/notes/noteList';

export function kindLabel(kind: NoteKind): string {
  return kindLabels()[kind];
}

function kindLabels(): Record<NoteKind, string> {
  return {
    clarity: vscode.l10n.t('Clarity'),
    stakes: vscode.l10n.t('Stakes'),
    voice: vscode.l10n.t('Voice'),
    sameVoice: vscode.l10n.t('Anyone’s line'),
    continuity: vscode.l10n.t('Continuity'),
    setUp: vscode.l10n.t('Set-up'),
    pace: vscode.l10n.t('Pace'),
  };
}

/** What each kind looks for, for those who choose among them. */
export function kindDetail(kind: NoteKind): string {
  const details: Record<NoteKind, string> = {
    clarity: vscode.l10n.t('who, where, what or why cannot be followed'),
    stakes: vscode.l10n.t('nobody can win or lose enough'),
    voice: vscode.l10n.t('this character would not say or do it'),
    sameVoice: vscode.l10n.t('dialogue that any character could say'),
    continuity: vscode.l10n.t('contradicts a time, a place, a fact, a thing'),
    setUp: vscode.l10n.t('planted and not paid off, or the other way round'),
    pace: vscode.l10n.t('goes on after its point, or hurries past it'),
  };
  return details[kind];
}

/** What became of a note, in a word or two; undefined for one that is open on its words. */
export function stateLabel(note: ReaderNote): string | undefined {
  const state = note.state === 'resolved' ? vscode.l10n.t('resolved') : note.state === 'kept' ? vscode.l10n.t('kept in the script') : undefined;
  const stale = isStale(note) ? staleLabel(note) : undefined;
  return state !== undefined && stale !== undefined ? `${state}, ${stale}` : (state ?? stale);
}

function staleLabel({ anchor }: ReaderNote): string {
  return anchor.standing === 'gone' ? vscode.l10n.t('the line is gone') : vscode.l10n.t('the line has changed since');
}

/** A note as text: what it says, and the next step. */
export function noteBody({ text, nextStep }: ReaderNote): string {
  return nextStep === '' ? text : `${text}\n\n${vscode.l10n.t('Next step: {0}', nextStep)}`;
}

/** A note on one line, as it is kept in a script. */
export function keptWords(note: ReaderNote): string {
  return `${kindLabel(note.kind)}: ${noteBody(note)}`;
}

/** What the record of AI use is told was offered: the model's words alone. */
export function offeredWords({ text, nextStep }: ReaderNote): string {
  return nextStep === '' ? text : `${text}\n${nextStep}`;
}

/** "1 note", "5 notes". */
export function countNotes(count: number): string {
  return count === 1 ? vscode.l10n.t('1 note') : vscode.l10n.t('{0} notes', count);
}

export function markdownWords(file: string): NoteWords {
  return {
    title: vscode.l10n.t('Notes on {0}', file),
    beforeScenes: vscode.l10n.t('Before the first scene'),
    kinds: kindLabels(),
    next: vscode.l10n.t('Next step:'),
    resolved: vscode.l10n.t('resolved'),
    kept: vscode.l10n.t('kept in the script'),
    stale: vscode.l10n.t('the line has changed since'),
  };
}
