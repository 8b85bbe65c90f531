// The page of a call on a site that is not ours: pasted among other headings, ids and styles, and in a frame of another
// origin. That site has a strict policy of its own.

import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { violations } from './support/axe.js';
import { DESKTOP, PHONE, launch } from './support/browser.js';
import { build } from './support/canevas.js';
import { none } from './support/expect.js';
import { addresses, attribute, elements, parsePage } from './support/html.js';
import { validate } from './support/nu.js';
import { serveFrom } from './support/server.js';

const CALL = 'fr/bretagne/amige-2022';
const ADDRESS = 'https://canevas.example.org/';
const BUILT_AT = new Date('2021-12-20T12:00:00Z');

const STRICT = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:";

/** Their page, with what the guide asks to add to it. Their ids are those that our pages have too. */
const around = (content) => `<!DOCTYPE html>
<html lang="fr">
<head><meta charset="utf-8"><title>Aides – DREETS</title><link rel="stylesheet" href="/theirs.css">
<meta name="viewport" content="width=device-width, initial-scale=1"><script src="/theirs.js" defer></script></head>
<body><header><a href="#main_content">Contenu</a></header>
<main id="main_content"><h1>Nos aides</h1><h2 id="contacts">Groupements d’employeurs</h2><p>Une aide en cours.</p>
${content}
<h2 id="calendrier">Autres aides</h2></main><footer id="contents_title">DREETS</footer></body></html>
`;

const THEIR_STYLE = `
* { box-sizing: content-box; }
body { color: #222; background: #fff; font: 18px/1.5 serif; margin: 2rem; }
a { color: #004; } article { border: 1px solid; padding: 1rem; } div { margin: 0.5rem 0; } [class] { color: red; }
iframe { border: 0; display: block; }
`;

let site;
let browser;
let ours;
let theirs;
let framed;

before(async () => {
  site = build('integration: { titres: 3 }\n');
  browser = await launch(BUILT_AT);
  ours = await serveFrom((file) => {
    const ancestors = file.endsWith('/cadre.html') ? '*' : "'none'";
    return { body: readFileSync(path.join(site, file)), policy: `${STRICT}; frame-ancestors ${ancestors}` };
  });
  const guide = readFileSync(new URL('../../docs/guide-dreets.md', import.meta.url), 'utf8');
  const [, listener] = /```html\n<script>\n([^]*?)<\/script>\n```/.exec(guide);
  const [, frame] = /```html\n(<iframe[^]*?<\/iframe>)\n```/.exec(guide);
  framed = frame.replace(/src="https:\/\/[^/]*/, `src="${ours.origin}`);
  const fragment = readFileSync(path.join(site, `${CALL}/fragment.html`), 'utf8');
  const files = {
    'fragment.html': around(fragment),
    'framed.html': around(framed),
    'refused.html': around(framed.replace('/cadre.html', '.html')),
    'theirs.css': THEIR_STYLE,
    'theirs.js': listener,
  };
  theirs = await serveFrom((file) => ({ body: files[file], policy: `${STRICT}; frame-src ${ours.origin}` }));
});

after(async () => {
  await browser?.close();
  ours?.close();
  theirs?.close();
  if (site) rmSync(path.dirname(site), { recursive: true });
});

async function visit(file, options = {}) {
  const context = await browser.newContext({ viewport: DESKTOP, reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  const faults = [];
  page.on('console', (message) => {
    // Their icon is not of our making.
    if (message.type() === 'error' && !message.location().url.endsWith('/favicon.ico')) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(`${theirs.origin}/${file}`);
  return { page, faults, leave: () => context.close() };
}

describe('a fragment pasted in a page that is not ours', () => {
  it('leaves that page valid', () => {
    const file = path.join(path.dirname(site), 'pasted.html');
    writeFileSync(file, around(readFileSync(path.join(site, `${CALL}/fragment.html`), 'utf8')));
    none(validate(path.dirname(file), [file]).errors);
  });

  it('has ids of its own, and links that lead to the site or within it', () => {
    const document = parsePage(around(readFileSync(path.join(site, `${CALL}/fragment.html`), 'utf8')));
    const ids = elements(document).map((element) => attribute(element, 'id')).filter(Boolean);
    assert.equal(new Set(ids).size, ids.length, 'no id stands twice');
    const links = addresses(elements(document, 'article')[0]).map(({ href }) => href);
    assert.ok(links.filter((href) => href.startsWith(ADDRESS)).length > 5, 'links to the site');
    const wrong = links.filter((href) => (href.startsWith('#') ? !ids.includes(href.slice(1)) : !/^[a-z]+:/.test(href)));
    none(wrong, 'links that lead nowhere');
  });

  for (const [name, viewport] of Object.entries({ PHONE, DESKTOP })) {
    it(`is accessible there, and its contents lead to its sections: ${name}`, async () => {
      const { page, faults, leave } = await visit('fragment.html', { viewport });
      none(await violations(page), 'violations');
      await page.locator('article nav summary').click();
      await page.locator('article nav a').last().click();
      const target = await page.evaluate(() => document.querySelector(':target').getBoundingClientRect().top);
      assert.ok(Math.abs(target) < viewport.height, `the section is in view: ${target}`);
      none(faults);
      await leave();
    });
  }
});

describe('a page in a frame of another site', () => {
  const inner = (page) => page.frames().find((frame) => frame.url().includes('/cadre.html'));

  for (const [name, viewport] of Object.entries({ PHONE, DESKTOP })) {
    it(`takes the height of what it says, and is accessible: ${name}`, async () => {
      const { page, faults, leave } = await visit('framed.html', { viewport });
      const fits = () => {
        const frame = document.querySelector('iframe');
        return frame.clientHeight !== 900 && frame.clientHeight;
      };
      const height = await (await page.waitForFunction(fits)).jsonValue();
      const content = await inner(page).evaluate(() => document.documentElement.scrollHeight);
      assert.ok(Math.abs(content - height) <= 1, `${content} of content in ${height}`);
      none(await violations(inner(page)), 'violations');
      none(faults);
      await leave();
    });
  }

  it('keeps the height that it is given, and scrolls, without a script', async () => {
    const { page, leave } = await visit('framed.html', { javaScriptEnabled: false });
    const { height } = await page.locator('iframe').boundingBox();
    assert.equal(height, 900);
    await leave();
  });

  it('shows the section that its contents lead to', async () => {
    const { page, leave } = await visit('framed.html');
    await page.waitForFunction(() => document.querySelector('iframe').clientHeight > 1000);
    const contents = inner(page).locator('nav a[href^="#"]').last();
    const id = (await contents.getAttribute('href')).slice(1);
    await contents.click();
    await page.waitForFunction(() => window.scrollY > 500);
    const { y } = await inner(page).locator(`[id="${id}"]`).boundingBox();
    assert.ok(y > -5 && y < DESKTOP.height, `the section is in view: ${y}`);
    await leave();
  });

  for (const javaScriptEnabled of [true, false]) {
    it(`leads out of it, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async () => {
      const { page, leave } = await visit('framed.html', { javaScriptEnabled });
      const link = page.frameLocator('iframe').locator('footer a').last();
      await link.click();
      await page.waitForURL(`${ours.origin}/${CALL}.html`);
      await leave();
    });
  }

  it('is the only one that another site may show', async () => {
    const { page, leave } = await visit('refused.html');
    const shown = page.frames().map((frame) => frame.url());
    assert.ok(!shown.includes(`${ours.origin}/${CALL}.html`), shown.join(' '));
    await leave();
  });
});
