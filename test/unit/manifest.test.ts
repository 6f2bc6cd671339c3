// Holds package.json to the source and to its translations.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { nodesOf, sourceFiles } from '../support/source';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
interface Setting {
  readonly scope?: string;
  readonly description?: string;
  readonly markdownDescription?: string;
}
interface Manifest {
  readonly contributes: {
    readonly commands: readonly { command: string; title: string; category?: string; enablement?: string }[];
    readonly keybindings: readonly { command: string; key: string; mac?: string; when?: string }[];
    readonly menus: Readonly<Record<string, readonly { command?: string; submenu?: string; when?: string }[]>>;
    readonly configuration: readonly { properties: Readonly<Record<string, Setting>> }[];
    readonly viewsContainers: Readonly<Record<string, readonly { id: string; icon: string }[]>>;
    readonly views: Readonly<Record<string, readonly { id: string; type?: string; when?: string }[]>>;
    readonly viewsWelcome: readonly { view: string }[];
    readonly walkthroughs: readonly { steps: readonly { id: string }[] }[];
  };
}

const text = readFileSync('package.json', 'utf8');
const manifest = JSON.parse(text) as Manifest;
const words = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Readonly<Record<string, string>>;
const { contributes } = manifest;
const commands = contributes.commands.map(({ command }) => command);

/** Properties whose strings a person reads. */
const READ = new Set(['displayName', 'userDescription', 'title', 'shortTitle', 'description', 'markdownDescription', 'deprecationMessage', 'name', 'contextualTitle', 'label', 'contents', 'enumDescriptions', 'markdownEnumDescriptions', 'enumItemLabels', 'altText', 'patternErrorMessage', 'editPresentation']);

function* strings(value: Json, key = '', at = ''): Generator<{ key: string; at: string; value: string }, void, undefined> {
  if (typeof value === 'string') {
    yield { key, at, value };
  } else if (Array.isArray(value)) {
    for (const [index, each] of (value as readonly Json[]).entries()) {
      yield* strings(each, key, `${at}[${index}]`);
    }
  } else if (value !== null && typeof value === 'object') {
    for (const [name, each] of Object.entries(value)) {
      yield* strings(each, name, `${at}.${name}`);
    }
  }
}

/** Strings in src that look like a command of ours, and those of them that are given to a `register` call directly. */
function namedInSource(): { all: Set<string>; registered: Set<string> } {
  const all = new Set<string>();
  const registered = new Set<string>();
  for (const { tree } of sourceFiles('src')) {
    // A file may register a family of commands by their verbs: `backlot.review.${verb}` over an object of handlers.
    const nodes = [...nodesOf(tree)];
    const families = nodes.filter(ts.isTemplateHead).map(({ text: head }) => head).filter((head) => /^backlot\.\w+\.$/.test(head));
    const verbs = nodes.filter((node) => ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node) || ts.isMethodDeclaration(node)).map(({ name }) => name.getText());
    families.forEach((family) => verbs.forEach((verb) => all.add(family + verb)));
    for (const node of nodes) {
      if (ts.isStringLiteralLike(node) && /^backlot(\.[a-z]\w*){2}$/i.test(node.text)) {
        all.add(node.text);
        if (ts.isCallExpression(node.parent) && /(?:^|\.)register$/.test(node.parent.expression.getText()) && node.parent.arguments[0] === node) {
          registered.add(node.text);
        }
      }
    }
  }
  return { all, registered };
}

describe('the manifest', () => {
  it('says everything a person reads through package.nls.json, and nothing is left over there', () => {
    const all = [...strings(contributes as unknown as Json)];
    const shown = all.filter(({ key, at, value }) => READ.has(key) && !at.startsWith('.languages') && !at.startsWith('.grammars') && !at.startsWith('.configurationDefaults') && !/^\.languageModelTools\[\d+\]\.name$/.test(at) && value !== 'Backlot');
    assert.deepEqual(shown.filter(({ value }) => !/^%[^%]+%$/.test(value)).map(({ at, value }) => `${at}: ${value}`), []);
    const used = new Set([...text.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key ?? ''));
    assert.deepEqual([...used].filter((key) => !(key in words)), [], 'missing in package.nls.json');
    assert.deepEqual(Object.keys(words).filter((key) => !used.has(key)), [], 'in package.nls.json, but used nowhere');
  });

  it('gives every setting a scope and a description', () => {
    const settings = contributes.configuration.flatMap(({ properties }) => Object.entries(properties));
    assert.ok(settings.length > 0);
    for (const [id, setting] of settings) {
      assert.match(id, /^backlot(\.[a-z][A-Za-z]*)+$/);
      assert.ok(['application', 'machine', 'machine-overridable', 'window', 'resource', 'language-overridable'].includes(setting.scope ?? ''), `${id} has no scope`);
      assert.ok((setting.markdownDescription ?? setting.description ?? '') !== '', `${id} has no description`);
    }
  });

  it('keeps where the script is sent out of a workspace’s reach', () => {
    const properties = Object.assign({}, ...contributes.configuration.map((each) => each.properties)) as Record<string, Setting>;
    for (const [id, { scope }] of Object.entries(properties).filter(([id]) => id.startsWith('backlot.model.'))) {
      assert.equal(scope, 'application', id);
    }
  });

  // test/integration/activation.test.ts compares what is registered in the running editor, one by one.
  it('offers the commands that the source registers, all in the category Backlot', () => {
    const { all, registered } = namedInSource();
    assert.deepEqual(commands.filter((command) => !all.has(command)), [], 'offered, but nowhere in src');
    assert.deepEqual([...registered].filter((command) => !commands.includes(command)), [], 'registered, but not in package.json');
    assert.equal(new Set(commands).size, commands.length, 'a command stands twice');
    for (const { command, category } of contributes.commands) {
      assert.equal(category, 'Backlot', command);
      assert.match(command, /^backlot\.[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/);
    }
  });

  it('puts only commands that exist into menus and keys', () => {
    const ours = (command?: string): boolean => command?.startsWith('backlot.') === true;
    const used = [...Object.values(contributes.menus).flat(), ...contributes.keybindings].map(({ command }) => command).filter(ours);
    assert.deepEqual(used.filter((command) => !commands.includes(command ?? '')), []);
  });

  it('is found by the words of the trade, in the palette and from the Scenes view', () => {
    const titles = contributes.commands.map(({ title }) => words[title.slice(1, -1)] ?? '');
    for (const word of ['Breakdown', 'Stripboard', 'Schedule', 'Call Sheet', 'Day Out of Days', 'One-Line Schedule', 'Shooting Schedule', 'Cost Summary', 'Production']) {
      assert.ok(titles.some((title) => title.includes(word)), word);
    }
    const inScenes = (contributes.menus['view/title'] ?? []).filter(({ when }) => when?.startsWith('view == backlot.scenes') === true).map(({ command }) => command);
    assert.deepEqual(['breakdown', 'production', 'board', 'sheets'].filter((feature) => !inScenes.includes(`backlot.${feature}.open`)), []);
  });

  it('takes keys only where they can mean nothing else: every key has a when', () => {
    assert.deepEqual(contributes.keybindings.filter(({ when }) => (when ?? '') === '').map(({ key }) => key), []);
  });

  it('gives every empty tree a welcome, and every view a home', () => {
    const containers = Object.values(contributes.viewsContainers).flat().map(({ id }) => id);
    for (const [container, views] of Object.entries(contributes.views)) {
      assert.ok(containers.includes(container) || ['explorer', 'scm', 'debug', 'test'].includes(container), `no container ${container}`);
      for (const { id, type, when } of views) {
        // One that is there only while it has something to show is never empty.
        const whileFull = when?.startsWith('backlot.has') === true;
        assert.ok(type === 'webview' || whileFull || contributes.viewsWelcome.some(({ view }) => view === id), `${id} says nothing when it is empty`);
      }
    }
  });
});
