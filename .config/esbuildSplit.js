// Builds the desktop bundle in parts: one file that is read at every start, and parts that are read when a command needs them.
// The source says where, with `await import(...)`. esbuild splits ES modules alone and makes many small files of what the parts
// share; the extension host wants CommonJS and a quick start. So: split, then put all that the start needs into one file again,
// which hands what it shares to the parts.
const { build } = require('esbuild');
const { mkdirSync, readdirSync, rmSync, writeFileSync } = require('node:fs');
const path = require('node:path');

const FORMAT = { bundle: true, format: 'cjs', write: false, logLevel: 'warning', supported: { 'dynamic-import': false } };

/** @param {import('esbuild').BuildOptions} options with one entry point; writes <outdir>/<entry>.js and <outdir>/parts/*.js */
async function buildSplit(options) {
  const entry = `${path.basename(options.entryPoints[0], '.ts')}.js`;
  const shared = { platform: options.platform, target: options.target, minify: options.minify, external: options.external, legalComments: 'none', logOverride: options.logOverride, sourcemap: options.minify ? false : 'inline' };
  const first = await build({ ...options, ...shared, format: 'esm', splitting: true, write: false, metafile: true, chunkNames: '[name]-[hash]' });
  const texts = new Map(first.outputFiles.map(({ path: file, text }) => [path.basename(file), text]));
  const atStart = startOf(entry, first.metafile.outputs);
  const names = partNames([...texts.keys()].filter((file) => file !== entry && !atStart.includes(file)));
  const bundled = (contents, resolveTo) => build({ ...FORMAT, ...shared, stdin: { contents, resolveDir: '.', loader: 'js' }, plugins: [fromMemory(texts, resolveTo)] });

  const starting = [`export * from './${entry}';`, ...atStart.map((file, index) => `export * as shared${index} from './${file}';`)].join('\n');
  const main = await bundled(starting, (file) => (names.has(file) ? { path: `./parts/${names.get(file)}`, external: true } : { path: file, namespace: 'memory' }));
  const parts = new Map();
  for (const [file, name] of names) {
    const part = await bundled(texts.get(file), (needed) => {
      const index = atStart.indexOf(needed);
      return index < 0 ? { path: `./${names.get(needed)}`, external: true } : { path: String(index), namespace: 'at-start', pluginData: entry };
    });
    parts.set(name, part.outputFiles[0].contents);
  }
  writeAll(options.outdir, entry, main.outputFiles[0].contents, parts);
}

/** The pieces that the entry needs before any `await import`, itself left out. */
function startOf(entry, outputs) {
  const byName = new Map(Object.entries(outputs).map(([file, output]) => [path.basename(file), output]));
  const found = new Set([entry]);
  for (const file of found) {
    for (const { kind, path: needed } of byName.get(file).imports) {
      if (kind === 'import-statement' && byName.has(path.basename(needed))) {
        found.add(path.basename(needed));
      }
    }
  }
  found.delete(entry);
  return [...found];
}

const HASH = /-[A-Z0-9]{8}\.js$/;

/** Names without hashes: a part is called like its source file, what parts share among themselves is numbered. */
function partNames(files) {
  let count = 0;
  const named = files.filter((file) => !file.startsWith('chunk-')).map((file) => file.replace(HASH, '.js'));
  const twice = named.find((name, at) => named.indexOf(name) !== at);
  if (twice !== undefined) {
    throw new Error(`two parts would both be called ${twice}: give one of their source files another name`);
  }
  return new Map(files.sort().map((file) => [file, file.startsWith('chunk-') ? `shared${(count += 1)}.js` : file.replace(HASH, '.js')]));
}

/** The pieces of the first build, from memory; for a part, what the start has already comes from the start. */
function fromMemory(texts, resolveTo) {
  return {
    name: 'from-memory',
    setup(builder) {
      builder.onResolve({ filter: /^\.{1,2}\// }, ({ path: asked, namespace }) => (namespace === 'at-start' ? { path: asked, external: true } : resolveTo(path.basename(asked))));
      builder.onLoad({ filter: /.*/, namespace: 'memory' }, ({ path: file }) => ({ contents: texts.get(file), resolveDir: '.' }));
      builder.onLoad({ filter: /.*/, namespace: 'at-start' }, ({ path: index, pluginData }) => ({ contents: `module.exports = require('../${pluginData}').shared${index};`, resolveDir: '.' }));
    },
  };
}

/** New files first, then what is left of an older build goes: an editor that runs meanwhile finds its parts. */
function writeAll(outdir, entry, main, parts) {
  const folder = path.join(outdir, 'parts');
  mkdirSync(folder, { recursive: true });
  for (const [name, contents] of parts) {
    writeFileSync(path.join(folder, name), contents);
  }
  writeFileSync(path.join(outdir, entry), main);
  readdirSync(folder).filter((name) => !parts.has(name)).forEach((name) => rmSync(path.join(folder, name)));
}

module.exports = { buildSplit };
