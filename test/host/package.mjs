// npm run package: builds everything that ships, minified, and packs it: backlot-<version>.vsix in the checkout.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureDependencies } from './dependencies.mjs';
import { ROOT } from './paths.mjs';
import { run, runTool, Sorry } from './shell.mjs';

/** Packs the extension into `out` (a file name) and gives its full path. */
export async function packExtension(out) {
  const built = await run(process.execPath, ['esbuild.js', '--minify']);
  if (built.code !== 0) {
    throw new Sorry('The extension does not build.');
  }
  const file = path.resolve(ROOT, out);
  // Everything is bundled, so no node_modules; the README's links stay as they are, since pictures travel in the package.
  const args = ['package', '--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', file];
  const { code, output } = await runTool('@vscode/vsce/vsce', args, { quiet: true });
  if (code !== 0) {
    throw new Sorry(`The package could not be made:\n${output.trim()}`);
  }
  return file;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    await ensureDependencies();
    const { version } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
    const file = await packExtension(`backlot-${version}.vsix`);
    console.log(`${path.relative(ROOT, file)} (${Math.round(fs.statSync(file).size / 1024)} kB)`);
  } catch (error) {
    console.error(error instanceof Sorry ? error.message : error);
    process.exitCode = 1;
  }
}
