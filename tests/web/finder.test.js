// The finder of the home page: a department or a postal code leads to its regions, on a server and
// from a disk; without script it leads to the page of departments.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { DESKTOP, launch, watch } from './support/browser.js';
import { none } from './support/expect.js';
import { serve } from './support/server.js';
import { builtAt, languages, page as pageOf, root } from './support/site.js';

const CASES = [
  { code: '35', regions: ['bretagne'] },
  { code: '01', regions: ['auvergne-rhone-alpes'], why: 'also the code of a region' },
  { code: '75', regions: ['ile-de-france'], why: 'also the code of a region' },
  { code: '2a', regions: ['corse'], why: 'lower case' },
  { code: '976', regions: ['mayotte'] },
  { code: '20000', regions: ['corse'] },
  { code: '97410', regions: ['la-reunion'] },
  { code: '35 000', regions: ['bretagne'], why: 'spaced as people write it' },
  { code: '05700', regions: ['auvergne-rhone-alpes', 'provence-alpes-cote-d-azur'], why: 'two regions' },
  { code: '37160', regions: ['centre-val-de-loire', 'nouvelle-aquitaine'], why: 'two regions' },
  { code: '00', regions: [], why: 'no such department' },
];

const WORLDS = [
  { name: 'a server', base: () => `${server.origin}/`, cases: CASES },
  { name: 'a folder of a server', base: () => `${server.origin}/appel/`, cases: CASES.slice(0, 1) },
  { name: 'a disk', base: () => `${pathToFileURL(root).href}/`, cases: CASES },
];

const LIVE = '[aria-live], [role=status], output';

let browser;
let server;

before(async () => {
  [browser, server] = await Promise.all([launch(builtAt), serve()]);
});

after(async () => {
  await browser?.close();
  await server?.close();
});

for (const { name, base, cases } of WORLDS) {
  describe(`finder on ${name}`, () => {
    for (const lang of languages) {
      for (const { code, regions, why } of cases) {
        it(`${lang}: ${code} → ${regions.join(' or ') || 'nothing'}${why ? ` (${why})` : ''}`, async () => {
          const page = await browser.newPage({ viewport: DESKTOP });
          const faults = watch(page);
          await page.goto(`${base()}${lang}/index.html`);
          await search(page, code);
          const found = await regionsOf(page, base());
          await page.close();
          assert.deepEqual(found.sort(), regions);
          none(faults);
        });
      }

      it(`${lang}: without script, the page of departments`, async () => {
        const context = await browser.newContext({ javaScriptEnabled: false });
        const page = await context.newPage();
        await page.goto(`${base()}${lang}/index.html`);
        await search(page, '35');
        const { kind, lang: reached } = placeOf(page.url(), base());
        await context.close();
        assert.deepEqual([kind, reached], ['departments', lang]);
      });
    }
  });
}

/** Types a code and waits until the page has changed, or said something to screen readers too. */
async function search(page, code) {
  const home = page.url();
  const field = page.locator('form[action*="departements.html"] input:not([type=hidden])');
  await field.fill(code);
  await Promise.all([
    Promise.any([
      page.waitForURL((url) => url.href !== home, { timeout: 5000 }),
      page.locator(LIVE).filter({ hasText: /\S/ }).first().waitFor({ timeout: 5000 }),
    ]),
    field.press('Enter'),
  ]);
}

/** The regions a search has led to: the one of the page reached, or those of the answer. */
async function regionsOf(page, base) {
  const reached = placeOf(page.url(), base);
  if (reached.kind !== 'home') return [regionOf(reached)];
  const links = page.locator(LIVE).locator('a[href]');
  const hrefs = await links.evaluateAll((all) => all.map((link) => link.href));
  return [...new Set(hrefs.map((href) => regionOf(placeOf(href, base))))];
}

const placeOf = (url, base) => pageOf(decodeURIComponent(url.split(/[?#]/)[0].slice(base.length)));

const regionOf = ({ kind, file }) =>
  ['call', 'region'].includes(kind) ? file.split(/[/.]/)[1] : `${file}, not a region`;
