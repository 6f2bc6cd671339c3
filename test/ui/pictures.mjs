// npm run pictures: runs the UI tests and copies the pictures of the README to media/readme/.
import fs from 'node:fs';
import path from 'node:path';
import { ensureDependencies } from '../host/dependencies.mjs';
import { ROOT } from '../host/paths.mjs';
import { run } from '../host/shell.mjs';

/** The README's pictures, each made by a UI test under this name. */
const CHOSEN = ['readme-script-dark', 'readme-alternatives-dark', 'readme-alternatives-light', 'readme-preview-dark', 'readme-statistics-dark'];

await ensureDependencies();
const { code } = await run(process.execPath, ['test/ui/run.mjs', ...process.argv.slice(2)]);
const target = path.join(ROOT, 'media/readme');
fs.mkdirSync(target, { recursive: true });
for (const name of CHOSEN) {
  const file = path.join(ROOT, 'test/ui/pictures', `${name}.png`);
  if (fs.existsSync(file)) {
    fs.copyFileSync(file, path.join(target, `${name.replace('readme-', '')}.png`));
    console.log(`media/readme/${name.replace('readme-', '')}.png`);
  } else {
    console.error(`${name}: no UI test made this picture`);
    process.exitCode = 1;
  }
}
process.exitCode ||= code;
