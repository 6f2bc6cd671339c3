// The directions that Backlot brings along, and what some of them ask before they can be followed.
import * as vscode from 'vscode';
import type { Wish } from '../core/drafts/draft';
import type { Span } from '../core/fountain/elements';
import { REWRITE_DIRECTIONS, rewriteInstruction, type DirectionAsks, type RewriteDirectionId } from '../core/rewrite/directions';
import { sceneAt, scenesOf } from '../core/script/outline';
import { speechesOf } from '../core/script/speeches';
import { wishIn } from '../core/rewrite/wishIn';
import type { Target } from './rewriteTarget';

export interface BuiltIn {
  readonly id: RewriteDirectionId;
  readonly label: string;
  readonly detail: string;
  readonly asks?: DirectionAsks;
}

export interface Filled {
  readonly label: string;
  readonly instruction: string;
  readonly wish: Wish;
  /** A scene to take the manner from. */
  readonly like?: Span;
}

export function builtIns(): readonly BuiltIn[] {
  const told: Record<RewriteDirectionId, [string, string]> = {
    tighten: [vscode.l10n.t('tighten to a length…'), vscode.l10n.t('so many lines or eighths of a page')],
    stakes: [vscode.l10n.t('raise the stakes'), vscode.l10n.t('more to lose, and sooner')],
    visual: [vscode.l10n.t('more visual'), vscode.l10n.t('show it; let the talk go')],
    onTheNose: [vscode.l10n.t('less on the nose'), vscode.l10n.t('nobody says what they mean')],
    period: [vscode.l10n.t('language of its time…'), vscode.l10n.t('as they spoke there and then')],
    punchUp: [vscode.l10n.t('punch up'), vscode.l10n.t('sharper and funnier lines, from who they are')],
    merge: [vscode.l10n.t('merge two characters…'), vscode.l10n.t('one of them takes over what both say and do')],
    voice: [vscode.l10n.t('match the voice of another scene…'), vscode.l10n.t('its rhythm, its tone, its way of telling')],
    ownWords: [vscode.l10n.t('your own words…'), vscode.l10n.t('just type what you want')],
  };
  return REWRITE_DIRECTIONS.map(({ id, asks }) => ({ id, label: told[id][0], detail: told[id][1], ...(asks ? { asks } : {}) }));
}

/** A direction with what it asks for; undefined when the writer went away. */
export async function fillIn({ id, label, asks }: BuiltIn, target: Target): Promise<Filled | undefined> {
  if (id === 'ownWords') {
    const words = (await vscode.window.showInputBox({ title: vscode.l10n.t('Rewrite {0}', target.title), prompt: vscode.l10n.t('Say what you want, as you would to a co-writer.'), placeHolder: vscode.l10n.t('She never sits down.') }))?.trim();
    return words === undefined || words === '' ? undefined : { label: words, instruction: words, wish: {} };
  }
  const answer = asks === undefined ? { label } : await ASKING[asks](target);
  return answer && { label: answer.label, instruction: rewriteInstruction(id, answer.told) ?? answer.label, wish: answer.wish ?? {}, ...(answer.like ? { like: answer.like } : {}) };
}

interface Answer {
  readonly label: string;
  /** What the model is told of it. */
  readonly told?: string;
  readonly wish?: Wish;
  readonly like?: Span;
}

const ASKING: Readonly<Record<DirectionAsks, (target: Target) => Promise<Answer | undefined>>> = {
  async length() {
    const words = await vscode.window.showInputBox({
      title: vscode.l10n.t('Tighten to a Length'),
      prompt: vscode.l10n.t('How long may it be? In lines, in eighths of a page, or in pages.'),
      placeHolder: vscode.l10n.t('12 lines, 4/8, half a page'),
      validateInput: (value) => (value.trim() === '' || hasLength(value) ? undefined : vscode.l10n.t('Say a length: 12 lines, 4/8, half a page.')),
    });
    return words === undefined || !hasLength(words) ? undefined : { label: vscode.l10n.t('tighten to {0}', words.trim()), told: words.trim(), wish: wishIn(words) };
  },
  async period() {
    const words = (await vscode.window.showInputBox({ title: vscode.l10n.t('Language of Its Time'), prompt: vscode.l10n.t('When and where?'), placeHolder: vscode.l10n.t('London, 1888') }))?.trim();
    return words === undefined || words === '' ? undefined : { label: vscode.l10n.t('language of {0}', words), told: words };
  },
  async characters({ script, span }) {
    const names = [...new Set(speechesOf(script, span).map(({ name }) => name))];
    if (names.length < 2) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Fewer than two characters speak here.'));
      return undefined;
    }
    const stays = await vscode.window.showQuickPick(names, { title: vscode.l10n.t('Merge Two Characters'), placeHolder: vscode.l10n.t('Who stays?') });
    const goes = stays === undefined ? undefined : await vscode.window.showQuickPick(names.filter((name) => name !== stays), { title: vscode.l10n.t('Merge Two Characters'), placeHolder: vscode.l10n.t('Who goes, and becomes {0}?', stays) });
    return goes === undefined || stays === undefined ? undefined : { label: vscode.l10n.t('merge {0} into {1}', goes, stays), told: `${goes} goes, ${stays} stays` };
  },
  async scene({ script, span }) {
    const here = sceneAt(script, span.from);
    const others = scenesOf(script).filter((scene) => scene !== here);
    const items = others.map(({ item, from, to }) => ({ label: item.heading, description: item.number === undefined ? '' : `#${item.number}`, detail: item.synopsis ?? '', span: { from, to } }));
    const chosen = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Match the Voice of Another Scene'), placeHolder: vscode.l10n.t('Which scene sounds as this one should?'), matchOnDetail: true });
    return chosen && { label: vscode.l10n.t('in the voice of {0}', chosen.label), told: `"${chosen.label}"`, like: chosen.span };
  },
};

function hasLength(words: string): boolean {
  const { lines, eighths } = wishIn(words);
  return lines !== undefined || eighths !== undefined;
}
