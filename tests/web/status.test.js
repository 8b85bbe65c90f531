// A page seen late corrects its own status and days left, in its language, by the territory's clock
// and not the visitor's; it never goes back, and does nothing where scripts are off.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { DESKTOP, launch, watch } from './support/browser.js';
import { none } from './support/expect.js';
import { serve } from './support/server.js';
import { asset, builtAt, languages, pages, root } from './support/site.js';

const DAY = 24 * 3600 * 1000;
const TERRITORIES = ['Europe/Paris', 'Indian/Reunion', 'America/Martinique'];
const VISITORS = ['Europe/Paris', 'Pacific/Auckland', 'America/Cayenne'];
const WORDS = {
  fr: {
    closing: 'Ferme bientôt',
    closed: 'Fermé',
    left: (n) => `Il reste ${n} jour${n > 1 ? 's' : ''}`,
    last: 'Dernier jour',
    past: 'Date passée',
    done: 'Terminé',
    closes: 'clôture le',
    closedOn: 'clôturé le',
  },
  en: {
    closing: 'Closing soon',
    closed: 'Closed',
    left: (n) => `${n} day${n > 1 ? 's' : ''} left`,
    last: 'Last day',
    past: 'Date passed',
    done: 'Done',
    closes: 'closes on',
    closedOn: 'closed on',
  },
};

/** What a visitor reads of the time on a call page, a region page or the home page. */
const read = () => {
  const visible = (selector) => [...document.querySelectorAll(selector)].filter((each) => each.checkVisibility());
  const texts = (selector) => visible(selector).map((each) => each.textContent.trim());
  return {
    statuses: texts('.status'),
    looks: visible('.status').map((each) => each.className),
    left: texts('.due-left'),
    lists: texts('.due-date'),
    calendar: visible('.step').map((each) => [each.className, each.innerText]),
    actions: texts('.actions a'),
    dated: texts('.as-of, .due-as-of'),
    map: [...document.querySelectorAll('a.tile')].map((each) => [each.getAttribute('class'), each.textContent.replace(/\s+/g, ' ').trim()]),
    usual: texts('.usual b'),
    rows: [...document.querySelectorAll('.regions > li')].map((each) =>
      [...each.querySelectorAll('.status, .due-date')].filter((one) => one.checkVisibility()).map((one) => one.textContent.trim()),
    ),
    legend: texts('.map-legend li'),
  };
};

/** Call pages with so many deadlines to come, each with what its script counts from. */
const calls = (deadlines) =>
  pages
    .filter(({ kind, source }) => kind === 'call' && source.split('class="step-left"').length === deadlines + 1)
    .map((each) => ({ ...each, ...countdown(each.source) }));

function countdown(source) {
  const written = /data-days="(\d+)" data-day="[^"]*" data-zone="([^"]*)" data-over="([^"]*)"/.exec(source);
  return { days: Number(written[1]), zone: written[2], over: new Date(written[3]) };
}

/** A page for each language and clock. */
const chosen = languages.flatMap((lang) =>
  TERRITORIES.map((zone) => calls(1).find((each) => each.lang === lang && each.zone === zone)),
);

let browser;
let server;

before(async () => {
  [browser, server] = await Promise.all([launch(), serve()]);
});

after(async () => {
  await browser?.close();
  await server?.close();
});

/** What a page says to a visitor at an instant. */
async function seen(file, at, { base = server.url, ...options } = {}) {
  const context = await browser.newContext({ viewport: DESKTOP, ...options });
  if (at) await context.clock.setFixedTime(at);
  const page = await context.newPage();
  const faults = watch(page);
  await page.goto(base(file));
  const said = await page.evaluate(read);
  await context.close();
  none(faults);
  return said;
}

/** What it says without script. */
const plain = (file) => seen(file, undefined, { javaScriptEnabled: false });

describe('a call page', () => {
  for (const { file, lang, zone, days, over } of chosen) {
    const words = WORDS[lang];

    it(`${file} (${zone}) says nothing else at its own instant, before it, and without script`, async () => {
      const expected = await plain(file);
      for (const at of [builtAt, new Date(0), new Date(builtAt - 3 * DAY)]) {
        assert.deepEqual(await seen(file, at), expected, at.toISOString());
      }
      assert.equal(expected.left[0], words.left(days));
    });

    for (const timezoneId of VISITORS) {
      it(`${file} (${zone}) counts the days of its territory for a visitor in ${timezoneId}`, async () => {
        const said = await seen(file, new Date(+builtAt + DAY), { timezoneId });
        assert.equal(said.left[0], words.left(days - 1));
        assert.deepEqual(said.dated, []);
        const eve = new Date(over - DAY - 1000);
        assert.deepEqual((await seen(file, eve, { timezoneId })).left, [words.left(1)]);
        const last = await seen(file, new Date(over - 1000), { timezoneId });
        assert.deepEqual([last.left, last.statuses], [[words.last], [words.closing]]);
        assert.equal(last.actions.length, 2);
      });

      it(`${file} (${zone}) is closed for a visitor in ${timezoneId}`, async () => {
        const said = await seen(file, over, { timezoneId });
        assert.deepEqual([said.statuses, said.left], [[words.closed], [words.past]]);
        assert.deepEqual(said.looks, ['status status-closed']);
        assert.equal(said.actions.length, 1, 'nobody can apply any more');
        assert.ok(said.calendar.every(([look, text]) => look === 'step step-past' && text.includes(words.done)));
        const left = said.calendar.filter(([, text]) => text.includes(words.last) || text.includes(words.left(1)));
        none(left, 'steps that still count days');
      });
    }

    it(`${file} closes from a disk too`, async () => {
      const base = (name) => pathToFileURL(path.join(root, name)).href;
      assert.deepEqual((await seen(file, over, { base })).statuses, [words.closed]);
    });
  }
});

describe('a call page with two deadlines', () => {
  for (const { file, lang, over } of calls(2)) {
    it(`${file} marks the second as the next once the first is past`, async () => {
      const said = await seen(file, over);
      const [first, second] = said.calendar.slice(-2);
      assert.equal(first[0], 'step step-past');
      assert.ok(first[1].includes(WORDS[lang].done));
      assert.equal(second[0], 'step step-next');
      assert.equal(said.actions.length, 2, 'the call is still open');
    });
  }
});

describe('lists', () => {
  const late = new Date(+builtAt + 60 * DAY);
  for (const lang of languages) {
    const words = WORDS[lang];

    it(`${lang}: the home page follows, with its map and legend`, async () => {
      const file = `${lang}/index.html`;
      const [before, said] = [await plain(file), await seen(file, late)];
      // What regions have in common is said once, and no more once one of them differs.
      assert.equal(before.usual.length, 1);
      assert.ok(before.rows.filter((row) => row.length === 0).length > 10);
      assert.deepEqual(said.usual, []);
      assert.ok(said.rows.every((row) => row.length === 2));
      const concerned = said.rows.filter(([status]) => status === words.closed);
      assert.ok(concerned.length > 10);
      for (const [, when] of concerned) assert.ok(when.startsWith(words.closedOn), when);
      const closed = said.map.filter(([look]) => look === 'tile tile-closed');
      assert.equal(closed.length, concerned.length);
      for (const [, title] of closed) assert.match(title, new RegExp(`^[^–]+ – ${words.closed}$`));
      assert.ok(said.legend.includes(words.closed) && !before.legend.includes(words.closed));
      assert.deepEqual([before.dated.length, said.dated.length], [2, 0], 'the day of the build, and what is shared that day');
    });

    it(`${lang}: the page of a region follows`, async () => {
      const file = pages.find((each) => each.kind === 'region' && each.lang === lang).file;
      const before = await plain(file);
      assert.deepEqual(await seen(file, builtAt), before);
      assert.equal(before.dated.length, 1, 'it says its day without script');
      const said = await seen(file, new Date(+builtAt + DAY));
      assert.equal(said.left[0], words.left(parseInt(before.left[0].replace(/\D+/g, ''), 10) - 1));
    });
  }
});

describe('the script', () => {
  it('is small, and is only where it is of use', () => {
    assert.ok(readFileSync(path.join(root, asset('status.js'))).length <= 2400);
    for (const { file, kind, source } of pages) {
      assert.equal(source.includes(asset('status.js')), ['home', 'region', 'call', 'calendar'].includes(kind), file);
    }
  });

  it('changes nothing when it runs again, and follows a tab left open', async () => {
    const { file, lang, over } = chosen[0];
    const context = await browser.newContext();
    await context.clock.setFixedTime(over);
    const page = await context.newPage();
    await page.goto(server.url(file));
    const html = () => page.evaluate(() => document.body.outerHTML);
    const first = await html();
    await page.evaluate(runAgain);
    assert.equal(await html(), first);
    await context.clock.setFixedTime(new Date(+builtAt + 3 * 365 * DAY));
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    const status = await page.locator('.status').textContent();
    await context.close();
    assert.ok(first.includes(WORDS[lang].closed) && status !== WORDS[lang].closed, status);
  });
});

/** The same element once more, as a page that is replaced in place would hold it. */
const runAgain = () =>
  new Promise((resolve) => {
    const [old, copy] = [document.querySelector('script[src*="/status."]'), document.createElement('script')];
    for (const { name, value } of old.attributes) copy.setAttribute(name, value);
    copy.onload = resolve;
    old.replaceWith(copy);
  });
