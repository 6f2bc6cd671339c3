// Tints in the script what is still a model's text: as it was offered, and as the writer has edited it.
import * as vscode from 'vscode';
import type { AiKind, AiSpan, AcceptFate } from '../core/ledger/attribute';
import type { Entry } from '../core/ledger/entry';
import { sliceOf, type Script } from '../core/fountain/script';
import type { App } from '../host/app';
import { inBackground } from '../host/commands';
import { rangeOf } from '../host/positions';
import { isScript } from '../host/scriptStore';
import type { Records } from './records';
import { sayWhen } from './say';

/** Between keystrokes the editor carries the tint along by itself; in a pause it is worked out anew. */
const PAUSE_MS = { least: 400, most: 4000 };
/** The editor is held up while it is worked out: on a long script with much on record it waits for a longer pause. */
const REST = 6;

export class Tint implements vscode.Disposable {
  private readonly types: Readonly<Record<AiKind, vscode.TextEditorDecorationType>>;
  private readonly listeners: vscode.Disposable;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private turn = 0;
  private pause = PAUSE_MS.least;
  /** What was drawn last, by script: for tests. */
  readonly drawn = new Map<string, Readonly<Record<AiKind, readonly vscode.DecorationOptions[]>>>();

  constructor(
    private readonly app: App,
    private readonly records: Records,
  ) {
    this.types = { offered: typeFor('offered'), edited: typeFor('edited') };
    this.listeners = vscode.Disposable.from(
      app.scripts.onDidChange(() => this.drawSoon()),
      records.onDidChange(() => this.drawSoon()),
      vscode.window.onDidChangeVisibleTextEditors(() => inBackground(app.log, 'record', this.draw())),
    );
  }

  async draw(): Promise<void> {
    clearTimeout(this.timer);
    const turn = ++this.turn;
    const shown = vscode.window.visibleTextEditors.filter(({ document }) => isScript(document));
    for (const document of new Set(shown.map((editor) => editor.document))) {
      const started = Date.now();
      const { script, attribution, entries } = await this.records.of(document);
      this.pause = Math.min(PAUSE_MS.most, Math.max(PAUSE_MS.least, REST * (Date.now() - started)));
      if (turn !== this.turn) {
        return;
      }
      // Changed while the record was read: the change has asked for another drawing.
      if (script === this.app.scripts.get(document)) {
        const options = optionsFor(document, script, attribution.spans, attribution.accepts, entries);
        this.drawn.set(document.uri.toString(), options);
        for (const editor of shown.filter((each) => each.document === document)) {
          editor.setDecorations(this.types.offered, options.offered);
          editor.setDecorations(this.types.edited, options.edited);
        }
      }
    }
  }

  dispose(): void {
    this.turn++;
    clearTimeout(this.timer);
    this.listeners.dispose();
    this.types.offered.dispose();
    this.types.edited.dispose();
  }

  private drawSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => inBackground(this.app.log, 'record', this.draw()), this.pause);
  }
}

function typeFor(kind: AiKind): vscode.TextEditorDecorationType {
  const color = (part: string): vscode.ThemeColor => new vscode.ThemeColor(`backlot.record.${kind}${part}`);
  return vscode.window.createTextEditorDecorationType({
    backgroundColor: color('Background'),
    border: kind === 'offered' ? '1px solid' : '1px dashed',
    borderColor: color('Border'),
    borderRadius: '2px',
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    overviewRulerColor: color('Ruler'),
    overviewRulerLane: vscode.OverviewRulerLane.Left,
  });
}

function optionsFor(document: vscode.TextDocument, script: Script, spans: readonly AiSpan[], accepts: readonly AcceptFate[], entries: readonly Entry[]): Record<AiKind, vscode.DecorationOptions[]> {
  const models = new Map(entries.flatMap((entry) => (entry.kind === 'offer' ? [[entry.id, entry.model.returned ?? entry.model.asked] as const] : [])));
  const fates = new Map(accepts.map((fate) => [fate.accept.id, fate]));
  const options: Record<AiKind, vscode.DecorationOptions[]> = { offered: [], edited: [] };
  for (const span of joined(spans, script)) {
    const accept = fates.get(span.accept)?.accept;
    const model = models.get(accept?.offer ?? '');
    options[span.kind].push({ range: rangeOf(document, span), hoverMessage: hoverFor(span.kind, model, accept && sayWhen(accept.time)) });
  }
  return options;
}

/** One stretch of what belongs together: signs and blanks between two stretches of one kind are tinted with them, within a line. */
function joined(spans: readonly AiSpan[], script: Script): AiSpan[] {
  const made: AiSpan[] = [];
  for (const span of spans) {
    const last = made.at(-1);
    if (last?.kind === span.kind && last.accept === span.accept && span.from - last.to < 12 && !/[\p{L}\p{N}\n\r]/u.test(sliceOf(script, last.to, span.from))) {
      made[made.length - 1] = { ...last, to: span.to, words: last.words + span.words };
    } else {
      made.push(span);
    }
  }
  return made;
}

function hoverFor(kind: AiKind, model: string | undefined, when: string | undefined): vscode.MarkdownString {
  const from = model === undefined ? vscode.l10n.t('a model') : model;
  const state =
    kind === 'offered'
      ? vscode.l10n.t('AI text as it was offered: {0}, {1}', from, when ?? '')
      : vscode.l10n.t('AI text in a line that was edited since: {0}, {1}', from, when ?? '');
  // A model's name is no Markdown; appendText would make every blank of it unbreakable.
  return new vscode.MarkdownString(state.replace(/[\\`*_{}[\]()#+\-.!<>|~&]/g, '\\$&'));
}
