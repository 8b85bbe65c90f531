// Every example of the CommonMark specification, as a page of a site.
//
// An example is published as the specification says, or it is refused by design (the table says which, by
// the code of what refuses it), or what differs is told. What differs in silence fails.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import spec from 'commonmark-spec';
import { reduced } from './html.js';
import { codes, messages, put, run, table } from './support.js';

const named = (number) => `exemple-${number}`;
const page = (number) => `content/pages/${named(number)}.fr.md`;

/// Addresses from the root of a host are refused: those of a host show how links are read.
const absolute = (text) => text.replaceAll(/([("<\s])\/(ur[li])/g, '$1https://example.org/$2');

const variants = [
  { name: 'as they are', file: 'commonmark.json', change: (text) => text },
  { name: 'with absolute addresses', file: 'commonmark-absolute.json', change: absolute },
];

for (const { name, file: refusals, change } of variants) {
  test(`the examples of CommonMark, ${name}`, () => {
    const examples = spec.tests.map(({ number, markdown, html }) => ({
      number,
      markdown: change(markdown.replaceAll('→', '\t')),
      html: change(html.replaceAll('→', '\t')),
    }));
    assert.ok(examples.length > 600, 'the examples were not read');
    const texts = Object.fromEntries(examples.map(({ number, markdown }) => [page(number), `# Titre\n\n${markdown}`]));
    const said = messages(texts);
    const heard = (number) => said.get(page(number)) ?? [];
    const isRefused = (number) => heard(number).some(({ severity }) => severity === 'error');

    const refused = {};
    const told = {};
    const silent = [];
    const kept = examples.filter(({ number }) => !isRefused(number));
    const files = Object.fromEntries(kept.map(({ number }) => [page(number), texts[page(number)]]));
    run(files, ['build'], (root, { stderr }) => {
      for (const { number, markdown, html } of kept) {
        const file = path.join(root, `public/fr/${named(number)}.html`);
        assert.ok(existsSync(file), stderr);
        const shown = body(readFileSync(file, 'utf8'));
        const right = reduced(html);
        // Bare addresses are made links here, which the specification leaves as they are.
        if ([reduced(shown), reduced(shown, true)].includes(right)) continue;
        if (heard(number).length > 0) put(told, codes(heard(number)), number);
        else silent.push(`${number}: ${JSON.stringify(markdown)}\n  shown: ${reduced(shown)}\n  right: ${right}`);
      }
    });
    for (const { number } of examples) if (isRefused(number)) put(refused, codes(heard(number)), number);
    assert.equal(silent.length, 0, `${silent.length} differ in silence:\n${silent.join('\n')}`);
    table(refusals, { refused, told });
  });
}

function body(html) {
  const text = html.slice(html.indexOf('</h1>') + 5, html.lastIndexOf('</main>'));
  return text.slice(text.indexOf('<div class="prose">'));
}
