// Where a character or set is: go to definition, references, and what lights up when the cursor is on a name.
import * as vscode from 'vscode';
import type { Script } from '../core/fountain/script';
import { firstAppearance, occurrencesOf, type Occurrence } from '../core/script/occurrences';
import { speechAt } from '../core/script/speeches';
import { subjectAt, type Subject } from '../core/script/subjects';
import { rangeOf } from '../host/positions';
import type { ScriptStore } from '../host/scriptStore';

interface Found {
  readonly script: Script;
  readonly subject: Subject;
}

export function createPlaces(scripts: ScriptStore): vscode.DefinitionProvider & vscode.ReferenceProvider & vscode.DocumentHighlightProvider {
  const find = (document: vscode.TextDocument, position: vscode.Position): Found | undefined => {
    const script = scripts.get(document);
    const subject = subjectAt(script, document.offsetAt(position));
    return subject && { script, subject };
  };
  return {
    provideDefinition(document, position): vscode.LocationLink[] {
      const found = find(document, position);
      const first = found && firstAppearance(found.script, found.subject);
      if (!first) {
        return [];
      }
      // The name as a whole is underlined and gone to: MR. O'NEIL would be three words to VS Code.
      return [
        {
          originSelectionRange: rangeOf(document, found.subject),
          targetUri: document.uri,
          targetRange: rangeOf(document, placeOf(found.script, first)),
          targetSelectionRange: rangeOf(document, first),
        },
      ];
    },
    provideReferences(document, position, { includeDeclaration }): vscode.Location[] {
      const found = find(document, position);
      if (!found) {
        return [];
      }
      const { script, subject } = found;
      const first = includeDeclaration ? undefined : firstAppearance(script, subject);
      return occurrencesOf(script, subject)
        .filter(({ from }) => from !== first?.from)
        .map((occurrence) => new vscode.Location(document.uri, rangeOf(document, placeOf(script, occurrence))));
    },
    provideDocumentHighlights(document, position): vscode.DocumentHighlight[] {
      const found = find(document, position);
      // An empty answer, not none: VS Code would light up every "the" that equals the one under the cursor.
      return found === undefined
        ? []
        : occurrencesOf(found.script, found.subject).map(
            (occurrence) => new vscode.DocumentHighlight(rangeOf(document, occurrence), occurrence.kind === 'cue' ? vscode.DocumentHighlightKind.Write : vscode.DocumentHighlightKind.Read),
          );
    },
  };
}

/** A cue goes with the first line said, so that a list of them can be read: a column of MARA, MARA, MARA tells nobody anything. */
function placeOf(script: Script, { kind, from, to }: Occurrence): { from: number; to: number } {
  const speech = kind === 'cue' ? speechAt(script, from) : undefined;
  if (speech === undefined) {
    return { from, to };
  }
  const said = speech.block.text.slice(speech.from - speech.blockOffset, speech.to - speech.blockOffset);
  const end = said.search(/[\r\n]/u);
  return { from, to: speech.from + (end < 0 ? said.length : end) };
}
