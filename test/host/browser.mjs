// The headless browser in which the browser-served workbench runs.
import { chromium } from 'playwright-core';
import { ensureBrowser } from './install.mjs';

const QUIET = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export async function startBrowser() {
  const executablePath = await ensureBrowser();
  // Chromium's sandbox refuses to run as root, which is what a build machine runs as.
  const args = process.getuid?.() === 0 ? ['--no-sandbox', ...QUIET] : QUIET;
  return chromium.launch({ executablePath, headless: true, args });
}

/** A page of its own (own storage, so own secrets and own window state). */
export async function openPage(browser, server, { width = 1440, height = 900, colorScheme = 'dark' } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.base });
  return context.newPage();
}
