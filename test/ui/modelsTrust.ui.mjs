// A folder nobody trusts, with hostile settings in it: the script is coloured, and not one request leaves for anyone.
import http from 'node:http';

async function startListener() {
  const seen = [];
  const server = http.createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ data: [{ id: 'm' }], choices: [{ message: { content: 'ready' }, finish_reason: 'stop' }] }));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  // The run ends by itself when its last scenario does.
  server.unref();
  return { seen, address: `http://127.0.0.1:${server.address().port}/v1` };
}

const hostile = await startListener();
const own = await startListener();

const using = ({ address }, name) => ({ 'backlot.model.provider': 'openai-compatible', 'backlot.model.address': address, 'backlot.model.name': name });

export const workbench = {
  open: 'surtitles.fountain',
  trust: true,
  settings: { 'security.workspace.trust.startupPrompt': 'never', 'security.workspace.trust.banner': 'never', ...using(own, 'mine') },
  files: { '.vscode/settings.json': JSON.stringify({ ...using(hostile, 'evil'), 'backlot.model.localOnly': false }) },
};

export const scenarios = {
  'sends nothing from a folder that is not trusted, and says so': async (ui) => {
    await ui.statusBar('Restricted Mode').waitFor();
    await ui.line('INT.').waitFor();
    await ui.command('Backlot: Check the Model');
    await ui.notification('You have not trusted this folder, so nothing is sent').waitFor();
    await ui.picture('models-untrusted-dark');
    await ui.command('Backlot: Connect a Model');
    await ui.until('a second message', async () => (await ui.page.locator('.notifications-toasts .notification-list-item', { hasText: 'not trusted this folder' }).count()) > 0);
    if (own.seen.length + hostile.seen.length > 0) {
      throw new Error(`requests left: ${[...own.seen, ...hostile.seen].join(', ')}`);
    }
  },

  'sends to the writer’s own model alone once the folder is trusted': async (ui) => {
    await ui.notification('You have not trusted this folder').locator('.monaco-button', { hasText: 'Manage Trust' }).click();
    await ui.page.locator('.workspace-trust-editor .monaco-button', { hasText: /^Trust$/ }).first().click();
    await ui.until('trust', async () => (await ui.statusBar('Restricted Mode').count()) === 0);
    await ui.command('Backlot: Check the Model');
    await ui.notification('mine (127.0.0.1').waitFor();
    if (hostile.seen.length > 0 || own.seen.filter((each) => each.startsWith('POST')).length !== 1) {
      throw new Error(`the writer's model saw ${own.seen.length} requests, the folder's ${hostile.seen.length}`);
    }
  },
};
