// A page and its translations name one another, and nothing else; a page without translation sends
// robots to the original and tells readers which language they are about to read.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { none } from './support/expect.js';
import { attribute, elements, text } from './support/html.js';
import { canonical, fileAt, files, languages, noindex, original, page, pages, root, untranslated } from './support/site.js';

const translated = pages.filter((each) => each.lang && !untranslated(each) && !noindex(each));

test('every translated page has one canonical address, its own', () => {
  for (const each of translated) assert.equal(fileAt(canonical(each) ?? ''), each.file, each.file);
});

test('alternates are reciprocal and include the page itself and x-default', () => {
  for (const each of translated) {
    const own = alternates(each);
    assert.equal(fileAt(own.get(each.lang) ?? ''), each.file, `${each.file} is among its alternates`);
    assert.ok(own.has('x-default'), `${each.file} has an x-default`);
    for (const [lang, href] of own) {
      const other = page(fileAt(href));
      assert.ok(other, `${each.file}: ${lang} leads to ${href}, which is not a page`);
      assert.ok(!untranslated(other), `${each.file} offers ${href}, which is not translated`);
      if (lang === 'x-default') continue;
      assert.equal(htmlLang(other), lang, `language of ${other.file}`);
      assert.deepEqual(alternates(other), own, `${other.file} answers ${each.file}`);
    }
  }
});

test('every page exists in every language, and its language menu leads to each', () => {
  for (const each of pages.filter(({ lang }) => lang)) {
    const rest = each.file.slice(each.lang.length);
    assert.equal(htmlLang(each), each.lang, each.file);
    const linked = elements(each.document, 'a').map((link) =>
      new URL(attribute(link, 'href') ?? '', `file:///${each.file}`).pathname.slice(1),
    );
    for (const lang of languages.filter((other) => other !== each.lang)) {
      assert.ok(page(lang + rest), `${lang + rest} exists`);
      assert.ok(linked.includes(lang + rest), `${each.file} leads to ${lang + rest}`);
    }
  }
});

test('an untranslated page says so and marks the language of what it shows', (context) => {
  const concerned = pages.filter(untranslated);
  if (concerned.length === 0) return context.skip('every page of this site is translated');
  for (const each of concerned) {
    const lang = original(each).lang;
    const body = elements(each.document, 'body')[0];
    const marked = elements(body).filter((element) => attribute(element, 'lang') === lang);
    const shown = marked.reduce((length, element) => length + text(element).length, 0);
    assert.ok(shown > 100, `${each.file}: its main content is marked lang="${lang}"`);
    const name = new Intl.DisplayNames(each.lang, { type: 'language' }).of(lang);
    const inOwnLanguage = text(body, (element) => attribute(element, 'lang'));
    assert.ok(inOwnLanguage.includes(name), `${each.file}: a banner names the language, ${name}`);
    assert.equal(alternates(each).size, 0, `${each.file} has no alternates`);
  }
});

test('the sitemap lists the translated pages, with their alternates, and no other', () => {
  const urls = sitemap();
  for (const { loc, links } of urls) {
    const each = page(fileAt(loc));
    assert.ok(each, `${loc} is a page`);
    assert.ok(!untranslated(each) && !noindex(each), `${loc} is to be indexed`);
    if (each.lang) assert.deepEqual(links, alternates(each), `alternates of ${loc}`);
  }
  const listed = new Set(urls.map(({ loc }) => fileAt(loc)));
  const missing = translated.filter(({ file }) => !listed.has(file)).map(({ file }) => file);
  none(missing, 'pages left out');
  assert.equal(listed.size, urls.length, 'no address twice');
});

const htmlLang = (each) => attribute(elements(each.document, 'html')[0], 'lang');

function alternates(each) {
  return new Map(
    elements(each.document, 'link')
      .filter((link) => attribute(link, 'rel') === 'alternate' && attribute(link, 'hreflang'))
      .map((link) => [attribute(link, 'hreflang'), attribute(link, 'href')])
      .sort(),
  );
}

/** The sitemap is our own flat XML, so that patterns read it well enough. */
function sitemap() {
  assert.ok(files.includes('sitemap.xml'), 'sitemap.xml is published');
  const source = readFileSync(path.join(root, 'sitemap.xml'), 'utf8');
  return [...source.matchAll(/<url>(.*?)<\/url>/gs)].map(([, url]) => ({
    loc: /<loc>\s*(.*?)\s*<\/loc>/s.exec(url)[1],
    links: new Map(
      [...url.matchAll(/<xhtml:link\s([^>]*)>/g)]
        .map(([, attributes]) => [
          /hreflang="([^"]*)"/.exec(attributes)[1],
          /href="([^"]*)"/.exec(attributes)[1],
        ])
        .sort(),
    ),
  }));
}
