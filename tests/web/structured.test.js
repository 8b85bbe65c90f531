// The block that search engines read: a browser under the strict policy neither runs it nor complains of it.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, watch } from './support/browser.js';
import { none } from './support/expect.js';
import { serve } from './support/server.js';
import { noindex, samples } from './support/site.js';

const BLOCK = 'script[type="application/ld+json"]';
const HTML = { 'content-type': 'text/html; charset=utf-8' };

let browser;
let server;

before(async () => {
  [browser, server] = await Promise.all([launch(), serve()]);
});

after(async () => {
  await browser?.close();
  await server?.close();
});

test('every block is readable where the policy is strict, without a violation', async () => {
  const page = await witness();
  const faults = watch(page);
  const found = new Set();
  for (const { file, kind } of samples().filter((each) => kinds.has(each.kind) && !noindex(each))) {
    const response = await page.goto(server.url(file));
    assert.match(response.headers()['content-security-policy'], /script-src 'self'/);
    const graph = JSON.parse(await page.locator(BLOCK).textContent())['@graph'];
    assert.ok(graph.length > 0, `${file} says nothing`);
    none(await violations(page), file);
    found.add(kind);
  }
  none(faults);
  assert.deepEqual(found, kinds);
});

test('the same witness sees a script that the policy forbids', async () => {
  const page = await witness();
  const { file } = samples().find(({ kind }) => kind === 'call');
  await page.route(server.url(file), async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), ...HTML };
    const body = (await response.text()).replace(`type="application/ld+json"`, 'type="text/javascript"');
    await route.fulfill({ status: 200, headers, body });
  });
  await page.goto(server.url(file));
  assert.deepEqual(await violations(page), ['script-src-elem']);
});

const kinds = new Set(['home', 'region', 'call', 'dossier', 'text', 'plan', 'departments']);

/** A page that remembers what its policy refused. */
async function witness() {
  const page = await browser.newPage();
  await page.addInitScript(() => {
    window.refused = [];
    addEventListener('securitypolicyviolation', (event) => window.refused.push(event.effectiveDirective));
  });
  return page;
}

const violations = (page) => page.evaluate(() => window.refused);
