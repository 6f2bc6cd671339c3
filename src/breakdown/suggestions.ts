// What may be an element, for the writer to accept or refuse: found offline in the script, and what a model has named.
import * as vscode from 'vscode';
import type { Breakdown, Suggestion } from '../core/breakdown/breakdown';
import { findWords } from '../core/breakdown/findWords';
import { suggestionKey } from '../core/breakdown/suggestionKey';
import { suggestionsOf } from '../core/breakdown/suggestions';
import { layoutOf } from '../core/page/layout';
import { countedPageOptions } from '../host/settings';
import type { ProductionState } from '../planning/planning';

/** What a model named: found again in the scene by its words as long as these stand there. */
export interface ModelFind {
  readonly sceneId: string;
  readonly category: string;
  readonly name: string;
  readonly words: string;
  readonly count?: number;
}

const KEPT = 'breakdown.modelFinds';
/** More is not kept from one window to the next. */
const MOST = 5000;

export class Suggestions implements vscode.Disposable {
  private readonly finds: Map<string, readonly ModelFind[]>;
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly known = new WeakMap<Breakdown, { readonly finds: readonly ModelFind[]; readonly all: readonly Suggestion[] }>();
  private readonly offline = new WeakMap<Breakdown, readonly Suggestion[]>();
  readonly onDidChange = this.changed.event;

  /** @param memento keeps what a model named until it is accepted or refused: asking again costs time and perhaps money */
  constructor(private readonly memento: vscode.Memento) {
    this.finds = new Map(Object.entries(memento.get<Record<string, readonly ModelFind[]>>(KEPT, {})));
  }

  /** All that wait for the writer, of the script as it stands in this state. */
  of(document: vscode.TextDocument, state: ProductionState): readonly Suggestion[] {
    const { breakdown, production } = state;
    const finds = this.findsOf(state.uri);
    const known = this.known.get(breakdown);
    if (known?.finds === finds) {
      return known.all;
    }
    let offline = this.offline.get(breakdown);
    if (!offline) {
      offline = suggestionsOf(layoutOf(state.script, countedPageOptions(document)), production, breakdown);
      this.offline.set(breakdown, offline);
    }
    // The same words of a scene are suggested once, whatever kind a model says they are.
    const place = ({ from, to }: Suggestion): string => `${from}-${to}`;
    const taken = new Set(offline.flatMap((each) => [each.key, place(each)]));
    const modelled = finds.flatMap((find) => {
      const suggestion = placed(find, state);
      const isNew = suggestion && !taken.has(suggestion.key) && !taken.has(place(suggestion));
      if (isNew) {
        taken.add(suggestion.key).add(place(suggestion));
      }
      return isNew ? [suggestion] : [];
    });
    const all = [...offline, ...modelled];
    this.known.set(breakdown, { finds, all });
    return all;
  }

  findsOf(uri: vscode.Uri): readonly ModelFind[] {
    return this.finds.get(uri.toString()) ?? NONE;
  }

  /** Keeps what a model named. */
  add(uri: vscode.Uri, find: ModelFind): void {
    this.put(uri, [...this.findsOf(uri), find]);
  }

  /** Lets go of what was settled: accepted or refused. */
  settle(uri: vscode.Uri, settled: (find: ModelFind) => boolean): void {
    const left = this.findsOf(uri).filter((find) => !settled(find));
    if (left.length < this.findsOf(uri).length) {
      this.put(uri, left);
    }
  }

  /** The script has another name: what a model named goes along. */
  moved(from: vscode.Uri, to: vscode.Uri): void {
    const finds = this.findsOf(from);
    if (finds.length > 0) {
      this.finds.delete(from.toString());
      this.put(to, finds);
    }
  }

  dispose(): void {
    this.changed.dispose();
  }

  private put(uri: vscode.Uri, finds: readonly ModelFind[]): void {
    if (finds.length === 0) {
      this.finds.delete(uri.toString());
    } else {
      this.finds.set(uri.toString(), finds.slice(-MOST));
    }
    this.changed.fire(uri);
    void this.memento.update(KEPT, this.finds.size === 0 ? undefined : Object.fromEntries(this.finds));
  }
}

const NONE: readonly ModelFind[] = [];

/** Where it stands now; undefined where its words are gone, where it is in the breakdown already, or refused. */
export function placed({ sceneId, category, name, words }: ModelFind, { script, breakdown, production }: Pick<ProductionState, 'script' | 'breakdown' | 'production'>): Suggestion | undefined {
  const scene = breakdown.scenes.find(({ id }) => id === sceneId);
  const key = suggestionKey(sceneId, category, name);
  const span = scene && !Object.hasOwn(production.refused, key) && !scene.elements.some((each) => isSame(each.name, name)) ? findWords(script, words, scene) : undefined;
  return span && { key, sceneId, category, name, ...span, source: 'model' };
}

/** Whether two names mean the same thing: without case, and a plural's s. */
export function isSame(one: string, other: string): boolean {
  const plain = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim().replace(/(?<=\p{L}{2})s$/u, '');
  return plain(one) === plain(other);
}
