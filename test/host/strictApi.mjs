// Puts VS Code's check for proposed API back, which code-server takes out: what would throw in a writer's VS Code must throw here.
import fs from 'node:fs';
import path from 'node:path';
import { Sorry } from './shell.mjs';

const HOSTS = ['node/extensionHostProcess.js', 'worker/extensionHostWorkerMain.js'];
const LENIENT =
  /function (\w+)\((\w+),(\w+)\)\{return!0\}(function \w+\(\2,\3\)\{if\(!\1\(\2,\3\)\)throw new Error\(`Extension '\$\{\2\.identifier\.value\}' CANNOT use API proposal)/;
const STRICT = /return!!\(\w+\.enabledApiProposals&&\w+\.enabledApiProposals\.includes\(\w+\)\)/;

export function makeApiStrict(dir) {
  const api = path.join(dir, 'node_modules/code-server/lib/vscode/out/vs/workbench/api');
  for (const host of HOSTS) {
    const file = path.join(api, host);
    const source = fs.readFileSync(file, 'utf8');
    const strict = source.replace(
      LENIENT,
      (_all, name, extension, proposal, rest) =>
        `function ${name}(${extension},${proposal}){return!!(${extension}.enabledApiProposals&&${extension}.enabledApiProposals.includes(${proposal}))}${rest}`,
    );
    if (strict === source && !STRICT.test(source)) {
      throw new Sorry(`The check for proposed API could not be put back into ${file}: this code-server is built otherwise.`);
    }
    fs.writeFileSync(file, strict);
  }
}
