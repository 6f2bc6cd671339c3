// npm run pictures: runs the UI tests and copies the pictures of the README to media/readme/.
import fs from 'node:fs';
import path from 'node:path';
import { ensureDependencies } from '../host/dependencies.mjs';
import { ROOT } from '../host/paths.mjs';
import { run } from '../host/shell.mjs';

/** The README's pictures, and the pictures of the UI tests that they are. */
const CHOSEN = {
  'script-dark': 'readme-script-dark', 'alternatives-dark': 'readme-alternatives-dark', 'alternatives-light': 'readme-alternatives-light',
  'preview-dark': 'readme-preview-dark', 'statistics-dark': 'readme-statistics-dark',
  'rewrite-dark': 'rewrite-dark', 'scenarios-dark': 'scenarios-developed-dark', 'continuation-dark': 'continuation-dark', 'record-dark': 'record-tint-dark', 'board-dark': 'board-dark',
};

await ensureDependencies();
const { code } = await run(process.execPath, ['test/ui/run.mjs', ...process.argv.slice(2)]);
const target = path.join(ROOT, 'media/readme');
fs.mkdirSync(target, { recursive: true });
for (const [shown, name] of Object.entries(CHOSEN)) {
  const file = path.join(ROOT, 'test/ui/pictures', `${name}.png`);
  if (fs.existsSync(file)) {
    fs.copyFileSync(file, path.join(target, `${shown}.png`));
    console.log(`media/readme/${shown}.png`);
  } else {
    console.error(`${name}: no UI test made this picture`);
    process.exitCode = 1;
  }
}
process.exitCode ||= code;
