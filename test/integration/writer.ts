// The writer's answers to what VS Code asks (lists, boxes, messages), since no hand is there to click.
import * as vscode from 'vscode';

export interface WriterAnswers {
  /** Picks the first item whose label has this in it. Quick picks are answered in turn, created ones too. */
  readonly picks?: string[];
  readonly inputs?: (string | undefined)[];
  /** Buttons of messages, modal ones too; one not named is dismissed. */
  readonly presses?: string[];
}

export interface Writer {
  /** Everything that was said or asked, in order: "pick: ...", "input: ...", "refused: ...", "message: ...", "modal: ...". */
  readonly told: readonly string[];
  restore(): void;
}

type WindowFunction = 'showQuickPick' | 'showInputBox' | 'showInformationMessage' | 'showWarningMessage' | 'showErrorMessage' | 'createQuickPick';

/** Stands in for the writer until `restore()`. */
export function beWriter({ picks = [], inputs = [], presses = [] }: WriterAnswers): Writer {
  const told: string[] = [];
  const originals = new Map<WindowFunction, unknown>();
  const replace = (name: WindowFunction, stand: unknown): void => {
    originals.set(name, vscode.window[name]);
    Object.defineProperty(vscode.window, name, { value: stand, configurable: true, writable: true });
  };
  const choose = (items: readonly vscode.QuickPickItem[]): vscode.QuickPickItem | undefined => {
    const wanted = picks[0];
    const item = wanted === undefined ? undefined : items.find(({ label }) => label.includes(wanted));
    if (item) {
      picks.shift();
    }
    return item;
  };
  const labelled = (item: string | vscode.QuickPickItem): vscode.QuickPickItem => (typeof item === 'string' ? { label: item } : item);
  replace('showQuickPick', async (items: readonly (string | vscode.QuickPickItem)[] | Thenable<readonly (string | vscode.QuickPickItem)[]>, options?: vscode.QuickPickOptions) => {
    const all = await items;
    told.push(`pick: ${options?.title ?? ''}: ${all.map((item) => labelled(item).label).join(', ')}`);
    const chosen = choose(all.map(labelled));
    return all.find((item) => labelled(item).label === chosen?.label);
  });
  replace('showInputBox', async (options?: vscode.InputBoxOptions) => {
    told.push(`input: ${options?.prompt ?? ''}${options?.password ? ' (hidden)' : ''}`);
    for (;;) {
      const input = inputs.shift();
      const problem = input === undefined ? undefined : await options?.validateInput?.(input);
      const message = typeof problem === 'string' ? problem : problem?.severity === vscode.InputBoxValidationSeverity.Error ? problem.message : undefined;
      if (!message) {
        return input;
      }
      // As the box does: it stays open until it is given something that it takes.
      told.push(`refused: ${message}`);
    }
  });
  const message = (text: string, ...rest: unknown[]): Promise<unknown> => {
    const modal = rest.some((each) => typeof each === 'object' && each !== null && 'modal' in each && each.modal === true);
    told.push(`${modal ? 'modal' : 'message'}: ${text}`);
    const wanted = presses[0];
    const pressed = rest.find((each) => wanted !== undefined && typeof each === 'string' && each.includes(wanted));
    if (pressed !== undefined) {
      presses.shift();
    }
    return Promise.resolve(pressed);
  };
  replace('showInformationMessage', message);
  replace('showWarningMessage', message);
  replace('showErrorMessage', message);
  const createQuickPick = vscode.window.createQuickPick.bind(vscode.window);
  replace('createQuickPick', () => acceptingPick(createQuickPick(), choose, told));
  return {
    told,
    restore: () => {
      for (const [name, original] of originals) {
        Object.defineProperty(vscode.window, name, { value: original, configurable: true, writable: true });
      }
    },
  };
}

/** A real quick pick, accepted as soon as the wanted item is among its items and there is someone to hear it; hidden if it never is. */
function acceptingPick(pick: vscode.QuickPick<vscode.QuickPickItem>, choose: (items: readonly vscode.QuickPickItem[]) => vscode.QuickPickItem | undefined, told: string[]): vscode.QuickPick<vscode.QuickPickItem> {
  let chosen: vscode.QuickPickItem | undefined;
  return new Proxy(pick, {
    get: (target, name) => {
      if (name === 'activeItems' && chosen) {
        return [chosen];
      }
      if (name === 'onDidAccept') {
        return (accept: () => void) => {
          const started = Date.now();
          const timer = setInterval(() => {
            chosen = choose(target.items);
            if (chosen || Date.now() - started > 4000) {
              clearInterval(timer);
              told.push(`pick: ${target.title ?? ''}: ${target.items.map(({ label }) => label).join(', ')}`);
              if (chosen) {
                accept();
              } else {
                target.hide();
              }
            }
          }, 20);
          return new vscode.Disposable(() => clearInterval(timer));
        };
      }
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value as (...args: unknown[]) => unknown).bind(target) : value;
    },
    set: (target, name, value) => Reflect.set(target, name, value, target),
  });
}
