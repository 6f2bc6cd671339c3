// The rows of each open script, brought up to date only while a view that shows them is in sight.
import * as vscode from 'vscode';
import type { Script } from '../core/fountain/script';
import { inBackground } from '../host/commands';
import type { Log } from '../host/log';
import { countedPageOptions, onSettingsChange } from '../host/settings';
import type { FollowedScript } from './followedScript';
import { OutlineNodes, type Length, type OutlineChange, type SceneTest } from './outlineNodes';
import { testFor, type SceneFilter } from './sceneFilter';

interface Kept {
  readonly nodes: OutlineNodes;
  /** Sections the writer closed: asked again when the script comes back into view. */
  readonly collapsed: Set<string>;
  filter: SceneFilter | undefined;
  test: SceneTest | undefined;
}

export class Outlines implements vscode.Disposable {
  private readonly kept = new Map<string, Kept>();
  private readonly none: Kept = makeKept();
  private readonly inSight = new Set<string>();
  private readonly updated = new vscode.EventEmitter<OutlineChange>();
  private readonly subscriptions: vscode.Disposable[];
  private shown: Kept | undefined;
  private shownScript: Script | undefined;
  /** How scenes are measured: read when a view is first in sight, so that no start of the editor waits for it. */
  private measure: ((script: Script, document: vscode.TextDocument) => readonly Length[]) | undefined;
  private isMeasureAsked = false;

  /** After an update that changed something, and whenever another script is followed. */
  readonly onDidUpdate = this.updated.event;

  constructor(
    private readonly followed: FollowedScript,
    private readonly log: Log,
  ) {
    this.subscriptions = [
      followed.onDidChange(() => this.updateInSight()),
      vscode.workspace.onDidCloseTextDocument((document) => this.kept.delete(document.uri.toString())),
      onSettingsChange(['page'], () => this.measureAgain()),
    ];
  }

  /** Brings the rows up to what the script is now. */
  bringInStep(): void {
    this.update();
  }

  /** The rows as they are now. */
  get nodes(): OutlineNodes {
    this.update();
    return this.current.nodes;
  }

  get collapsed(): Set<string> {
    return this.current.collapsed;
  }

  get filter(): SceneFilter | undefined {
    return this.current.filter;
  }

  setFilter(filter: SceneFilter | undefined): void {
    const { current } = this;
    current.filter = filter;
    current.test = filter && testFor(filter);
    this.shownScript = undefined;
    this.update();
  }

  /** A view says whether it can be seen. While none can, nothing is computed. */
  setInSight(view: string, isInSight: boolean): void {
    if (isInSight) {
      this.inSight.add(view);
      this.askForMeasure();
      this.updateInSight();
    } else {
      this.inSight.delete(view);
    }
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions, this.updated).dispose();
  }

  private get current(): Kept {
    const key = this.followed.document?.uri.toString();
    if (key === undefined) {
      return this.none;
    }
    const kept = this.kept.get(key) ?? makeKept();
    this.kept.set(key, kept);
    return kept;
  }

  private updateInSight(): void {
    if (this.inSight.size > 0) {
      this.update();
    }
  }

  private askForMeasure(): void {
    if (this.isMeasureAsked) {
      return;
    }
    this.isMeasureAsked = true;
    const read = Promise.all([import('../core/page/layout'), import('../core/page/sceneLengths')]).then(([{ layoutOf }, { sceneLengthsOf }]) => {
      this.measure = (script, document) => sceneLengthsOf(layoutOf(script, countedPageOptions(document)));
      this.measureAgain();
    });
    inBackground(this.log, 'outline.lengths', read);
  }

  private measureAgain(): void {
    this.shownScript = undefined;
    this.updateInSight();
  }

  private update(): void {
    const { current } = this;
    const { script, document } = this.followed;
    if (script === this.shownScript && current === this.shown) {
      return;
    }
    this.shownScript = script;
    const change = script === undefined ? 'all' : current.nodes.update(script, current.test, document && this.measure?.(script, document));
    const isOther = current !== this.shown;
    this.shown = current;
    this.updated.fire(isOther ? 'all' : change);
  }
}

function makeKept(): Kept {
  return { nodes: new OutlineNodes(), collapsed: new Set(), filter: undefined, test: undefined };
}
