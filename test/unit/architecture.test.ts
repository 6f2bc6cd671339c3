// Holds the floors of the house: who may import whom, and what stands in one place alone.
import assert from 'node:assert/strict';
import { callsOf, freeNames, importsOf, sourceFiles, type SourceFile } from '../support/source';
import ts from 'typescript';

const FILES = sourceFiles('src');
const FEATURES = ['language', 'outline', 'dialogue', 'welcome', 'preview', 'export', 'statistics', 'rewrite', 'notes', 'scenarios', 'continuation', 'chat', 'record', 'breakdown', 'production', 'board', 'sheets'];

/** What each floor may import of the others. Its own files it may always. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  core: [],
  host: ['core'],
  models: ['host', 'core'],
  review: ['host', 'core'],
  planning: ['host', 'core'],
  print: ['core'],
  cli: ['core', 'models', 'print'],
  ...Object.fromEntries(FEATURES.map((feature) => [feature, ['review', 'planning', 'models', 'print', 'host', 'core']])),
  'extension.ts': [...FEATURES, 'planning', 'review', 'models', 'host', 'core'],
  'cli.ts': ['cli', 'core', 'models', 'print'],
};

/** Packages besides `vscode`, by floor. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = { core: ['@noble', 'fountain-js', 'get-east-asian-width', 'linebreak', 'saxes', 'syllable', 'flesch', 'flesch-kincaid'], models: ['openai'], print: ['pdfkit', 'fontkit', 'bidi-js', 'diff'] };
const WITHOUT_VSCODE = ['core', 'print', 'cli', 'cli.ts'];
const WITH_NODE = ['cli', 'cli.ts'];
/** The files outside them that may: on the desktop the solver runs in a thread of Node's; esbuild.js puts the web's worker in its place for the web. */
const NODE_FILES = ['src/planning/nodeWorker.ts', 'src/planning/solverWorker.ts'];

/** The clock, timers, the network, randomness and the surroundings: core has none of them. */
const IMPURE = [
  'Date', 'performance', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'requestAnimationFrame', 'fetch', 'XMLHttpRequest', 'WebSocket',
  'process', 'Buffer', 'console', 'window', 'document', 'globalThis', 'localStorage', 'navigator', 'crypto', 'require',
];

const floorOf = (name: string): string => name.split('/')[1] ?? name;

function problems(find: (file: SourceFile) => string[]): string[] {
  return FILES.flatMap((file) => find(file).map((problem) => `${file.name}: ${problem}`));
}

describe('the house', () => {
  it('has only known floors', () => {
    assert.deepEqual([...new Set(FILES.map(({ name }) => floorOf(name)))].filter((floor) => !(floor in ALLOWED)), []);
  });

  it('imports downwards only, and features never each other', () => {
    const wrong = problems((file) =>
      importsOf(file)
        .filter(({ target }) => target.startsWith('src/'))
        .map(({ target }) => (target.split('/').length > 2 ? floorOf(target) : `${floorOf(target)}.ts`))
        .filter((floor) => floor !== floorOf(file.name) && ALLOWED[floorOf(file.name)]?.includes(floor) !== true)
        .map((floor) => `imports ${floor}`),
    );
    assert.deepEqual(wrong, []);
  });

  it('stays inside src', () => {
    const outside = problems((file) => importsOf(file).filter(({ specifier, target }) => specifier.startsWith('.') && !target.startsWith('src/')).map(({ specifier }) => specifier));
    assert.deepEqual(outside, []);
  });

  it('uses packages where they belong: openai in src/models, Node in the command line, vscode in the editor', () => {
    const wrong = problems((file) => {
      const floor = floorOf(file.name);
      return importsOf(file)
        .filter(({ specifier }) => !specifier.startsWith('.'))
        .filter(({ specifier }) => {
          if (specifier === 'vscode') {
            return WITHOUT_VSCODE.includes(floor);
          }
          return specifier.startsWith('node:') ? !WITH_NODE.includes(floor) && !NODE_FILES.includes(file.name) : PACKAGES[floor]?.includes(specifier.split('/')[0] ?? '') !== true;
        })
        .map(({ specifier }) => `imports ${specifier}`);
    });
    assert.deepEqual(wrong, []);
  });

  it('keeps core pure: no clock, no timer, no network, no chance, no surroundings', () => {
    const impure = FILES.filter(({ name }) => floorOf(name) === 'core').flatMap((file) => {
      const names = freeNames(file);
      const chance = callsOf(file, 'random').filter(({ expression }) => expression.getText() === 'Math.random');
      return [...IMPURE.filter((name) => names.has(name)), ...chance.map(() => 'Math.random')].map((name) => `${file.name}: ${name}`);
    });
    assert.deepEqual(impure, []);
  });

  it('reads settings in src/host/settings.ts and registers commands in src/host/commands.ts, nowhere else', () => {
    const only = (name: string, place: string): string[] => problems((file) => (file.name === place ? [] : callsOf(file, name).map(() => name)));
    assert.deepEqual(only('getConfiguration', 'src/host/settings.ts'), []);
    assert.deepEqual(only('registerCommand', 'src/host/commands.ts'), []);
    assert.deepEqual(only('registerTextEditorCommand', 'src/host/commands.ts'), []);
  });

  it('says everything to the writer through l10n', () => {
    const shows = ['showInformationMessage', 'showWarningMessage', 'showErrorMessage', 'setStatusBarMessage'];
    const literal = problems((file) =>
      shows
        .flatMap((show) => callsOf(file, show))
        .flatMap((call) => call.arguments.slice(0, 1))
        .filter((argument) => ts.isStringLiteralLike(argument) || ts.isTemplateExpression(argument))
        .map((argument) => argument.getText()),
    );
    assert.deepEqual(literal, []);
  });

  it('keeps rooms small: extension.ts under 120 lines, no file over 300, and each says first what it is for', () => {
    assert.ok((FILES.find(({ name }) => name === 'src/extension.ts')?.lines ?? Infinity) < 120);
    assert.deepEqual(problems(({ lines }) => (lines > 300 ? [`${lines} lines`] : [])), []);
    assert.deepEqual(problems(({ text }) => (/^\/\/ \S.*\n/.test(text) ? [] : ['no opening line'])), []);
  });

  it('gives exports names', () => {
    assert.deepEqual(problems((file) => (file.tree.statements.some((statement) => ts.isExportAssignment(statement) || ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword) === true) ? ['default export'] : [])), []);
  });
});
