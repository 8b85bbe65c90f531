// A site in Arabic is the mirror of the same site in French, seen on its pages and in its pictures; a map is not.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { DESKTOP, PHONE, launch } from './support/browser.js';
import { build } from './support/canevas.js';
import { none } from './support/expect.js';

// What is missing is borrowed from French.
const STRINGS = `language_name = العربية
name_fr = الفرنسية
home = الرئيسية
languages = اللغات
menu_regions = الأقاليم
menu_finder = ابحث عن إقليمي
menu_calendar = المواعيد
menu_help = مساعدة
`;
const CALL = 'guadeloupe/amige-2022.html';
const PAGES = [
  'index.html',
  'guadeloupe.html',
  CALL,
  'guadeloupe/amige-2022/dossier.html',
  'calendrier.html',
  'recherche.html',
  'departements.html',
  'plan-du-site.html',
  'accessibilite.html',
];
// Everything that has a side on some page.
const SIDED = ['.site-title', '.languages', '.site-search', '.breadcrumb li', '.ticket', '.leaf', '.contents', '.finder button', '.map-grid', '.status'];

let site;
let browser;

before(async () => {
  site = build('', 'sobre', (folder) => {
    const speak = (file) => {
      const text = readFileSync(file, 'utf8');
      writeFileSync(file, text.replace(/^langues: \[fr, en\]/m, 'langues: [fr, en, ar]'));
    };
    speak(path.join(folder, 'canevas.yaml'));
    const regions = path.join(folder, 'regions');
    for (const region of readdirSync(regions)) speak(path.join(regions, region, 'region.yaml'));
    writeFileSync(path.join(folder, 'themes/sobre/strings/ar.ftl'), STRINGS);
  });
  browser = await launch(new Date('2021-12-20T12:00:00Z'));
});

after(async () => {
  await browser?.close();
  if (site) rmSync(path.dirname(site), { recursive: true });
});

async function opened(file, viewport, work) {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  await page.goto(pathToFileURL(path.join(site, file)).href);
  const seen = await work(page);
  await context.close();
  return seen;
}

/** How far the middle of each first piece is from the middle of the page, in shares of its width. */
const places = (page) =>
  page.evaluate((sided) => {
    const width = document.documentElement.clientWidth;
    const found = sided.map((css) => [css, [...document.querySelectorAll(css)].find((piece) => piece.offsetWidth)]);
    const middle = (box) => (box.left + box.right - width) / (2 * width);
    return Object.fromEntries(found.filter(([, piece]) => piece).map(([css, piece]) => [css, middle(piece.getBoundingClientRect())]));
  }, SIDED);

for (const [name, viewport] of Object.entries({ PHONE, DESKTOP })) {
  describe(`mirrored, ${name}`, () => {
    for (const file of PAGES) {
      it(file, async () => {
        const [french, arabic] = [await opened(`fr/${file}`, viewport, places), await opened(`ar/${file}`, viewport, places)];
        const sides = Object.entries(french).filter(([, place]) => Math.abs(place) > 0.1);
        assert.notEqual(sides.length, 0, 'nothing has a side');
        none(sides.filter(([css, place]) => !(arabic[css] * place < 0)).map(([css, place]) => `${css}: ${place} in French, ${arabic[css]} in Arabic`));
        const wide = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.equal(await opened(`ar/${file}`, viewport, wide), 0, 'it overflows');
      });
    }
  });
}

it('says its direction on every page', () => {
  const pages = readdirSync(site, { recursive: true }).filter((file) => file.endsWith('.html'));
  const wrong = pages.filter((file) => {
    const [, lang, direction] = /<html lang="(\w+)" dir="(\w+)"/.exec(readFileSync(path.join(site, file), 'utf8')) ?? [];
    return direction !== (lang === 'ar' ? 'rtl' : 'ltr');
  });
  none(wrong);
  assert.ok(pages.length > 150);
});

it('is mirrored in its picture: the ticket of a call is on the other side', async () => {
  const shot = (page) => page.screenshot({ clip: { x: 0, y: 100, width: DESKTOP.width, height: 400 } });
  const [french, arabic] = [await opened(`fr/${CALL}`, DESKTOP, shot), await opened(`ar/${CALL}`, DESKTOP, shot)];
  const [left, right] = [await dark(french), await dark(arabic)];
  assert.ok(left < 0.4, `${left} of the ink of the French page is on the left`);
  assert.ok(right > 0.6, `${right} of the ink of the Arabic page is on the left`);
});

/** The share of the pixels of the ticket's colour that are in the left half of a picture. */
async function dark(picture) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const share = await page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
    const drawing = canvas.getContext('2d');
    drawing.drawImage(image, 0, 0);
    const { data: pixels } = drawing.getImageData(0, 0, image.width, image.height);
    const sides = [0, 0];
    for (let at = 0; at < pixels.length; at += 4) {
      const green = pixels[at + 1] - pixels[at] > 50 && pixels[at + 1] < 120;
      if (green) sides[(at / 4) % image.width < image.width / 2 ? 0 : 1] += 1;
    }
    return sides[0] / (sides[0] + sides[1]);
  }, picture.toString('base64'));
  await context.close();
  return share;
}

it('leaves the map as it is: Brittany is in the west', async () => {
  const west = (page) =>
    page.evaluate(() => {
      const tile = (name) => document.querySelector(`.map-grid a[href*="${name}"]`).getBoundingClientRect();
      return tile('bretagne').right < tile('grand-est').left;
    });
  assert.ok(await opened('fr/index.html', DESKTOP, west));
  assert.ok(await opened('ar/index.html', DESKTOP, west));
});
