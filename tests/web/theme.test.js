// A theme that is not ours (tests/themes/second): its pages are valid and accessible, and correct themselves when they are seen late.

import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { violations } from './support/axe.js';
import { DESKTOP, PHONE, launch } from './support/browser.js';
import { build } from './support/canevas.js';
import { none } from './support/expect.js';
import { validate } from './support/nu.js';

const PAGES = [
  'index.html',
  'fr/index.html',
  'en/bretagne.html',
  'fr/bretagne/amige-2022.html',
  'fr/bretagne/amige-2022/dossier.html',
  'fr/accessibilite.html',
  'fr/departements.html',
  'fr/plan-du-site.html',
];

let site;
let browser;

before(async () => {
  site = build('marque: { ministere: Ministère, devise: Essayer }\n', 'second');
  browser = await launch(new Date('2021-12-20T12:00:00Z'));
});

after(async () => {
  await browser?.close();
  if (site) rmSync(path.dirname(site), { recursive: true });
});

const at = (file) => pathToFileURL(path.join(site, file)).href;

it('writes valid HTML', () => {
  const files = PAGES.map((file) => path.join(site, file));
  none(validate(site, files).errors);
});

for (const [name, viewport] of Object.entries({ PHONE, DESKTOP })) {
  describe(`accessibility, ${name}`, () => {
    for (const file of PAGES) {
      it(file, async () => {
        const context = await browser.newContext({ viewport });
        const page = await context.newPage();
        await page.goto(at(file));
        const found = await violations(page);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        await context.close();
        none(found, 'violations');
        assert.ok(wide <= 0, `${wide} px stick out`);
      });
    }
  });
}

it('hides what waits for its day', async () => {
  const page = await (await browser.newContext({ viewport: DESKTOP })).newPage();
  await page.goto(at('fr/bretagne/amige-2022.html'));
  const shown = await page.evaluate(() => [...document.querySelectorAll('[hidden]')].filter((one) => one.checkVisibility()).length);
  const hidden = await page.locator('[hidden]').count();
  assert.ok(hidden > 0);
  assert.equal(shown, 0);
});

it('gives the statuses of a page seen late the classes of the theme', async () => {
  const late = await launch(new Date('2022-03-15T12:00:00Z'));
  const page = await (await late.newContext({ viewport: DESKTOP })).newPage();
  const shown = () => {
    const statuses = [...document.querySelectorAll('.regions .s-status')].filter((status) => status.checkVisibility());
    return [...new Set(statuses.map((status) => status.className))];
  };
  await page.goto(at('fr/index.html'));
  const classes = await page.evaluate(shown);
  await late.close();
  assert.ok(classes.length > 0 && classes.every((each) => /^s-status s-status-(no|examination|archived)$/.test(each)), classes.join());
});
