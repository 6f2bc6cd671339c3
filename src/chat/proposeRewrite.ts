// A rewrite that a chat model proposes: a draft beside the script, never a change of it.
import * as vscode from 'vscode';
import type { Span } from '../core/fountain/elements';
import { sliceOf, type Script } from '../core/fountain/script';
import { wishIn } from '../core/rewrite/wishIn';
import type { ModelSource } from '../models/modelSource';
import type { Review } from '../review/review';
import { askForRewrite } from './askForRewrite';
import { findScene } from './findScene';
import { stretchOfLines, whyNoScreenplay } from './screenplayCheck';
import { words, type ToolInput } from './tools';

/** What the chat's model was given cannot be known here; where it runs neither. */
const CHAT_MODEL = { id: 'chat', origin: 'vscode-lm:chat', local: false };

/**
 * Opens a draft with the text proposed, or has the connected model write one in a direction.
 * @throws Error with a sentence for the model where the text is no screenplay or the place is not clear
 */
export async function proposeRewrite(models: ModelSource, review: Review, document: vscode.TextDocument, script: Script, input: ToolInput): Promise<string> {
  const { what, span, title } = placeOf(script, input);
  const text = withoutFence(typeof input.text === 'string' ? input.text : '');
  const direction = words(input.direction);
  if (text === '') {
    if (direction === '') {
      throw new Error('Give the new version in "text" (Fountain), or a "direction" for the model that Backlot is connected to.');
    }
    return askForRewrite(models, review, { document, script, what, span, title, direction });
  }
  const problem = whyNoScreenplay(script, span, text);
  if (problem !== undefined) {
    throw new Error(problem);
  }
  const request = { messages: [{ role: 'user', content: JSON.stringify(input) }], maxOutputTokens: 0 } as const;
  const recording = review.recorder.begin({ document, command: 'chat.rewrite', model: CHAT_MODEL, request, span, ...(direction === '' ? {} : { direction }) });
  recording.offered(text);
  recording.end({ ended: 'whole' });
  const writing = review.drafts.open({ document, script, span, kind: 'chat', title, reveal: true, ...(direction === '' ? {} : { direction, wish: wishIn(direction) }) });
  writing.recorded(recording.id);
  writing.write(text);
  writing.finish();
  return `A draft of ${title} is open beside the screenplay, old and new side by side. The screenplay is unchanged; the writer decides, change by change, what goes in.`;
}

/** The stretch to replace, without the blank lines at its end. */
function placeOf(script: Script, input: ToolInput): { what: 'scene' | 'selection'; span: Span; title: string } {
  const wanted = words(input.scene);
  const first = Math.floor(Number(input.firstLine));
  if (wanted !== '') {
    const scene = findScene(script, wanted);
    const end = sliceOf(script, scene.from, scene.to).trimEnd().length;
    return { what: 'scene', span: { from: scene.from, to: scene.from + end }, title: scene.item.heading };
  }
  if (!(first >= 1)) {
    throw new Error('Say which scene ("scene"), or which lines ("firstLine", "lastLine"), should be replaced.');
  }
  const last = Math.max(first, Math.floor(Number(input.lastLine)) || first);
  const span = stretchOfLines(script, first, last);
  if (span === undefined) {
    throw new Error(`There are no lines ${first} to ${last} with text in this screenplay.`);
  }
  return { what: 'selection', span, title: first === last ? vscode.l10n.t('Line {0}', first) : vscode.l10n.t('Lines {0}-{1}', first, last) };
}

/** The text without a fence of backticks around it, in plain line ends, without blank lines at its ends. */
export function withoutFence(text: string): string {
  const plain = text.replace(/\r\n?/g, '\n');
  const fenced = /^\s*```[^\n]*\n([^]*?)\n```\s*$/.exec(plain)?.[1] ?? plain;
  return fenced.replace(/^(?:[ \t]*\n)+/, '').trimEnd();
}
