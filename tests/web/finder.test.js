// The finder of the home page: a department or a postal code leads to its regions, on a server and
// from a disk; without script it leads to the page of departments.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { DESKTOP, launch, watch } from './support/browser.js';
import { none } from './support/expect.js';
import { serve } from './support/server.js';
import { builtAt, languages, page as pageOf, root } from './support/site.js';

/** What is typed, and the regions it leads to; with `says`, what is said instead or besides. */
const CASES = [
  { code: '35', regions: ['bretagne'] },
  { code: '01', regions: ['auvergne-rhone-alpes'], why: 'also the code of a region' },
  { code: '1', regions: ['auvergne-rhone-alpes'] },
  { code: '75', regions: ['ile-de-france'], why: 'also the code of a region' },
  { code: '2a', regions: ['corse'], why: 'lower case' },
  { code: '2 B', regions: ['corse'] },
  { code: '976', regions: ['mayotte'] },
  { code: '20000', regions: ['corse'] },
  { code: '97410', regions: ['la-reunion'] },
  { code: '35 000', regions: ['bretagne'], why: 'spaced as people write it' },
  { code: '35000 Rennes', regions: ['bretagne'] },
  { code: 'Rennes 35000', regions: ['bretagne'] },
  { code: 'F-35042 RENNES CEDEX 9', regions: ['bretagne'] },
  { code: '05700', regions: ['auvergne-rhone-alpes', 'provence-alpes-cote-d-azur'], why: 'two regions' },
  { code: '37160', regions: ['centre-val-de-loire', 'nouvelle-aquitaine'], why: 'two regions' },
  { code: 'bretagne', regions: ['bretagne'] },
  { code: 'ILE DE FRANCE', regions: ['ile-de-france'] },
  { code: 'Réunion', regions: ['la-reunion'], why: 'without its article' },
  { code: 'Finistere', regions: ['bretagne'], why: 'a department without accent' },
  { code: "cote d'or", regions: ['bourgogne-franche-comte'] },
  { code: 'Ille et Vilaine (35)', regions: ['bretagne'] },
  { code: 'Loire', regions: ['auvergne-rhone-alpes'], why: 'the department of that name' },
  { code: 'rennes', regions: ['bretagne'], why: 'a town' },
  { code: 'Paris 12e', regions: ['ile-de-france'], why: 'not the department 12' },
  { code: 'Le Havre', regions: ['normandie'] },
  { code: 'st etienne', regions: ['auvergne-rhone-alpes'] },
  { code: 'Saint-Denis', regions: ['ile-de-france', 'la-reunion'], why: 'two towns' },
  { code: 'savoie', regions: ['auvergne-rhone-alpes'] },
  { code: 'renn', regions: ['bretagne'], says: { fr: /lieux/, en: /places/ }, why: 'the beginning of a name' },
  { code: '97133', regions: [], says: { fr: /Saint-Barthélemy \(977\)/, en: /Saint-Barthélemy \(977\)/ } },
  { code: '97150', regions: [], says: { fr: /Saint-Martin \(978\)/, en: /Saint-Martin \(978\)/ } },
  { code: '97500', regions: [], says: { fr: /Saint-Pierre-et-Miquelon/, en: /Saint-Pierre-et-Miquelon/ } },
  { code: '98800', regions: [], says: { fr: /Nouvelle-Calédonie/, en: /Nouvelle-Calédonie/ } },
  { code: '98000', regions: [], says: { fr: /Monaco/, en: /Monaco/ } },
  { code: '3500', regions: [], wrong: true, says: { fr: /cinq chiffres.*4/, en: /five digits.*4/ } },
  { code: '350000', regions: [], wrong: true, says: { fr: /cinq chiffres.*6/, en: /five digits.*6/ } },
  { code: '00', regions: [], wrong: true, says: { fr: /00/, en: /00/ }, why: 'no such department' },
  { code: '99999', regions: [], wrong: true, says: { fr: /99/, en: /99/ } },
  { code: 'Trifouillis', regions: [], wrong: true, says: { fr: /code postal/, en: /postcode/ } },
  { code: '', regions: [], wrong: true, says: { fr: /code postal/, en: /postcode/ }, why: 'nothing' },
  { code: '<img src=x onerror=alert(1)>', regions: [], wrong: true, says: { fr: /code postal/, en: /postcode/ } },
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
      for (const { code, regions, says, wrong, why } of cases) {
        it(`${lang}: ${code} → ${regions.join(' or ') || 'nothing'}${why ? ` (${why})` : ''}`, async () => {
          const page = await browser.newPage({ viewport: DESKTOP });
          const faults = watch(page);
          await page.goto(`${base()}${lang}/index.html`);
          await search(page, code);
          const found = await regionsOf(page, base());
          const state = says && (await stateOf(page));
          await page.close();
          assert.deepEqual(found.sort(), regions);
          if (says) {
            assert.match(state.said, says[lang] ?? says.fr);
            assert.deepEqual(state.wrong, wrong ? 'true' : null);
            assert.ok(state.focused, 'the focus is not in the field');
            assert.ok(state.linked, 'the field does not name what is said');
          }
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

/** What is said of what was typed, and how the field is linked to it. */
const stateOf = (page) =>
  page.evaluate(() => {
    const answer = document.querySelector('.finder-answer');
    const field = document.querySelector('.finder input');
    return {
      said: answer.textContent,
      wrong: field.getAttribute('aria-invalid'),
      focused: document.activeElement === field,
      linked: field.getAttribute('aria-describedby').split(' ').includes(answer.id),
    };
  });

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
