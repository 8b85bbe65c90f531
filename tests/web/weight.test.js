// The eco-design budget: what a browser asks for at the first view of each page, uncompressed.

import { statSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { PHONE, launch, watch } from './support/browser.js';
import { none } from './support/expect.js';
import { attribute, elements } from './support/html.js';
import { serve } from './support/server.js';
import { builtAt, page as pageOf, pages, publicPath, root } from './support/site.js';

const MAX_BYTES = 60_000;
/** The dossier's page is a form that works without a server. */
const MAX_BYTES_OF_DOSSIER = 100_000;
const MAX_REQUESTS = 6;

let browser;
let server;

before(async () => {
  [browser, server] = await Promise.all([launch(builtAt), serve()]);
});

after(async () => {
  await browser?.close();
  await server?.close();
});

test(`a first view takes at most ${MAX_BYTES / 1000} kB and ${MAX_REQUESTS} requests`, async (context) => {
  const views = [];
  for (const { kind, file } of pages) views.push({ kind, file, ...(await firstView(file)) });

  const kinds = [...new Set(views.map(({ kind }) => kind))];
  for (const kind of kinds) {
    const heaviest = views.filter((view) => view.kind === kind).sort((a, b) => b.bytes - a.bytes)[0];
    const weight = `${(heaviest.bytes / 1000).toFixed(1)} kB`.padStart(9);
    context.diagnostic(`${kind.padEnd(12)}${weight}  ${heaviest.requests} requests  ${heaviest.file}`);
  }

  const wrong = ({ kind, bytes, requests, faults }) =>
    bytes > (kind === 'dossier' ? MAX_BYTES_OF_DOSSIER : MAX_BYTES) || requests > MAX_REQUESTS || faults.length > 0;
  none(views.filter(wrong), 'pages over the budget or at fault');
});

/** Loads a page in a browser that knows nothing yet. */
async function firstView(file) {
  const fresh = await browser.newContext({ viewport: PHONE });
  const page = await fresh.newPage();
  const faults = watch(page);
  const responses = [];
  page.on('response', (response) => responses.push(response));
  await page.goto(server.url(file));
  const weights = new Map();
  for (const response of responses) weights.set(response.url(), (await response.body()).length);
  const icon = iconOf(file, page.url());
  if (icon) weights.set(icon.url, icon.bytes);
  await fresh.close();
  const bytes = [...weights.values()].reduce((sum, each) => sum + each, 0);
  return { bytes, requests: weights.size, faults };
}

/** The icon of the page: a headless browser asks for it late or never, a real one always. */
function iconOf(file, address) {
  const icon = elements(pageOf(file).document, 'link').find((link) =>
    attribute(link, 'rel')?.split(' ').includes('icon'),
  );
  const href = icon && attribute(icon, 'href');
  if (!href || href.startsWith('data:')) return undefined;
  const url = new URL(href, address);
  const mount = file.endsWith('404.html') ? publicPath : '/';
  return { url: url.href, bytes: statSync(path.join(root, url.pathname.slice(mount.length))).size };
}
