// A page in each state of a call: what the pages of the site of this repository pass, those of a small project that has
// all the states pass too. One visit a page looks at both colour schemes, then at the narrowest screen with the largest text.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { violations } from './support/axe.js';
import { PHONE, enlarge, launch, overflowing, space, watch } from './support/browser.js';
import { none } from './support/expect.js';
import { build } from './support/lives.js';

const folder = mkdtempSync(path.join(tmpdir(), 'canevas-lives-'));
process.env.SITE = build(folder);
// These read which site they check when they are loaded.
const { serve } = await import('./support/server.js');
const { builtAt, samples } = await import('./support/site.js');
for (const name of ['markup', 'links', 'vocabulary']) await import(`./${name}.test.js`);

const NARROW = { width: 320, height: 640 };
/** Pages that show the state of a call: a language is enough, for the others have the same markup. */
const shown = samples().filter(({ kind, lang }) => lang === 'fr' && !['text', '404'].includes(kind));
/** What depends on colours alone. */
const COLOURS = ['color-contrast', 'link-in-text-block'];
const STATES = ['absent', 'announced', 'archived', 'between', 'closed', 'closing', 'examination', 'open', 'results', 'silent'];

let browser;
let server;
let page;

before(async () => {
  [browser, server] = await Promise.all([launch(builtAt), serve()]);
  page = await browser.newPage({ viewport: PHONE, reducedMotion: 'reduce' });
  // Seen as where nothing leads on by itself.
  await page.route('**/*.html', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(/<meta http-equiv="refresh"[^>]*>/, '');
    await route.fulfill({ response, body });
  });
});

after(async () => {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true });
});

it('the project has every state', () => {
  const found = shown.flatMap(({ source }) => source.match(/\bstatus-[a-z]+/g) ?? []);
  assert.deepEqual([...new Set(found)].sort(), STATES.map((state) => `status-${state}`));
});

describe('accessibility and reflow', () => {
  for (const { kind, file } of shown) {
    it(`${kind}: ${file}`, async () => {
      const faults = watch(page);
      await page.setViewportSize(PHONE);
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(server.url(file));
      none(await violations(page), 'violations');
      await page.emulateMedia({ colorScheme: 'dark' });
      none(await violations(page, COLOURS), 'violations in the dark');
      await page.setViewportSize(NARROW);
      none(await page.evaluate(overflowing), 'overflows');
      await page.evaluate(enlarge);
      await page.evaluate(space);
      none(await page.evaluate(overflowing), 'overflows of large, spaced text');
      none(faults);
    });
  }
});
