// Writes fountain.tmLanguage.json from fountainGrammar.ts: node syntaxes/build.mjs
import { build } from 'esbuild';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const { outputFiles } = await build({ entryPoints: [here('fountainGrammar.ts')], bundle: true, format: 'esm', write: false });
const { fountainGrammar } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
writeFileSync(here('fountain.tmLanguage.json'), `${JSON.stringify(fountainGrammar, null, 2)}\n`);
