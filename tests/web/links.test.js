// Every address in every page and style sheet leads to a file of the site, and every `#anchor` to an
// element of it, wherever the tree is put: at the root of a host, in a folder, or on a disk.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { none } from './support/expect.js';
import { addresses, attribute, elements } from './support/html.js';
import { address, fileAt, files, pages, publicPath, root } from './support/site.js';

const WORLDS = ['https://ailleurs.example/', 'https://ailleurs.example/appel/', 'file:///un/dossier/'];

const known = new Set(files);
const anchors = new Map(
  pages.map(({ file, document }) => [
    file,
    new Set(elements(document).map((element) => attribute(element, 'id')).filter(Boolean)),
  ]),
);

for (const world of WORLDS) {
  test(`every link of every page leads somewhere at ${world}`, () => {
    const broken = pages
      .filter(({ kind }) => kind !== '404')
      .flatMap(({ file, document }) =>
        addresses(document).flatMap(({ element, href }) => {
          const fault = faultOf(href, new URL(file, world), world);
          return fault ? [`${file}: <${element.tagName}> ${href}: ${fault}`] : [];
        }),
      );
    none(broken, 'broken links');
  });
}

test('the links of 404.html lead somewhere from any depth of the public address', () => {
  const world = new URL(publicPath, 'https://ailleurs.example/').href;
  const { document } = pages.find(({ kind }) => kind === '404');
  const broken = addresses(document).flatMap(({ href }) => {
    // An anchor stays on the page, whatever its address.
    const here = href.startsWith('#') ? '404.html' : 'un/deux/inconnu.html';
    const fault = faultOf(href, new URL(here, world), world);
    return fault ? [`${href}: ${fault}`] : [];
  });
  none(broken, 'broken links');
});

test('every address in a style sheet leads somewhere', () => {
  const broken = files
    .filter((file) => file.endsWith('.css'))
    .flatMap((file) => {
      const sheet = readFileSync(path.join(root, file), 'utf8').replace(/\/\*.*?\*\//gs, '');
      return [...sheet.matchAll(/url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)/g)]
        .map(([, url, imported]) => url ?? imported)
        .filter((href) => faultOf(href, new URL(file, WORLDS[0]), WORLDS[0]))
        .map((href) => `${file}: ${href}`);
    });
  none(broken, 'broken links');
});

test('no link that visitors follow names the host of the site', () => {
  const absolute = pages.flatMap(({ file, document }) =>
    addresses(document)
      .filter(({ element, href }) => {
        const forRobots = ['canonical', 'alternate'].includes(attribute(element, 'rel'));
        return href.startsWith(address) && !forRobots;
      })
      .map(({ href }) => `${file}: ${href}`),
  );
  none(absolute, 'absolute links');
});

/** Why an address of a page leads nowhere, or nothing when it leads somewhere or leaves the site. */
function faultOf(href, base, world) {
  if (href === '') return 'empty';
  if (/^(mailto|tel|data|webcal):/.test(href)) return undefined;
  if (href.startsWith(address)) return fileAt(href.split('#')[0]) ? undefined : 'no such page';
  const target = new URL(href, base);
  if (/^https?:/.test(href)) return undefined;
  if (!target.href.startsWith(world)) return 'leaves the folder of the site';
  const file = decodeURIComponent(target.pathname.slice(new URL(world).pathname.length));
  // A disk shows no index.html for a folder: links name the file.
  if (!known.has(file)) return 'no such file';
  const anchor = decodeURIComponent(target.hash.slice(1));
  if (anchor && !anchors.get(file)?.has(anchor)) return 'no such anchor';
  return undefined;
}
