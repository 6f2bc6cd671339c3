// The hands and eyes of a UI test: what a writer does in the workbench, and what they then see.
import fs from 'node:fs';
import path from 'node:path';
import { activated, extensionHostLogs } from '../host/activated.mjs';
import { ROOT } from '../host/paths.mjs';
import { writeProfile } from '../host/profile.mjs';

export const PICTURES = path.join(ROOT, 'test/ui/pictures');
const TIMEOUT = 20_000;

/** @param {Awaited<ReturnType<typeof import('../host/workbench.mjs').openWorkbench>>} workbench */
export function createDriver(workbench) {
  const { page } = workbench;
  const settings = { ...workbench.settings };
  const quickInput = page.locator('.quick-input-widget input[type=text]');
  /** Opens VS Code's own input. Pressed again where the key was lost: a window that restarts its extensions takes none for a moment. */
  const openQuickInput = async (key) => {
    for (let tries = 0; tries < 5; tries++) {
      await page.keyboard.press(key);
      if (await quickInput.waitFor({ timeout: TIMEOUT / 5 }).then(() => true, () => false)) {
        return;
      }
    }
    throw new Error(`${key} opens no input`);
  };

  const ui = {
    page,
    workspace: workbench.workspace,
    practice: workbench.practice,

    /** Runs a command of the palette by its title ("Backlot: Connect a Model"). */
    async command(title) {
      const exact = new RegExp(`^${title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
      const row = page.locator('.quick-input-list .monaco-list-row').filter({ has: page.locator('.label-name', { hasText: exact }) }).first();
      for (let tries = 1; ; tries++) {
        await openQuickInput('F1');
        await quickInput.fill(`>${title}`);
        try {
          // The list still shows what matched before: the row of this title is waited for, and taken itself.
          await row.click({ timeout: TIMEOUT / 2 });
          return;
        } catch (error) {
          // A palette that opens while extensions start can drop what was typed: opened anew, it has it.
          if (tries === 3) {
            throw error;
          }
          await page.keyboard.press('Escape');
        }
      }
    },

    /** Opens a file of the workspace in the editor and puts the focus there. */
    async open(file) {
      await openQuickInput('Control+KeyP');
      await quickInput.fill(file);
      await page.locator('.quick-input-list .monaco-list-row', { hasText: file }).first().waitFor({ timeout: TIMEOUT });
      await page.keyboard.press('Enter');
      await page.locator(`.tab.active[data-resource-name="${path.basename(file)}"]`).waitFor({ timeout: TIMEOUT });
      await ui.activeEditor().locator('.view-line').first().waitFor({ timeout: TIMEOUT });
    },

    /** Puts the cursor there (1-based, as the status bar shows it) with the focus in the script. */
    async goTo(line, column = 1) {
      await openQuickInput('Control+KeyG');
      await quickInput.fill(`:${line}:${column}`);
      await page.keyboard.press('Enter');
      await page.locator('.statusbar-item', { hasText: `Ln ${line}, Col ${column}` }).waitFor({ timeout: TIMEOUT });
    },

    /** Puts the cursor at the start of the first line of a file on disk that contains this text. */
    async goToText(file, text) {
      const line = ui.read(file).split('\n').findIndex((each) => each.includes(text));
      if (line < 0) {
        throw new Error(`no line of ${file} contains "${text}"`);
      }
      await ui.goTo(line + 1);
    },

    type: (text) => page.keyboard.type(text, { delay: 8 }),
    press: (...keys) => keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve()),

    /** Answers an open input box or pick: types and confirms. */
    async answer(text) {
      await quickInput.waitFor({ timeout: TIMEOUT });
      await quickInput.fill(text);
      await page.keyboard.press('Enter');
    },

    quickInput: () => quickInput,
    activeEditor: () => page.locator('.editor-group-container.active .editor-instance .monaco-editor').first(),
    /** A line of the script as it is shown. */
    line: (text) => ui.activeEditor().locator('.view-line', { hasText: withSpaces(text) }).first(),
    statusBar: (text) => page.locator('.statusbar-item', { hasText: text }).first(),
    notification: (text) => page.locator('.notifications-toasts .notification-list-item', { hasText: text }).first(),

    /** Shows a container of the activity bar (its title). */
    async showContainer(title) {
      const tab = page.locator(`.activitybar .action-item a[aria-label^="${title}"]`).first();
      await tab.waitFor({ timeout: TIMEOUT });
      if ((await tab.locator('..').getAttribute('class'))?.includes('checked') !== true) {
        await tab.click();
      }
    },
    /** A view by the title of its pane. */
    view: (title) => page.locator('.pane').filter({ has: page.locator('.pane-header .title', { hasText: title }) }).first(),
    /** Rows of a tree view, or the one with this text. */
    row: (title, text) => ui.view(title).locator('.monaco-list-row', text ? { hasText: withSpaces(text) } : {}),

    /** Makes the sidebar wider by so many pixels, as by dragging its edge. */
    async widenSideBar(pixels) {
      const box = await page.locator('.part.sidebar').boundingBox();
      const [x, y] = [box.x + box.width, box.y + box.height / 2];
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x + pixels, y, { steps: 6 });
      await page.mouse.up();
      // Away from the edge, or it stays lit.
      await page.mouse.move(x + pixels + 200, y);
      await page.waitForTimeout(600);
    },

    /** Comment threads shown in the editor (the deck is one). */
    threads: () => page.locator('.monaco-editor .review-widget'),

    /** The frame of a webview in which this CSS selector finds something. */
    async frame(selector) {
      const end = Date.now() + TIMEOUT;
      while (Date.now() < end) {
        for (const frame of page.frames().filter((each) => each !== page.mainFrame())) {
          if ((await frame.locator(selector).count().catch(() => 0)) > 0) {
            return frame;
          }
        }
        await page.waitForTimeout(100);
      }
      throw new Error(`no webview contains ${selector}`);
    },

    /** Waits until a probe gives something true, and gives that. */
    async until(what, probe, timeout = TIMEOUT) {
      const end = Date.now() + timeout;
      for (;;) {
        const found = await probe();
        if (found) {
          return found;
        }
        if (Date.now() > end) {
          throw new Error(`waited ${timeout} ms for ${what}`);
        }
        await page.waitForTimeout(50);
      }
    },

    /** Changes the user's settings file, as a writer would; VS Code notices by itself. */
    change(more) {
      Object.assign(settings, more);
      writeProfile(workbench.server.data, { 'security.workspace.trust.enabled': false, ...settings });
    },
    /** A file of the workspace as it is on disk, and writing one there. */
    read: (file) => fs.readFileSync(path.join(workbench.workspace, file), 'utf8'),
    write: (file, text) => fs.writeFileSync(path.join(workbench.workspace, file), text),
    save: () => page.keyboard.press('Control+KeyS'),
    /** Reloads the window, as "Developer: Reload Window" does. */
    async reload() {
      await page.reload();
      await page.locator('.monaco-workbench .part.editor').waitFor({ timeout: 60_000 });
    },

    /** Backlot awake, by its own log line of VS Code. */
    awake: () => ui.until('Backlot to wake', () => activated(extensionHostLogs(workbench.server.data)), 60_000),

    /** A picture of the window (or of a part: a locator) in test/ui/pictures/. */
    async picture(name, part) {
      fs.mkdirSync(PICTURES, { recursive: true });
      const file = path.join(PICTURES, `${name}.png`);
      await (part ?? page).screenshot({ path: file, animations: 'disabled', caret: 'hide' });
      return file;
    },
  };
  return ui;
}

/** The editor shows every space as U+00A0. */
function withSpaces(text) {
  return new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '[ \\u00a0]'));
}
