// A site whose files browsers check (`integrite: true`): served, it loads as any other; a file that is not the one published is
// refused, whatever loads it.

import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { launch, watch } from './support/browser.js';
import { build } from './support/canevas.js';
import { none } from './support/expect.js';
import { POLICY, serveFrom } from './support/server.js';

const CALL = 'fr/bretagne/amige-2022';
const PAGES = ['fr/index.html', `${CALL}.html`, `${CALL}/dossier.html`, `${CALL}/cadre.html`, 'fr/recherche.html', 'fr/departements.html'];

let site;
let browser;
let server;
/** What the name of a file that is changed on its way ends in. */
let changed;

before(async () => {
  changed = /^$/;
  site = build('integrite: true\nintegration: {}\n');
  browser = await launch(new Date('2021-12-20T12:00:00Z'));
  server = await serveFrom((file) => {
    const body = readFileSync(path.join(site, file));
    return { body: changed.test(file) ? Buffer.concat([body, Buffer.from('\n')]) : body, policy: POLICY };
  });
});

after(async () => {
  await browser?.close();
  server?.close();
  if (site) rmSync(path.dirname(site), { recursive: true });
});

/** The page, with every script of its dossier; what went wrong on it, and whether it has its styles and scripts. */
async function visit(file, change = /^$/) {
  changed = change;
  const context = await browser.newContext();
  const page = await context.newPage();
  const faults = watch(page);
  await page.goto(`${server.origin}/${file}`);
  const field = page.locator('[id^="answer_"]').first();
  if (file.endsWith('dossier.html')) {
    const loaded = page.waitForFunction(() => window.canevasDossier?.actions);
    const told = page.waitForEvent('console', (message) => message.type() === 'error');
    await field.focus();
    await Promise.any([loaded, told]);
    for (const other of [loaded, told]) other.catch(() => {});
  }
  const styled = await page.evaluate(() => getComputedStyle(document.body).marginTop === '0px');
  const actions = await page.evaluate(() => Boolean(window.canevasDossier?.actions));
  await context.close();
  return { faults, styled, actions };
}

const refused = ({ faults }) => faults.filter((fault) => fault.includes("digest in the 'integrity' attribute"));

describe('a site whose files browsers check', () => {
  for (const file of PAGES) {
    it(`loads all that it needs: ${file}`, async () => {
      const { faults, styled, actions } = await visit(file);
      none(faults);
      assert.ok(styled, 'it has its style');
      assert.equal(actions, file.endsWith('dossier.html'), 'the scripts of the dossier');
    });
  }

  it('refuses a style sheet and scripts that are others, those that a script loads too', async () => {
    const css = await visit('fr/index.html', /sobre\.\w+\.css$/);
    assert.equal(refused(css).length, 1, css.faults.join('\n'));
    assert.equal(css.styled, false);
    for (const script of [/\/finder\.\w+\.js$/, /\/status\.\w+\.js$/]) {
      const page = await visit('fr/index.html', script);
      assert.equal(refused(page).length, 1, `${script}: ${page.faults.join('\n')}`);
      assert.equal(page.styled, true);
    }
    const dossier = await visit(`${CALL}/dossier.html`, /\/dossier-actions\.\w+\.js$/);
    assert.ok(refused(dossier).length > 0, dossier.faults.join('\n'));
    assert.equal(dossier.actions, false);
  });
});
