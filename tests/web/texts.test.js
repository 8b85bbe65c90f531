// A page that holds all that a text may hold, from cases of tests/sites: this repository's own texts have no wide
// table, no code, no notice. It reads on a phone, with a keyboard, and for axe-core.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { binary, isBuilt } from './serve/preview.js';
import { violations } from './support/axe.js';
import { DESKTOP, PHONE, launch, overflowing } from './support/browser.js';
import { none } from './support/expect.js';

const tests = fileURLToPath(new URL('..', import.meta.url));
const CASES = ['tableaux-qui-defilent', 'texte-typographie'];

let browser;
let folder;

/** The call page of a case, published on its own. */
const published = (name) =>
  pathToFileURL(path.join(folder, name, 'public/fr/bretagne/amige-2022.html')).href;

before(async () => {
  if (!isBuilt) return;
  folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'canevas-')));
  for (const name of CASES) {
    const root = path.join(folder, name);
    for (const layer of ['base', `sites/${name}`]) {
      cpSync(path.join(tests, layer), root, { recursive: true });
    }
    const built = spawnSync(binary, ['build', '--root', root, '--output', path.join(root, 'public')]);
    assert.equal(built.status, 0, `${built.stderr}`);
  }
  browser = await launch();
});

after(async () => {
  await browser?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

describe('texts that hold everything', { skip: !isBuilt && `no program at ${binary}` }, () => {
  for (const name of CASES) {
    it(`${name} reads at 320 px`, async () => {
      const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
      await page.goto(published(name));
      none(await page.evaluate(overflowing), 'overflows');
      await page.close();
    });

    for (const colorScheme of ['light', 'dark']) {
      for (const viewport of [PHONE, DESKTOP]) {
        it(`${name} has no violation, ${colorScheme}, ${viewport.width} px`, async () => {
          const page = await browser.newPage({ viewport, colorScheme });
          await page.goto(published(name));
          const found = await violations(page);
          await page.close();
          none(found, 'violations');
        });
      }
    }
  }

  it('wide tables and code scroll under the arrows of a keyboard', async () => {
    const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
    await page.goto(published('tableaux-qui-defilent'));
    const boxes = await page.locator('[role=region][tabindex="0"]').all();
    const names = await Promise.all(boxes.map((box) => box.getAttribute('aria-label')));
    assert.deepEqual(names, ['Tableau 1', 'Bloc de code 1', 'Tableau 2']);
    for (const box of boxes.slice(0, 2)) {
      await box.focus();
      await page.keyboard.press('ArrowRight');
      await page.waitForFunction((element) => element.scrollLeft > 0, await box.elementHandle());
    }
    await page.close();
  });
});
