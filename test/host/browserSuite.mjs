// Runs a mocha suite (a CommonJS `run()`) inside the real extension host of the browser-served VS Code.
import http from 'node:http';
import fs from 'node:fs';
import path from 'node:path';
import util from 'node:util';
import { openPage, startBrowser } from './browser.mjs';
import { ROOT, TEST_MODEL } from './paths.mjs';
import { startServer } from './server.mjs';

/** What VS Code itself says in such a run and nobody can mend here. */
const NOISE =
  /ChatModelSelection|AgentHost|Creating a socket|connection token|bindings file|spdlog|watchdog|vscode-sqlite3|open-vsx|AccountPolicyGate|reconnection-grace|ServiceWorker|Service Worker|ExtensionGallery|InstantiationService has been disposed|reading 'getWidgets'|DialogService: Dialog requested|queryGalleryExtensions|additional builtin|Loading development extension|Require stack|\[Extension Host\] .*(punycode|DeprecationWarning)/;

/**
 * @param {object} suite
 * @param {'desktop' | 'web'} suite.kind the Node extension host with the desktop bundle, or the web worker with the web bundle
 * @param {string} suite.tests the built test entry, inside the checkout
 * @param {(line: string) => void} suite.onLine sees each line the tests print
 * @returns the exit code: 0, the suite's own, 124 for a hang, 70 for a crash of the page
 */
export async function runBrowserSuite({ kind, tests, workspace, settings, env, timeoutMs, onLine }) {
  const server = await startServer({ testDriver: true, settings, env, extensionFolders: [TEST_MODEL] });
  const browser = await startBrowser();
  const web = kind === 'web' ? await serveFolder(ROOT) : undefined;
  try {
    const page = await openPage(browser, server);
    const suiteEnd = await watchSuite(page, { timeoutMs, onLine });
    const payload = [['enableProposedApi', ''], ['skipWelcome', 'true'], ['skipReleaseNotes', 'true']];
    if (web) {
      await injectWebExtension(page, server, web, tests);
    } else {
      const remote = (file) => `vscode-remote://${server.authority}${file}`;
      payload.push(['extensionDevelopmentPath', remote(ROOT)], ['extensionTestsPath', remote(tests)]);
    }
    await page.goto(`${server.base}/?folder=${encodeURIComponent(workspace)}&payload=${encodeURIComponent(JSON.stringify(payload))}`);
    return await suiteEnd();
  } finally {
    await browser.close();
    await server.stop();
    web?.closeAllConnections();
    web?.close();
  }
}

/** The page calls these two by name when VS Code's own test driver is on. Gives back what waits for the end. */
async function watchSuite(page, { timeoutMs, onLine }) {
  let end;
  const ended = new Promise((resolve) => { end = resolve; });
  await page.exposeFunction('codeAutomationLog', (_type, args) => {
    const message = util.format(...args);
    if (!NOISE.test(message)) {
      message.split('\n').forEach(onLine);
    }
  });
  await page.exposeFunction('codeAutomationExit', (code) => end(code));
  page.on('crash', () => {
    onLine('The page crashed.');
    end(70);
  });
  if (process.env.BACKLOT_PAGE_CONSOLE) {
    page.on('console', (message) => console.log('[page]', message.type(), message.text().slice(0, 900)));
  }
  return async () => {
    const timer = setTimeout(() => {
      onLine(`The suite did not end within ${timeoutMs / 1000} s.`);
      end(124);
    }, timeoutMs);
    return ended.finally(() => clearTimeout(timer));
  };
}

/** The page's own rules allow only its own origin: the extension is reached through the server's /proxy/<port>/. */
async function serveFolder(folder) {
  const types = { '.json': 'application/json', '.js': 'text/javascript', '.svg': 'image/svg+xml' };
  const server = http.createServer((request, response) => {
    const file = path.join(folder, decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
    fs.readFile(file, (error, bytes) => {
      if (error || !file.startsWith(folder)) {
        response.writeHead(404).end();
        return;
      }
      response.writeHead(200, { 'Content-Type': types[path.extname(file)] ?? 'application/octet-stream' }).end(bytes);
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** As @vscode/test-web does it: the page's configuration is changed while it is parsed, before the workbench reads it. */
async function injectWebExtension(page, server, web, tests) {
  const extension = { scheme: 'http', authority: server.authority, path: `/proxy/${web.address().port}` };
  const test = { ...extension, path: `${extension.path}/${path.relative(ROOT, tests)}` };
  await page.addInitScript(
    (added) => {
      if (window.top !== window) {
        return;
      }
      new MutationObserver((_records, observer) => {
        const meta = document.getElementById('vscode-workbench-web-configuration');
        if (!meta) {
          return;
        }
        observer.disconnect();
        const configuration = JSON.parse(meta.dataset.settings);
        configuration.additionalBuiltinExtensions = [added.extension];
        configuration.developmentOptions = { ...configuration.developmentOptions, extensions: [added.extension], extensionTestsPath: added.test };
        meta.dataset.settings = JSON.stringify(configuration);
      }).observe(document, { childList: true, subtree: true });
    },
    { extension, test },
  );
}
