// What the runner tells the tests: by settings, because they reach both kinds of extension host.
import * as vscode from 'vscode';

export interface Told {
  /** Where the practice model listens: an OpenAI-compatible base address such as http://127.0.0.1:40001/v1 */
  readonly practiceAddress: string;
  readonly practiceModel: string;
  readonly grep: string;
  readonly verbose: boolean;
}

export function toldToTests(): Told {
  const told = vscode.workspace.getConfiguration('backlotTests');
  return {
    practiceAddress: told.get('practiceAddress', ''),
    practiceModel: told.get('practiceModel', ''),
    grep: told.get('grep', ''),
    verbose: told.get('verbose', true),
  };
}
