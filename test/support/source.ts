// Reads the project's own source for tests that hold its rules: files, imports, calls.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export interface SourceFile {
  /** From the checkout, with slashes: src/core/edits/edit.ts */
  readonly name: string;
  readonly text: string;
  readonly lines: number;
  readonly tree: ts.SourceFile;
}

export function sourceFiles(folder: string): SourceFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .map((file) => path.posix.join(folder, file.split(path.sep).join('/')))
    .sort()
    .map((name) => {
      const text = readFileSync(name, 'utf8');
      const tree = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
      return { name, text, lines: text.trimEnd().split('\n').length, tree };
    });
}

/** All nodes of a file, in order. */
export function* nodesOf(node: ts.Node): Generator<ts.Node, void, undefined> {
  yield node;
  for (const child of node.getChildren()) {
    yield* nodesOf(child);
  }
}

export interface Import {
  /** What stands in the quotes. */
  readonly specifier: string;
  /** The file meant, without its ending, from the checkout; the specifier itself for a package. */
  readonly target: string;
}

/** Imports of every kind: static, type only, dynamic, re-exports, require. */
export function importsOf(file: SourceFile): Import[] {
  const specifiers = [...nodesOf(file.tree)].flatMap((node) => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
      return [node.moduleSpecifier.text];
    }
    const called = ts.isCallExpression(node) && (node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.getText() === 'require');
    const argument = called ? node.arguments[0] : undefined;
    const typed = ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined;
    return [argument, typed].flatMap((each) => (each && ts.isStringLiteral(each) ? [each.text] : []));
  });
  return specifiers.map((specifier) => ({
    specifier,
    target: specifier.startsWith('.') ? path.posix.normalize(path.posix.join(path.posix.dirname(file.name), specifier)) : specifier,
  }));
}

/** Names used in a file that it does not declare itself, and that are no properties: `Date`, `setTimeout`. */
export function freeNames(file: SourceFile): Set<string> {
  const used = new Set<string>();
  const declared = new Set<string>();
  for (const node of nodesOf(file.tree)) {
    if (ts.isIdentifier(node) && !isPropertyName(node)) {
      const { parent } = node;
      const declares = (ts.isVariableDeclaration(parent) || ts.isParameter(parent) || ts.isBindingElement(parent) || ts.isFunctionDeclaration(parent) || ts.isImportSpecifier(parent)) && parent.name === node;
      (declares ? declared : used).add(node.text);
    }
  }
  return new Set([...used].filter((name) => !declared.has(name)));
}

function isPropertyName(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    ((ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isPropertyDeclaration(parent) || ts.isMethodDeclaration(parent) || ts.isMethodSignature(parent)) &&
      parent.name === node)
  );
}

/** Calls of a method or function of this name: their arguments as written. */
export function callsOf(file: SourceFile, name: string): ts.CallExpression[] {
  return [...nodesOf(file.tree)].filter(ts.isCallExpression).filter(({ expression }) => {
    const called = ts.isPropertyAccessExpression(expression) ? expression.name : expression;
    return ts.isIdentifier(called) && called.text === name;
  });
}
