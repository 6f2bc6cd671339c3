// npm run bench:tokens -- FILE: what requests about a script send, and how much of it a model's cache of prefixes holds.
import { run } from '../host/shell.mjs';

const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error('npm run bench:tokens -- FILE.fountain');
  process.exit(2);
}
for (const args of [['esbuild.js', 'tokens'], ['dist/test/bench/rewriteTokens.js', file], ['dist/test/bench/storyTokens.js', file]]) {
  const { code } = await run(process.execPath, args);
  if (code !== 0) {
    process.exit(code ?? 1);
  }
}
