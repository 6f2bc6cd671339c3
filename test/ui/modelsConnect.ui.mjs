// Connecting a model as a writer does it, on the keyboard, against the practice model on this machine.
export const workbench = {
  open: 'surtitles.fountain',
  practice: true,
  settings: { 'backlot.model.provider': 'none', 'backlot.model.address': '', 'backlot.model.name': '' },
};

const row = (ui, text) => ui.page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();

export const scenarios = {
  'says in the status bar that there is no model, and leads to one': async (ui) => {
    await ui.statusBar('Connect a model').click();
    await row(ui, 'Connect a model…').click();
    await row(ui, 'OpenRouter').waitFor();
    await row(ui, 'Another address').waitFor();
    await ui.until('the search to end', async () => (await ui.page.locator('.quick-input-list', { hasText: 'Looking for' }).count()) === 0);
    await ui.picture('models-connect-dark');
    await row(ui, 'Another address').click();
    await ui.page.locator('.quick-input-message', { hasText: 'The address of the model server' }).waitFor();
  },

  'warns of an address that is not encrypted, and takes one of this machine without a key': async (ui) => {
    await ui.quickInput().fill('http://192.168.1.20:11434');
    await ui.page.locator('.quick-input-message', { hasText: 'Not encrypted' }).waitFor();
    await ui.picture('models-address-dark');
    await ui.answer(ui.practice.address.replace('/v1', ''));
    await row(ui, ui.practice.model).waitFor();
    await ui.picture('models-list-dark');
    await ui.page.keyboard.press('Enter');
    await ui.notification('answered. The model runs on the same computer as your script').waitFor();
    await ui.statusBar(`${ui.practice.model} · local`).waitFor();
    await ui.picture('models-connected-dark');
  },

  'shows "local only" in the status bar': async (ui) => {
    await ui.statusBar(ui.practice.model).click();
    await row(ui, 'Turn "Local only" on').waitFor();
    await ui.picture('models-menu-dark');
    await row(ui, 'Turn "Local only" on').click();
    await ui.statusBar('local only').waitFor();
  },

  'shows with "local only" what is not on this machine as not available, and takes no such address': async (ui) => {
    await ui.command('Backlot: Connect a Model');
    await row(ui, 'OpenAI').filter({ hasText: 'not available while "Local only" is on' }).waitFor();
    await ui.until('the search to end', async () => (await ui.page.locator('.quick-input-list', { hasText: 'Looking for' }).count()) === 0);
    await row(ui, 'OpenAI').click();
    await ui.page.locator('.quick-input-widget input[placeholder*="turn \\"Local only\\" off first"]').waitFor();
    await ui.picture('models-localOnly-dark');
    await row(ui, 'Another address').click();
    await ui.page.locator('.quick-input-message', { hasText: 'The address of the model server' }).waitFor();
    await ui.answer('https://example.com/v1');
    await ui.page.locator('.quick-input-message', { hasText: 'This is not on this machine' }).waitFor();
    await ui.picture('models-localOnlyAddress-dark');
    await ui.press('Escape');
  },
};
