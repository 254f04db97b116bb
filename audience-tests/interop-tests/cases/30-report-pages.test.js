// SPDX-License-Identifier: Apache-2.0
// The pages that the reports adapter writes, in Chromium. Needs no sandbox; WritingPagesTest of the adapter writes the pages. With SHOTS=folder they are photographed.
'use strict';
const assert = require('node:assert/strict');
const path = require('node:path');
const { after, before, describe, it } = require('node:test');
const { Browser, pageNames, violations } = require('../pages.js');

const NAMES = pageNames();
const SCHEMES = ['light', 'dark'];
const PHONE = 320;
// WCAG 2.2, 1.4.3, for text of this size.
const CONTRAST = 4.5;

describe('Report pages', () => {
  let browser;
  before(async () => { browser = await Browser.start(); });
  after(async () => { await browser?.close(); });

  async function each(options, look) {
    for (const name of NAMES) await look(await browser.open(name, options), name);
  }

  async function photograph(page, name) {
    if (process.env.SHOTS) await page.screenshot({ path: path.join(process.env.SHOTS, `${name}.png`), fullPage: true });
  }

  it('I141 are there, for every kind', () => {
    for (const kind of ['journey', 'diagnosis', 'preview', 'timeline', 'explanation']) assert.ok(NAMES.includes(kind), `${kind} of ${NAMES}`);
  });

  for (const scheme of SCHEMES) {
    it(`I142${scheme[0]} satisfy axe, ask for nothing and complain of nothing, ${scheme}`, async () => {
      await each({ scheme }, async (page, name) => {
        await photograph(page, `${name}-${scheme}`);
        const [red] = (await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).match(/\d+/g).map(Number);
        assert.equal(red < 64, scheme === 'dark', `${name} is ${scheme}`);
        assert.deepEqual(await violations(page), [], name);
        assert.deepEqual(page.asked, [], name);
        assert.deepEqual(page.told, [], name);
      });
    });
  }

  it('I143 fit a screen of 320 pixels, and satisfy axe there', async () => {
    await each({ width: PHONE, height: 640 }, async (page, name) => {
      await photograph(page, `${name}-phone`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= PHONE, `${name} is ${wide} wide`);
      assert.deepEqual(await violations(page), [], name);
    });
  });

  it('I144 write nothing on a drawing in a colour of too little contrast', async () => {
    for (const scheme of SCHEMES) {
      await each({ scheme }, async (page, name) => {
        assert.deepEqual(await page.evaluate(faint, CONTRAST), [], `${name}, ${scheme}`);
      });
    }
  });

  it('I145 are walked through by keyboard, and what is folded opens', async () => {
    await each({}, async (page, name) => {
      const stops = await page.locator('a[href], summary, button, input, [tabindex]').count();
      const walked = [];
      for (let stop = 0; stop < stops; stop += 1) {
        await page.keyboard.press('Tab');
        walked.push(await page.evaluate(() => document.activeElement.tagName));
        const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
        assert.notEqual(outline, 'none', `${name}, stop ${stop} shows its focus`);
      }
      assert.deepEqual(walked.filter((tag) => tag !== 'SUMMARY' && tag !== 'A'), [], name);
      if (stops > 0) {
        await page.keyboard.press('Enter');
        assert.equal(await page.locator('details[open]').count(), 1, name);
        await page.keyboard.press('Enter');
      }
    });
  });

  it('I146 print: in light, with the wide drawings, and with what is folded', async () => {
    await each({ scheme: 'dark', width: 680, media: 'print' }, async (page, name) => {
      assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(255, 255, 255)', name);
      for (const drawing of await page.locator('svg.drawing.wide').all()) assert.ok(await drawing.isVisible(), name);
      for (const drawing of await page.locator('svg.drawing.narrow').all()) assert.ok(!await drawing.isVisible(), name);
      for (const check of await page.locator('details li').all()) assert.ok(await check.isVisible(), name);
      await photograph(page, `${name}-print`);
      if (name === 'diagnosis') assert.ok((await page.pdf({ format: 'A4', preferCSSPageSize: true })).length > 10_000, name);
    });
  });

  it('I147 are read without scripts, and have a name for every drawing and a head for every table', async () => {
    await each({ scripts: false }, async (page, name) => {
      assert.equal(await page.locator('h1').count(), 1, name);
      assert.equal(await page.locator('script, iframe, object, embed, form, img').count(), 0, name);
      for (const drawing of await page.getByRole('img').all()) {
        assert.ok((await drawing.locator('> title').textContent()).length > 0, name);
        assert.ok((await drawing.locator('> desc').textContent()).length > 20, name);
      }
      for (const table of await page.locator('table').all()) {
        assert.equal(await table.locator('caption').count(), 1, name);
        assert.equal(await table.locator('th:not([scope])').count(), 0, name);
      }
    });
  });

  it('I148 have no label of a drawing that covers another one, or is cut off', async () => {
    for (const width of [1024, PHONE]) {
      await each({ width }, async (page, name) => {
        assert.deepEqual(await page.evaluate(overlaps), [], `${name} at ${width}`);
      });
    }
  });

  it('I149 show a hostile text as it is written', async () => {
    const page = await browser.open('hostile');
    const text = await page.locator('h3').first().textContent();
    assert.match(text, /^<script>alert\("1"\)<\/script> '&amp;' שלום \uFFFDgnp\.exe\uFFFD \uFFFD\[31mred \uFFFD/);
    assert.equal(await page.evaluate(() => document.dir), 'ltr');
  });
});

/** In the page: pairs of texts of one drawing whose boxes meet, and texts beyond the window. */
function overlaps() {
  const found = [];
  for (const drawing of document.querySelectorAll('svg.drawing')) {
    const boxes = [...drawing.querySelectorAll('text')].map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0);
    boxes.forEach((one, index) => {
      if (one.box.right > window.innerWidth || one.box.left < 0) found.push(`${one.text} is cut off`);
      for (const other of boxes.slice(index + 1)) {
        const beside = one.box.right <= other.box.left + 1 || other.box.right <= one.box.left + 1;
        const above = one.box.bottom <= other.box.top + 3 || other.box.bottom <= one.box.top + 3;
        if (!beside && !above) found.push(`${one.text} covers ${other.text}`);
      }
    });
  }
  return found;
}

/** In the page: texts of drawings, which axe does not judge, whose colour is too near the page's. They stand on the page itself, as I148 and LayingOutFlowsTest say. */
function faint(least) {
  const luminance = (colour) => {
    const [red, green, blue] = colour.match(/[\d.]+/g).slice(0, 3).map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const page = luminance(getComputedStyle(document.body).backgroundColor);
  return [...document.querySelectorAll('svg.drawing text')].map((text) => {
    const own = luminance(getComputedStyle(text).fill);
    return { text: text.textContent, ratio: (Math.max(own, page) + 0.05) / (Math.min(own, page) + 0.05) };
  }).filter(({ ratio }) => ratio < least).map(({ text, ratio }) => `${text}: ${ratio.toFixed(2)}`);
}
