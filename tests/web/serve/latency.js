// How long an author waits: from the end of a save to the new bytes over HTTP, and to the change in an
// open tab; then the memory after many rebuilds.
//
// `npm run latency` measures this repository; `npm run latency -- FOLDER` another project, which it changes
// (`cargo bench --bench site -- generate FOLDER 1800` makes a large one).

import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { launch } from '../support/browser.js';
import { project, start } from './preview.js';

const SAVES = 30;
const PATIENCE = 20_000;
const REBUILDS = [10, 100, 1000];

const given = process.argv[2];
const own = given ? undefined : project();
const root = given ? path.resolve(given) : own.root;
const slug = readdirSync(path.join(root, 'regions')).sort()[given ? 900 : 2] ?? readdirSync(path.join(root, 'regions'))[0];
const file = path.join(root, 'regions', slug, 'amige-2022.yaml');
const sound = readFileSync(file, 'utf8').replace(/^avis:\n( {2}.*\n)*/m, '');
const address = `fr/${slug}/amige-2022.html`;

const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });

/** A whole save; the moment it ends is the start of what is measured. */
function save(words) {
  writeFileSync(file, `${sound}avis: { fr: "${words}", en: "${words}" }\n`);
  return now();
}

const now = () => performance.timeOrigin + performance.now();
const median = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
const milliseconds = (times) =>
  `${median(times).toFixed(1)} ms (best ${Math.min(...times).toFixed(1)}, worst ${Math.max(...times).toFixed(1)})`;

const body = (url) =>
  new Promise((resolve, reject) => {
    const request = http.get(url, { agent }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part)).on('end', () => resolve(Buffer.concat(parts).toString()));
    });
    request.on('error', reject);
  });

async function untilServed(url, words) {
  for (const limit = now() + PATIENCE; now() < limit; ) {
    if ((await body(url)).includes(words)) return now();
    // Asking without a pause would take the processor that the rebuild needs.
    await sleep(1);
  }
  throw new Error(`${words} was never served`);
}

async function overHttp(server) {
  const times = [];
  for (let rank = 0; rank < SAVES; rank += 1) {
    const words = `Essai-${rank}-fin`;
    const saved = save(words);
    times.push((await untilServed(server.url(address), words)) - saved);
    await sleep(given ? 900 : 150);
  }
  return times;
}

async function inTab(server) {
  const browser = await launch();
  try {
    const page = await browser.newPage();
    let told = () => {};
    await page.exposeFunction('told', (text, moment) => told(text, moment));
    await page.goto(server.url(address));
    await page.locator('#toggle').waitFor();
    // The moment is taken where the page changes, whichever way it does.
    await page.evaluate(watchNotice);
    const times = [];
    for (let rank = 0; rank < SAVES; rank += 1) {
      const words = `Onglet-${rank}-fin`;
      const seen = new Promise((resolve, reject) => {
        const limit = setTimeout(() => reject(new Error(`${words} was never seen`)), PATIENCE);
        told = (text, moment) => text.includes(words) && (clearTimeout(limit), resolve(moment));
      });
      const saved = save(words);
      times.push((await seen) - saved);
      await sleep(given ? 900 : 250);
    }
    return times;
  } finally {
    await browser.close();
  }
}

/** Runs in the page: says each new notice as soon as it stands in the document. */
function watchNotice() {
  let last;
  const look = () => {
    const text = document.querySelector('.notice')?.textContent.trim();
    if (!text || text === last) return;
    last = text;
    window.told(text, performance.timeOrigin + performance.now());
  };
  new MutationObserver(look).observe(document, { childList: true, characterData: true, subtree: true });
}

function memory(pid) {
  const status = `/proc/${pid}/status`;
  if (!existsSync(status)) return '?';
  return `${(Number(readFileSync(status, 'utf8').match(/VmRSS:\s+(\d+)/)[1]) / 1024).toFixed(1)} MiB`;
}

async function rebuilds(server) {
  console.log(`  memory before          ${memory(server.pid)}`);
  for (let rank = 1; rank <= REBUILDS.at(-1); rank += 1) {
    const words = `Memoire-${rank}-fin`;
    save(words);
    await untilServed(server.url(address), words);
    if (REBUILDS.includes(rank)) console.log(`  memory after ${String(rank).padStart(4)} saves ${memory(server.pid)}`);
  }
}

const server = await start(root);
try {
  await body(server.url(address));
  await sleep(given ? 5000 : 500);
  console.log(`${readdirSync(path.join(root, 'regions')).length} regions, ${SAVES} saves, medians`);
  const before = server.lines.length;
  console.log(`  new bytes over HTTP    ${milliseconds(await overHttp(server))}`);
  const told = server.lines.slice(before).map((line) => Number(line.match(/(\d+) ms$/)?.[1])).filter((ms) => ms >= 0);
  console.log(`  whole site, as printed ${milliseconds(told)}`);
  console.log(`  changed in an open tab ${milliseconds(await inTab(server))}`);
  if (!given) await rebuilds(server);
} finally {
  await server.stop();
  writeFileSync(file, sound);
  own?.remove();
  agent.destroy();
}
