// Every page reads without scrolling sideways at 320 px, which is 400 % zoom of 1280 (WCAG 1.4.10),
// and with its text alone twice as large (RGAA 10.4), then with both and the spacing of WCAG 1.4.12. A table may scroll inside
// its own box.

import { after, before, describe, it } from 'node:test';
import { enlarge, launch, overflowing, space } from './support/browser.js';
import { none } from './support/expect.js';
import { serve } from './support/server.js';
import { builtAt, pages } from './support/site.js';

let browser;
let server;

before(async () => {
  [browser, server] = await Promise.all([launch(builtAt), serve()]);
});

after(async () => {
  await browser?.close();
  await server?.close();
});

describe('reflow at 320 px', () => {
  reflows({ width: 320, height: 640 }, async () => {});
});

describe('text at 200 %', () => {
  reflows({ width: 640, height: 900 }, (page) => page.evaluate(enlarge));
});

describe('all at once, with more space between lines, words and letters', () => {
  reflows({ width: 320, height: 640 }, async (page) => {
    await page.evaluate(enlarge);
    await page.evaluate(space);
  });
});

function reflows(viewport, prepare) {
  let page;
  before(async () => {
    page = await browser.newPage({ viewport });
  });
  after(() => page?.close());

  for (const { file } of pages) {
    it(file, async () => {
      await page.goto(server.url(file));
      await prepare(page);
      none(await page.evaluate(overflowing), 'overflows');
    });
  }
}
