// The open data of every call, against the schema that is published with them.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { none } from './support/expect.js';
import { address, files, pages, root } from './support/site.js';

const SCHEMA = 'donnees/appel.schema.json';
const read = (file) => JSON.parse(readFileSync(path.join(root, file), 'utf8'));

const schema = read(SCHEMA);
const validate = formats(new Ajv({ allErrors: true, strictTypes: false })).compile(schema);
const calls = files.filter((file) => /^donnees\/[^/]+\/[^/]+\.json$/.test(file));

test('the data of every call are valid', () => {
  assert.equal(calls.length, pages.filter(({ kind, file }) => kind === 'call' && file.startsWith('fr/')).length);
  none(calls.flatMap((file) => (validate(read(file)) ? [] : [{ file, errors: validate.errors }])));
});

test('the schema is at the address that the data give, and speaks of every field', () => {
  assert.equal(schema.$id, `${address}${SCHEMA}`);
  none(calls.filter((file) => read(file).$schema !== schema.$id));
  const objects = [schema, ...Object.values(schema.$defs)].filter(({ properties }) => properties);
  const fields = objects.flatMap(({ properties }) => Object.entries(properties));
  none(fields.filter(([, field]) => !field.description).map(([name]) => name), 'fields without a word');
  assert.ok(schema.title);
});

test('what is not an instant, an address or a known word is refused', () => {
  const spoil = (change) => {
    const data = read(calls[0]);
    change(data);
    return validate(data);
  };
  assert.ok(spoil(() => {}));
  assert.ok(!spoil((data) => (data.mis_a_jour = '2021-12-08')));
  assert.ok(!spoil((data) => (data.service.site = 'pas une adresse')));
  assert.ok(!spoil((data) => (data.etats[0].etat = 'autre')));
  assert.ok(!spoil((data) => delete data.titre));
});
