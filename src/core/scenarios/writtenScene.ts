// One scene as a model wrote it, made fit to stand in a script: its heading as planned, nothing that reaches beyond it.
import { parse } from '../fountain/parse';
import type { Script } from '../fountain/script';
import { elementsOf } from '../script/elements';
import { scenesOf } from '../script/outline';
import { LIMITS } from './limits';
import { plainText } from './plainText';
import type { DevelopedScene } from './scenario';

/** What is off with a scene as it was written; none of it is repaired without being told. */
export type SceneProblem = 'empty' | 'headings' | 'sections' | 'unclosed' | 'long';

export interface WrittenScene {
  /** Fountain, heading first, lines parted by "\n", no blank line at the end. */
  readonly text: string;
  readonly problems: readonly SceneProblem[];
}

/** The line of a heading that reads back as this heading: as it is, or forced by a dot. Undefined where none does. */
export function headingLine(heading: string, number?: string): string | undefined {
  const plain = heading.replace(/[\s\u0000-\u001f]+/gu, ' ').trim();
  const behind = number === undefined ? '' : ` #${number}#`;
  return [plain, `.${plain}`].map((line) => line + behind).find((line) => {
    const scenes = scenesOf(parse(`\n${line}\n\nx`));
    return scenes.length === 1 && scenes[0]?.item.heading === plain && scenes[0].item.number === number && scenes[0].line === 1;
  });
}

/** A heading from a plan or an answer, as the script would have it: no dot, no number; "SCENE" where nothing of it can stand. */
export function plannedHeading(named: string): string {
  const plain = plainText(plainText(named).replace(/\[\[|\]\]|\/\*|\*\//g, ' '))
    .replace(/^[\s.*_#"]+|[\s*_"]+$/gu, '')
    .replace(/\s*#[^#]*#?$/u, '')
    .trim()
    .slice(0, LIMITS.heading - 1)
    .trim();
  return headingLine(plain) === undefined ? 'SCENE' : plain;
}

/** The text without the marks of notes and boneyards that are not closed in it: in a script they would reach into the next scene. */
function closedMarks(text: string): string {
  let made = '';
  let at = 0;
  while (at < text.length) {
    const pair = text.slice(at, at + 2);
    const close = pair === '/*' ? '*/' : pair === '[[' ? ']]' : undefined;
    const end = close === undefined ? -1 : text.indexOf(close, at + 2);
    if (close !== undefined && end >= 0) {
      const inside = text.slice(at + 2, end);
      // A boneyard begun in a note is one all the same, and would go on behind it.
      made += pair + (pair === '[[' ? inside.replace(/\/\*|\*\//g, '') : inside) + close;
      at = end + 2;
    } else if (close !== undefined || pair === '*/' || pair === ']]') {
      at += 2;
    } else {
      made += text.charAt(at);
      at++;
    }
  }
  return made;
}

function isHeadingOf(script: Script): boolean {
  const [first] = elementsOf(script);
  return first?.element.kind === 'sceneHeading';
}

/**
 * The scene as it stands in an assembled script: the planned heading in place of the answer's own (with the number of the
 * scene it changes), notes and boneyards closed, blank lines at both ends gone. Headings and sections further down stay
 * and are told, as is what else is off. Never throws.
 * @param text what came, in any state; Fountain with fences and talk already taken away
 */
export function writtenScene(scene: DevelopedScene, text: string): WrittenScene {
  const lines = closedMarks(text.replace(/\r\n?/g, '\n').replace(/\u0000/g, '').slice(0, LIMITS.sceneText)).split('\n');
  const start = lines.findIndex((line) => line.trim() !== '');
  const body = start < 0 ? [] : lines.slice(start);
  const hasHeading = isHeadingOf(parse(`\n${body[0] ?? ''}\n\nx`));
  const below = (hasHeading ? body.slice(1) : body).join('\n').replace(/^(?:[ \t]*\n)+/, '').trimEnd();
  const heading = headingLine(scene.heading, scene.fate === 'change' ? scene.sceneNumber : undefined) ?? headingLine(scene.heading) ?? 'INT. SCENE';
  const made = below === '' ? heading : `${heading}\n\n${below}`;
  const kinds = [...elementsOf(parse(`\n${made}\n`))].map(({ element }) => element.kind);
  const problems: SceneProblem[] = [
    ...(below === '' ? ['empty' as const] : []),
    ...(kinds.filter((kind) => kind === 'sceneHeading').length > 1 ? ['headings' as const] : []),
    ...(kinds.includes('section') ? ['sections' as const] : []),
    ...(closedMarks(text) !== text ? ['unclosed' as const] : []),
    ...(text.length > LIMITS.sceneText ? ['long' as const] : []),
  ];
  return { text: made, problems };
}
