// What an applicant sees of a call on a telephone before scrolling, and how far the rest is: 390 × 664 px is a common screen
// less the bars of its browser.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launch } from './support/browser.js';
import { serve } from './support/server.js';
import { builtAt, pages } from './support/site.js';

const SCREEN = { width: 390, height: 664 };
/** In such screens, from the top of the page. */
const MAX_SCREENS = { eligibility: 2, filing: 3.5 };

let browser;
let server;
let page;

before(async () => {
  [browser, server] = await Promise.all([launch(builtAt), serve()]);
  page = await browser.newPage({ viewport: SCREEN });
});

after(async () => {
  await browser?.close();
  await server?.close();
});

/** The lower end of each thing that must be seen, and where sections begin. */
const measure = () => {
  const end = (selector) => document.querySelector(selector)?.getBoundingClientRect().bottom;
  const top = (selector) => document.querySelector(selector)?.getBoundingClientRect().top;
  const action = [...document.querySelectorAll('.actions .button')].find((each) => each.checkVisibility());
  return {
    seen: {
      title: end('h1'),
      region: end('h1 .where'),
      status: end('.ticket .status'),
      'days left': end('.ticket .due-left'),
      deadline: end('.ticket .leaf'),
      ceiling: end('.ticket .figures dd'),
      action: action?.getBoundingClientRect().bottom,
    },
    notice: document.querySelector('.head .notice') !== null,
    eligibility: top('#criteres'),
    filing: top(new URL(action?.href ?? location.href).hash || '#none'),
  };
};

describe('a call on a telephone', () => {
  let notices = 0;

  for (const { file } of pages.filter(({ kind }) => kind === 'call')) {
    it(file, async () => {
      await page.goto(server.url(file));
      const { seen, notice, eligibility, filing } = await page.evaluate(measure);
      for (const [what, end] of Object.entries(seen)) {
        assert.ok(end > 0 && end <= SCREEN.height, `${what} ends at ${end} px`);
      }
      assert.ok(eligibility <= MAX_SCREENS.eligibility * SCREEN.height, `who may apply begins at ${eligibility} px`);
      assert.ok(filing <= MAX_SCREENS.filing * SCREEN.height, `how to apply begins at ${filing} px`);
      if (notice) notices += 1;
    });
  }

  it('is measured on regions that have a notice too', () => assert.ok(notices > 0));
});
