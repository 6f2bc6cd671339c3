// Builds every target: node esbuild.js [target ...] [--minify]. No target named: all that ships.
const { build } = require('esbuild');
const { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } = require('node:fs');
const path = require('node:path');
const { buildSplit } = require('./.config/esbuildSplit.js');

const flags = process.argv.slice(2);
const minify = flags.includes('--minify');
const named = flags.filter((flag) => !flag.startsWith('--'));

// fontkit names one field twice; nothing to warn of.
const shared = { bundle: true, minify, sourcemap: minify ? false : 'linked', logLevel: 'warning', legalComments: 'none', target: 'es2023', logOverride: { 'duplicate-object-key': 'silent' }, alias: { 'brotli/decompress.js': './.config/noBrotli.js' } };
// pdfkit's module build looks for its own files by an address that a bundle does not have; fontkit must not come in twice.
const alias = { ...shared.alias, pdfkit: './node_modules/pdfkit/js/pdfkit.js', fontkit: './node_modules/fontkit/dist/main.cjs' };
const node = { ...shared, platform: 'node', format: 'cjs', target: 'node20', alias };

/** All files below a folder whose name ends so (Node 20 has no stable glob). */
function filesBelow(folder, ending) {
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true }).filter((file) => file.endsWith(ending)).map((file) => path.join(folder, file)).sort()
    : [];
}

/** Courier Prime's four faces and their licence, which must travel with them: the pages of the preview and of every export are set in them. */
const fonts = {
  folder: 'node_modules/@expo-google-fonts/courier-prime',
  files: {
    'CourierPrime-Regular.ttf': '400Regular/CourierPrime_400Regular.ttf',
    'CourierPrime-Bold.ttf': '700Bold/CourierPrime_700Bold.ttf',
    'CourierPrime-Italic.ttf': '400Regular_Italic/CourierPrime_400Regular_Italic.ttf',
    'CourierPrime-BoldItalic.ttf': '700Bold_Italic/CourierPrime_700Bold_Italic.ttf',
    LICENSE_FONT: 'LICENSE_FONT',
  },
};

function copyFonts() {
  mkdirSync('dist/fonts', { recursive: true });
  for (const [name, source] of Object.entries(fonts.files)) {
    copyFileSync(path.join(fonts.folder, source), path.join('dist/fonts', name));
  }
}

/** For the command line: `openai` is a file of its own, loaded at the first request. */
const lazyOpenai = {
  name: 'lazy-openai',
  setup(builder) {
    builder.onResolve({ filter: /\/openaiClient$/ }, () => ({ path: './openaiClient.js', external: true }));
  },
};

/** In the web the planning engine runs in a worker of the browser's. */
const webWorkers = { name: 'web-workers', setup: (builder) => builder.onResolve({ filter: /\/nodeWorker$/ }, () => ({ path: path.resolve('src/planning/webWorker.ts') })) };

/** The tests of a folder as one module, so that a new test file is found by the build and no list is kept by hand. */
function collectTests(name, folder) {
  return {
    name: `collect-${name}`,
    setup(builder) {
      builder.onResolve({ filter: new RegExp(`^backlot:${name}$`) }, () => ({ path: name, namespace: 'collected-tests' }));
      builder.onLoad({ filter: new RegExp(`^${name}$`), namespace: 'collected-tests' }, () => ({
        contents: readdirSync(folder).filter((file) => file.endsWith('.test.ts')).sort().map((file) => `import './${file}';`).join('\n'),
        resolveDir: path.resolve(folder),
      }));
    },
  };
}

const targets = {
  // In parts, one of them `openai`: importing it alone would cost every writer 15 ms at start.
  desktop: () => ({ ...node, entryPoints: ['src/extension.ts'], outdir: 'dist', external: ['vscode'], split: true }),
  openai: () => ({ ...node, entryPoints: ['src/models/openaiClient.ts'], outfile: 'dist/openaiClient.js' }),
  // A web worker cannot require a second file, so there the client is inside, still evaluated at the first request only.
  // pdfkit makes an address of its own from that of its module, which a bundle of this kind has not; it asks for nothing there.
  web: () => ({ ...shared, define: { 'import.meta.url': '"file:///"' }, platform: 'browser', format: 'cjs', entryPoints: ['src/extension.ts'], outfile: 'dist/web/extension.js', external: ['vscode'], plugins: [webWorkers] }),
  // What the planning engine runs in, apart from the editor's thread; the command line uses the first as well.
  solver: () => ({ ...node, entryPoints: ['src/planning/solverWorker.ts'], outfile: 'dist/solverWorker.js' }),
  'solver-web': () => ({ ...shared, platform: 'browser', format: 'iife', entryPoints: ['src/planning/solverWorkerWeb.ts'], outfile: 'dist/web/solverWorker.js' }),
  webviews: () => ({ ...shared, platform: 'browser', format: 'iife', entryPoints: filesBelow('media', 'main.ts'), outdir: 'dist/media', outbase: 'media' }),
  cli: () => ({ ...node, entryPoints: ['src/cli.ts'], outfile: 'dist/cli.js', banner: { js: '#!/usr/bin/env node' }, plugins: [lazyOpenai] }),
  unit: () => ({ ...node, minify: false, entryPoints: filesBelow('test/unit', '.test.ts'), outdir: 'dist/test/unit', outbase: 'test/unit', packages: 'external' }),
  integration: () => ({ ...node, minify: false, entryPoints: ['test/integration/index.ts'], outfile: 'dist/test/integration/index.js', external: ['vscode', 'mocha'], plugins: [collectTests('integration-tests', 'test/integration')] }),
  'web-tests': () => ({
    ...shared, minify: false, platform: 'browser', format: 'cjs', entryPoints: ['test/integration/web/index.ts'], outfile: 'dist/test/web/index.js', external: ['vscode'],
    alias: { 'node:assert/strict': './test/integration/web/assert.ts' }, plugins: [collectTests('web-tests', 'test/integration/web')],
  }),
  fuzz: () => ({ ...node, minify: false, entryPoints: ['test/fuzz/fuzz.ts'], outfile: 'dist/test/fuzz/fuzz.js', packages: 'external' }),
  bench: () => ({ ...node, minify: false, entryPoints: ['test/bench/bench.ts'], outfile: 'dist/test/bench/bench.js', packages: 'external' }),
  tokens: () => ({ ...node, minify: false, entryPoints: ['test/bench/rewriteTokens.ts', 'test/bench/storyTokens.ts'], outdir: 'dist/test/bench', packages: 'external' }),
};
const shipped = ['desktop', 'openai', 'web', 'solver', 'solver-web', 'webviews', 'cli'];

async function main() {
  copyFonts();
  for (const name of named.length > 0 ? named : shipped) {
    const options = targets[name]?.();
    if (!options) {
      throw new Error(`no target ${name}; there are: ${Object.keys(targets).join(', ')}`);
    }
    if (options.entryPoints.length === 0 || !options.entryPoints.every((file) => existsSync(file))) {
      console.warn(`esbuild.js: nothing to build for ${name}`);
      continue;
    }
    const { split, ...rest } = options;
    if (split) {
      await buildSplit(rest);
      continue;
    }
    if (options.outdir) {
      rmSync(options.outdir, { recursive: true, force: true });
    }
    await build(rest);
  }
}

main().catch((error) => {
  console.error(error.message ?? error);
  process.exit(1);
});
