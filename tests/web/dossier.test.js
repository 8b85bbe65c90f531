// The dossier filled in on its page: every answer goes through the browser into a file, and `canevas dossier read` gives it
// back, under the site's policy and from a disk.

import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { DESKTOP, launch, watch } from './support/browser.js';
import { read } from './support/canevas.js';
import { downloaded, fillAll, pathOf } from './support/dossier.js';
import { none } from './support/expect.js';
import { serve } from './support/server.js';
import { builtAt, root } from './support/site.js';

const folder = mkdtempSync(path.join(tmpdir(), 'canevas-dossier-'));

let browser;
let server;

before(async () => {
  [browser, server] = await Promise.all([launch(builtAt), serve()]);
});

after(async () => {
  await browser?.close();
  await server?.close();
});

const WAYS = {
  'under the policy': (file) => server.url(file),
  'from a disk': (file) => pathToFileURL(path.join(root, file)).href,
};

for (const [way, address] of Object.entries(WAYS)) {
  describe(`a dossier filled in ${way}`, () => {
    let page;
    let faults;
    let expected;
    before(async () => {
      const context = await browser.newContext({ viewport: DESKTOP, acceptDownloads: true });
      page = await context.newPage();
      faults = watch(page);
      await page.goto(address(pathOf()));
      expected = await fillAll(page);
    });
    after(() => page?.context().close());

    for (const [action, name] of [['docx', 'dossier-amige-2022-bretagne-fr-rempli.docx'], ['save', 'reponses-amige-2022-bretagne-fr.json']]) {
      it(`gives every answer to ${name}`, async () => {
        const download = await downloaded(page, action);
        assert.equal(download.suggestedFilename(), name);
        const file = path.join(folder, `${way.split(' ').at(-1)}-${name}`);
        await download.saveAs(file);
        const { row, said } = read(file);
        assert.ok(row, said);
        const wrong = Object.entries(expected).filter(([id, answer]) => row.reponses[id] !== answer);
        none(wrong.map(([id, answer]) => `${id}: ${JSON.stringify(row.reponses[id])}, not ${JSON.stringify(answer)}`), 'answers');
        assert.equal(Object.keys(row.reponses).length, Object.keys(expected).length);
        assert.ok(Object.keys(expected).length >= 154, `${Object.keys(expected).length} answers`);
      });
    }

    it('does nothing that it should not', () => none(faults));
  });
}
