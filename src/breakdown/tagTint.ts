// Marks in the script what is in the breakdown: a line under the words in the colour of their category. Off until it is asked for.
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { inBackground } from '../host/commands';
import { rangeOf } from '../host/positions';
import { isScript } from '../host/scriptStore';
import type { ProductionState, Productions } from '../planning/planning';
import { namedCategories } from './picks';

export class TagTint implements vscode.Disposable {
  private readonly types = new Map<string, vscode.TextEditorDecorationType>();
  private readonly listeners: vscode.Disposable;
  private turn = 0;
  /** What was drawn last, by script and colour: for tests. */
  readonly drawn = new Map<string, ReadonlyMap<string, readonly vscode.Range[]>>();

  constructor(
    private readonly app: App,
    private readonly productions: Productions,
  ) {
    const draw = () => inBackground(app.log, 'breakdown.tint', this.draw());
    // Between keystrokes the editor carries the marks along by itself; the store tells of a pause.
    this.listeners = vscode.Disposable.from(productions.onDidChange(draw), vscode.window.onDidChangeVisibleTextEditors(draw));
  }

  async draw(): Promise<void> {
    const turn = ++this.turn;
    const shown = vscode.window.visibleTextEditors.filter(({ document }) => isScript(document) && !document.isUntitled);
    for (const document of new Set(shown.map((editor) => editor.document))) {
      const state = await this.productions.of(document.uri);
      if (turn !== this.turn) {
        return;
      }
      // Changed meanwhile: the change asks for another drawing.
      if (state.script === this.app.scripts.get(document)) {
        const ranges = rangesByColour(document, state);
        this.drawn.set(document.uri.toString(), ranges);
        for (const colour of new Set([...this.types.keys(), ...ranges.keys()])) {
          const type = this.typeFor(colour);
          shown.filter((editor) => editor.document === document).forEach((editor) => editor.setDecorations(type, ranges.get(colour) ?? []));
        }
      }
    }
  }

  dispose(): void {
    this.turn++;
    this.listeners.dispose();
    this.types.forEach((type) => type.dispose());
  }

  private typeFor(colour: string): vscode.TextEditorDecorationType {
    let type = this.types.get(colour);
    if (!type) {
      type = vscode.window.createTextEditorDecorationType({
        // Under the words and not behind them: read in any theme, and apart from the tint of AI text.
        borderStyle: 'solid',
        borderWidth: '0 0 2px 0',
        borderColor: colour,
        rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
        overviewRulerColor: colour,
        overviewRulerLane: vscode.OverviewRulerLane.Right,
      });
      this.types.set(colour, type);
    }
    return type;
  }
}

/** Cues say by themselves who speaks: they are not marked. */
function rangesByColour(document: vscode.TextDocument, { breakdown, production, script }: ProductionState): Map<string, vscode.Range[]> {
  const colours = new Map(namedCategories(production).map(({ id, colour }) => [id, colour]));
  const ranges = new Map<string, vscode.Range[]>();
  for (const { elements } of breakdown.scenes) {
    for (const { category, from: how, spans } of elements) {
      const colour = colours.get(category);
      if (colour !== undefined && how !== 'speaks') {
        const list = ranges.get(colour) ?? [];
        ranges.set(colour, list);
        list.push(...spans.filter(({ to }) => to <= script.length).map((span) => rangeOf(document, span)));
      }
    }
  }
  return ranges;
}
