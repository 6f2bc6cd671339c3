// The rules about what leaves, held in the source: one door, one importer of the client, no setting within a folder's reach.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { nodesOf, sourceFiles } from '../../support/source';

describe('models: the one door', () => {
  const files = sourceFiles('src');

  it('is the only place that touches the network', () => {
    const callers = files.filter(({ tree }) =>
      [...nodesOf(tree)].some((node) => ts.isIdentifier(node) && /^(?:fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon)$/.test(node.text) && isUsed(node)),
    );
    assert.deepEqual(callers.map(({ name }) => name), ['src/models/outlet.ts']);
  });

  it('alone can be reached by the client: one importer, at the first request only', () => {
    const importers = files.filter(({ text }) => /from '(?:openai)(?:\/[^']*)?'/.test(text)).map(({ name }) => name);
    assert.deepEqual(importers, ['src/models/openaiClient.ts']);
    for (const { name, text } of files) {
      assert.ok(!/^import (?!type)[^;]*'\.\/openaiClient'/m.test(text), `${name} would load it at start`);
    }
  });

  it('has no setting that a folder can change, trusted or not', () => {
    interface Manifest {
      capabilities: { untrustedWorkspaces: { supported: string; restrictedConfigurations: string[] } };
      contributes: { configuration: { properties: Record<string, { scope: string }> }[] };
    }
    const { capabilities, contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
    const settings = contributes.configuration.flatMap(({ properties }) => Object.entries(properties)).filter(([id]) => id.startsWith('backlot.model.'));
    assert.ok(settings.length >= 6);
    assert.equal(capabilities.untrustedWorkspaces.supported, 'limited');
    for (const [id, { scope }] of settings) {
      assert.equal(scope, 'application', id);
      assert.ok(capabilities.untrustedWorkspaces.restrictedConfigurations.includes(id), id);
    }
  });

  it('reads no environment but the command line’s own', () => {
    const readers = files.filter(({ text }) => /process\s*\.\s*env|\benv\[/.test(text)).map(({ name }) => name);
    assert.deepEqual(readers.filter((name) => name !== 'src/cli.ts' && !name.startsWith('src/cli/')), ['src/host/systemFonts.ts', 'src/models/environment.ts', 'src/print/fontFolders.ts'], 'where fonts lie is asked too, and nothing else');
  });
});

/** Not a name in a type, nor of a property that passes one on. */
function isUsed(node: ts.Identifier): boolean {
  const { parent } = node;
  return (ts.isCallExpression(parent) && parent.expression === node) || ts.isNewExpression(parent) || ts.isParenthesizedExpression(parent.parent) || (ts.isBinaryExpression(parent) && parent.right === node);
}
