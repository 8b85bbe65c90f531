// The site opened from a disk, as an agent does with a copy on a key: every link is followed by
// clicking it, and the style is there.

import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { DESKTOP, launch, watch } from './support/browser.js';
import { none } from './support/expect.js';
import { builtAt, languages, page as pageOf, root, untranslated } from './support/site.js';

const base = `${pathToFileURL(root).href}/`;

let browser;

before(async () => {
  browser = await launch(builtAt);
});

after(() => browser?.close());

test('a visit from home to home by way of a call, its region, the other language and a legal page', async () => {
  const page = await browser.newPage({ viewport: DESKTOP });
  const faults = watch(page);
  const [first, second] = languages;

  await page.goto(`${base}index.html`);
  await styled(page);
  await follow(page, ({ kind, lang }) => kind === 'home' && lang === first);
  await follow(page, (each) => each.kind === 'call' && !untranslated(pageOf(each.file.replace(first, second))));
  await follow(page, ({ kind }) => kind === 'region');
  await follow(page, ({ kind }) => kind === 'call');
  const call = here(page).file;
  await follow(page, ({ file }) => file === call.replace(first, second));
  for (const wanted of ['text', 'plan', 'departments', 'home']) {
    await follow(page, ({ kind, lang }) => kind === wanted && lang === second);
  }

  none(faults);
});

const here = (page) => pageOf(decodeURIComponent(page.url().split(/[?#]/)[0].slice(base.length)));

/** Clicks the first visible link to a page that `wanted` accepts. */
async function follow(page, wanted) {
  const from = page.url();
  for (const link of await page.locator('a[href]').all()) {
    const href = new URL(await link.getAttribute('href'), from).href;
    const target = href.startsWith(base) && pageOf(decodeURIComponent(href.split('#')[0].slice(base.length)));
    if (!target || target === here(page) || !wanted(target) || !(await link.isVisible())) continue;
    await link.click();
    await page.waitForURL(href);
    assert.equal(here(page), target);
    return styled(page);
  }
  assert.fail(`no link of ${from} leads to the page wanted: ${wanted}`);
}

/** The style sheets change how the page looks: from a disk their rules cannot be read. */
async function styled(page) {
  const [plain, dressed] = await page.evaluate(() => {
    const look = () => {
      const { fontFamily, lineHeight, margin, maxWidth } = getComputedStyle(document.body);
      return [fontFamily, lineHeight, margin, maxWidth].join();
    };
    const now = look();
    const sheets = [...document.styleSheets];
    for (const sheet of sheets) sheet.disabled = true;
    const bare = look();
    for (const sheet of sheets) sheet.disabled = false;
    return [bare, now];
  });
  assert.notEqual(dressed, plain, `${path.basename(page.url())} has its style`);
}
