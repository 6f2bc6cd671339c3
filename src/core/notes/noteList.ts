// A script's notes in its order, scene by scene, and as Markdown for a mail or a meeting.
import type { Script } from '../fountain/script';
import { sceneIndexAt, scenesOf } from '../script/outline';
import { isStale, type NoteKind, type ReaderNote } from './note';

/** The notes of one scene; `number` counts from 1, 0 stands for what precedes the first. */
export interface SceneNotes {
  readonly number: number;
  readonly heading: string;
  readonly notes: readonly ReaderNote[];
}

/** The notes by the scene they stand in now, in the script's order. Scenes without any are left out. */
export function notesByScene(notes: readonly ReaderNote[], script: Script): readonly SceneNotes[] {
  const scenes = scenesOf(script);
  const byScene = new Map<number, ReaderNote[]>();
  for (const note of [...notes].sort((a, b) => a.anchor.from - b.anchor.from || a.createdAt - b.createdAt)) {
    const number = sceneIndexAt(scenes, note.anchor.from) + 1;
    byScene.set(number, [...(byScene.get(number) ?? []), note]);
  }
  return [...byScene].map(([number, own]) => ({ number, heading: scenes[number - 1]?.item.heading ?? '', notes: own }));
}

/** The words that a list of notes is written with, in the writer's language. */
export interface NoteWords {
  readonly title: string;
  readonly beforeScenes: string;
  readonly kinds: Readonly<Record<NoteKind, string>>;
  readonly next: string;
  readonly resolved: string;
  readonly kept: string;
  readonly stale: string;
}

/** The notes as Markdown, by scene. What a model or a script says in it is text, whatever it looks like: no links, no images, no HTML. */
export function notesMarkdown(scenes: readonly SceneNotes[], words: NoteWords): string {
  const lines = [`# ${escapeMarkdown(words.title)}`];
  for (const { number, heading, notes } of scenes) {
    lines.push('', `## ${number === 0 ? escapeMarkdown(words.beforeScenes) : `${number}. ${escapeMarkdown(heading)}`}`);
    for (const note of notes) {
      const states = [...(note.state === 'resolved' ? [words.resolved] : note.state === 'kept' ? [words.kept] : []), ...(isStale(note) ? [words.stale] : [])];
      const state = states.length > 0 ? ` (${states.join(', ')})` : '';
      lines.push('', `**${escapeMarkdown(words.kinds[note.kind] + state)}**`, '', ...quoteLines(note.quote), '', escapeMarkdown(note.text));
      if (note.nextStep !== '') {
        lines.push('', `*${escapeMarkdown(words.next)}* ${escapeMarkdown(note.nextStep)}`);
      }
    }
  }
  return `${lines.join('\n')}\n`;
}

function quoteLines(quote: string): string[] {
  return quote.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '').map((line) => `> ${escapeMarkdown(line.trim())}`);
}

/** Every sign that Markdown might read as more than itself, and what would begin a list, a heading or an address. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]()#+!|<>~&]/g, '\\$&')
    .replace(/^(\s*)([-=])/, '$1\\$2')
    .replace(/^(\s*\d+)([.])/, '$1\\$2')
    .replace(/:\/\//g, ':\u200b//')
    .replace(/\bwww\./gi, (found) => `${found.slice(0, 3)}\u200b.`);
}
