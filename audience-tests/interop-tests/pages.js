// SPDX-License-Identifier: Apache-2.0
// The report pages in a real browser: Debian's Chromium, driven by Playwright, looked at by axe.
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const { chromium } = require('playwright-core');
const axe = require('axe-core');

const BROWSER = process.env.CHROMIUM ?? '/usr/bin/chromium';
const FLAGS = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];
// WritingPagesTest writes them.
const FOLDER = path.join(__dirname, '..', '..', 'audience-adapters', 'reports', 'target', 'pages');

/** The pages that were written, by their names without the ending. */
function pageNames() {
  return fs.existsSync(FOLDER) ? fs.readdirSync(FOLDER).filter((name) => name.endsWith('.html')).map((name) => name.slice(0, -5)).sort() : [];
}

/** A browser without a network, in which what a page asks for and complains of is written down. Pages stay open, so that each is loaded once a scheme. */
class Browser {
  static async start() {
    return new Browser(await chromium.launch({ executablePath: BROWSER, args: FLAGS, chromiumSandbox: false }));
  }

  constructor(browser) {
    this.browser = browser;
    this.contexts = new Map();
    this.pages = new Map();
  }

  /** The page on a screen of that size, on paper if `media` says so. `asked` holds every request but the page's own, `told` what the console says. */
  async open(name, { scheme = 'light', width = 1024, height = 900, scripts = true, media = 'screen' } = {}) {
    const key = `${scheme} ${scripts}`;
    if (!this.contexts.has(key)) {
      this.contexts.set(key, await this.browser.newContext({
        colorScheme: scheme, javaScriptEnabled: scripts, offline: true, reducedMotion: 'reduce',
      }));
    }
    if (!this.pages.has(`${key} ${name}`)) this.pages.set(`${key} ${name}`, await this.#load(this.contexts.get(key), name));
    const page = this.pages.get(`${key} ${name}`);
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ media, colorScheme: scheme });
    return page;
  }

  async #load(context, name) {
    const page = await context.newPage();
    const address = `file://${path.join(FOLDER, `${name}.html`)}`;
    page.asked = [];
    page.told = [];
    page.on('request', (request) => { if (request.url() !== address) page.asked.push(request.url()); });
    page.on('console', (message) => page.told.push(message.text()));
    page.on('pageerror', (error) => page.told.push(String(error)));
    await page.goto(address);
    return page;
  }

  async close() {
    await this.browser.close();
  }
}

/** What axe finds wrong, a line each. */
async function violations(page) {
  if (!await page.evaluate(() => 'axe' in globalThis)) await page.evaluate(axe.source);
  const found = await page.evaluate(() => globalThis.axe.run(document, {
    runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  }));
  return found.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target} ${node.failureSummary}`));
}

module.exports = { Browser, pageNames, violations };
