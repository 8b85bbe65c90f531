// A printed call page: A4, without what only serves on screen, and with the addresses of its links.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from './support/browser.js';
import { none } from './support/expect.js';
import { serve } from './support/server.js';
import { builtAt, samples } from './support/site.js';

let browser;
let server;

before(async () => {
  [browser, server] = await Promise.all([launch(builtAt), serve()]);
});

after(async () => {
  await browser?.close();
  await server?.close();
});

for (const { file } of samples().filter(({ kind }) => kind === 'call')) {
  test(`${file} prints clean`, async () => {
    const page = await browser.newPage();
    await page.goto(server.url(file));
    await page.emulateMedia({ media: 'print' });
    const printed = await page.evaluate(() => ({
      screenOnly: [...document.querySelectorAll('nav, form, button, body > a')]
        .filter((element) => element.checkVisibility())
        .map((element) => element.outerHTML.slice(0, 80)),
      bare: [...document.querySelectorAll('main a[href^="http"]')]
        .filter((link) => link.checkVisibility())
        .filter((link) => {
          const added = getComputedStyle(link, '::after').content;
          return !`${link.textContent}${added}`.includes(new URL(link.href).host);
        })
        .map((link) => link.outerHTML),
    }));
    const pdf = await page.pdf({ preferCSSPageSize: true });
    await page.close();

    none(printed.screenOnly, 'things for the screen left on paper');
    none(printed.bare, 'links whose address is not printed');
    const boxes = [...pdf.toString('latin1').matchAll(/\/MediaBox\s*\[([^\]]+)\]/g)];
    const sizes = boxes.map(([, box]) => box.trim().split(/\s+/).slice(2).map(Math.round).join('x'));
    assert.ok(sizes.length > 0);
    assert.deepEqual([...new Set(sizes)], ['595x842'], 'A4, in points');
  });
}
