// The search: from its own index, on a server and from a disk, whatever the accents, capitals, hyphens, apostrophes and plurals;
// without script it is the plan of the site.

import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { DESKTOP, launch, watch } from './support/browser.js';
import { none } from './support/expect.js';
import { serve } from './support/server.js';
import { builtAt, languages, root } from './support/site.js';

/** What is typed, and an address that the first results lead to. */
const CASES = [
  { typed: 'Bretagne', leads: 'bretagne.html' },
  { typed: 'finistere', leads: 'bretagne.html', why: 'a department of it, without accent' },
  { typed: 'RÉUNION', leads: 'la-reunion.html', why: 'capitals' },
  { typed: 'ile de france', leads: 'ile-de-france.html', why: 'without hyphens' },
  { typed: 'dépense éligible', leads: 'bretagne/amige-2022.html#depenses-eligibles', why: 'in the singular' },
  { typed: 'depenses eligibles occitanie', leads: 'occitanie/amige-2022.html#depenses-eligibles', only: true, why: 'in a region' },
  { typed: 'd’employeur', leads: 'amige-2022.html', why: 'with an apostrophe' },
  { typed: "groupements d'employeurs", leads: 'amige-2022.html', why: 'with another apostrophe' },
  { typed: 'accessib', leads: 'accessibilite.html', why: 'the beginning of a word' },
  { typed: 'dossier bretagne', leads: 'bretagne/amige-2022/dossier.html' },
  { typed: 'budget', leads: 'bretagne/amige-2022/dossier.html', why: 'a file that goes with it' },
];

const HOSTILE = ['<img src=x onerror=alert(1)>', '"><script>alert(1)</script>', '.*+?^${}()|[]\\', '#%', '%E0%A4%A', 'a'.repeat(200)];

let browser;
let server;

before(async () => {
  [browser, server] = await Promise.all([launch(builtAt), serve()]);
});

after(async () => {
  await browser?.close();
  await server?.close();
});

const WORLDS = [
  { name: 'a server', base: () => `${server.origin}/` },
  { name: 'a folder of a server', base: () => `${server.origin}/appel/` },
  { name: 'a disk', base: () => `${pathToFileURL(root).href}/` },
];

for (const { name, base } of WORLDS) {
  describe(`search on ${name}`, () => {
    for (const { typed, leads, only, why } of CASES) {
      it(`“${typed}” leads to ${leads}${why ? ` (${why})` : ''}`, async () => {
        const page = await browser.newPage({ viewport: DESKTOP });
        const faults = watch(page);
        await page.goto(`${base()}fr/recherche.html?q=${encodeURIComponent(typed)}`);
        await answered(page);
        const first = page.locator('#search_results > li').nth(0);
        const hrefs = await first.locator('a').evaluateAll((all) => all.map((link) => link.href));
        await page.close();
        assert.ok(hrefs.some((href) => href.endsWith(leads)), `${leads} is not among ${hrefs.join(', ') || 'nothing'}`);
        if (only) assert.equal(hrefs.length, 1);
        none(faults);
      });
    }

    it('every result leads to a page that is there, and says its kind', async () => {
      const page = await browser.newPage({ viewport: DESKTOP });
      await page.goto(`${base()}fr/recherche.html?q=emploi`);
      await answered(page);
      const results = await page.$$eval('#search_results > li', (all) =>
        all.map((item) => ({
          kind: item.querySelector('.scope').textContent,
          hrefs: [...item.querySelectorAll('a')].map((link) => link.href),
        })),
      );
      assert.ok(results.length > 3);
      const wrong = results.flatMap(({ kind, hrefs }) => (kind && hrefs.length ? hrefs.filter((href) => !isThere(href, base())) : ['no kind']));
      await page.close();
      none(wrong, 'results that lead nowhere');
    });
  });
}

describe('search', () => {
  for (const lang of languages) {
    it(`${lang}: from the header of another page`, async () => {
      const page = await browser.newPage({ viewport: DESKTOP });
      await page.goto(server.url(`${lang}/index.html`));
      await page.locator('header [name=q]').fill('Occitanie');
      await page.locator('header [name=q]').press('Enter');
      await answered(page);
      const first = await page.locator('#search_results a').first().getAttribute('href');
      await page.close();
      assert.equal(first, 'occitanie.html');
    });

    it(`${lang}: without script, the plan of the site`, async () => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const page = await context.newPage();
      await page.goto(server.url(`${lang}/recherche.html?q=Occitanie`));
      const shown = await page.locator('#search_plan a[href="occitanie.html"]').isVisible();
      await context.close();
      assert.ok(shown);
    });
  }

  it('the index is loaded when the field is used, and not before', async () => {
    const page = await browser.newPage({ viewport: DESKTOP });
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(server.url('fr/recherche.html'));
    const before = asked.filter((url) => url.endsWith('/recherche.js')).length;
    await page.locator('#search_field').focus();
    await page.waitForFunction(() => window.canevasSearch);
    await page.close();
    assert.equal(before, 0);
    const scripts = asked.filter((url) => url.includes('/assets/') && url.endsWith('.js'));
    const weights = scripts.map((url) => statSync(path.join(root, new URL(url).pathname)).size);
    assert.ok(weights.length && weights.reduce((sum, each) => sum + each) < 20_000);
  });

  it('what is typed is answered, said aloud and kept in the address, and the focus stays', async () => {
    const page = await browser.newPage({ viewport: DESKTOP });
    await page.goto(server.url('fr/recherche.html'));
    await page.locator('#search_field').fill('Bretagne');
    await page.locator('#search_field').press('Enter');
    await answered(page);
    const state = await page.evaluate(() => ({
      focused: document.activeElement.id,
      said: document.querySelector('[role=status]').textContent,
      address: location.search,
    }));
    await page.locator('#search_field').fill('Corse');
    await page.locator('#search_field').press('Enter');
    await page.waitForFunction(() => document.querySelector('[role=status]').textContent.includes('Corse'));
    await page.goBack();
    await page.waitForFunction(() => document.querySelector('[role=status]').textContent.includes('Bretagne'));
    await page.close();
    assert.equal(state.focused, 'search_field');
    assert.match(state.said, /^\d+ résultats pour « Bretagne »/);
    assert.equal(state.address, '?q=Bretagne');
  });

  it('nothing found is said, and the plan of the site stays', async () => {
    const page = await browser.newPage({ viewport: DESKTOP });
    await page.goto(server.url('fr/recherche.html?q=xylophone'));
    await answered(page);
    const said = await page.locator('[role=status]').textContent();
    const plan = await page.locator('#search_plan').isVisible();
    await page.close();
    assert.match(said, /^Rien ne répond à « xylophone »/);
    assert.ok(plan);
  });

  for (const typed of HOSTILE) {
    it(`hostile words stay words: ${typed.slice(0, 40)}`, async () => {
      const page = await browser.newPage({ viewport: DESKTOP });
      const faults = watch(page);
      page.on('dialog', (dialog) => faults.push(`dialog: ${dialog.message()}`));
      await page.goto(server.url(`fr/recherche.html?q=${encodeURIComponent(typed)}`));
      await answered(page);
      const said = await page.locator('[role=status]').textContent();
      const made = await page.locator('main img, main script').count();
      await page.close();
      assert.ok(said.includes(typed), said);
      assert.equal(made, 0);
      none(faults);
    });
  }
});

const answered = (page) =>
  page.waitForFunction(() => document.querySelector('#search_count')?.textContent, null, { timeout: 10_000 });

function isThere(href, base) {
  const file = decodeURIComponent(href.split(/[?#]/)[0].slice(base.length));
  return href.startsWith(base) && statSync(path.join(root, file), { throwIfNoEntry: false })?.isFile();
}
