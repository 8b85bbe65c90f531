// axe-core, with all its rules, best practices included: every kind of page in every language, in
// both colour schemes, on a phone and on a desktop screen.

import { after, before, describe, it } from 'node:test';
import { violations } from './support/axe.js';
import { DESKTOP, PHONE, launch, watch } from './support/browser.js';
import { none } from './support/expect.js';
import { serve } from './support/server.js';
import { builtAt, samples } from './support/site.js';

const VARIANTS = [
  { name: 'light phone', colorScheme: 'light', viewport: PHONE },
  { name: 'dark phone', colorScheme: 'dark', viewport: PHONE },
  { name: 'light desktop', colorScheme: 'light', viewport: DESKTOP },
  { name: 'dark desktop', colorScheme: 'dark', viewport: DESKTOP },
];

let browser;
let server;

before(async () => {
  [browser, server] = await Promise.all([launch(builtAt), serve()]);
});

after(async () => {
  await browser?.close();
  await server?.close();
});

for (const { name, ...options } of VARIANTS) {
  describe(`accessibility, ${name}`, () => {
    let context;
    before(async () => {
      context = await browser.newContext({ ...options, reducedMotion: 'reduce' });
    });
    after(() => context?.close());

    for (const { kind, file } of samples()) {
      it(`${kind}: ${file}`, async () => {
        const page = await context.newPage();
        const faults = watch(page);
        await page.goto(server.url(file));
        const found = await violations(page);
        await page.close();
        none(found, 'violations');
        none(faults);
      });
    }
  });
}
