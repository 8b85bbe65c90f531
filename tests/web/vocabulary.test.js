// What each page tells search engines, by schema.org's own vocabulary and by its advice for public services: only what one
// attends is an event, a meeting on line is nowhere on a map, and a call says where it is applied for.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { none } from './support/expect.js';
import { attribute, elements, text } from './support/html.js';
import { pages } from './support/site.js';
import { faults } from './support/vocabulary.js';

/** The graphs of all pages, each with its file and kind. */
const graphs = pages.flatMap(({ file, kind, document }) =>
  elements(document, 'script')
    .filter((each) => attribute(each, 'type') === 'application/ld+json')
    .map((each) => ({ file, kind, graph: JSON.parse(text(each))['@graph'] })),
);

/** That of a call which says when it opens. */
const call = graphs.find(({ kind, graph }) => kind === 'call' && graph[0].hoursAvailable?.[0].validFrom).graph;

test('every type, property and value is in the vocabulary', () => {
  none(graphs.flatMap(({ file, graph }) => faults(graph).map((fault) => `${file}: ${fault}`)));
  assert.ok(new Set(graphs.map(({ kind }) => kind)).size > 4);
});

test('every call says what schema.org advises, and only meetings are events', () => {
  none(graphs.filter(({ kind }) => kind === 'call').flatMap(({ file, graph }) => advice(graph).map((fault) => `${file}: ${fault}`)));
});

const SEEDED = {
  'a type that is none': [(graph) => (graph[0]['@type'] = 'GovernmentCall'), /is no class/],
  'a property that is none': [(graph) => (graph[0].deadline = '2022-01-17'), /deadline: no such property/],
  'a property of another type': [(graph) => (graph[0].startDate = '2022-01-17'), /startDate: not a property of GovernmentService/],
  'a property of former times': [(graph) => (graph[0].produces = graph[0].provider), /superseded/],
  'a value of another type': [(graph) => (graph[0].provider = graph[0].areaServed), /provider: a AdministrativeArea/],
  'a text for a thing': [(graph) => (graph[0].provider = 'Ministère'), /provider: « Ministère » is not/],
  'an address that is none': [(graph) => (graph[0].url = 'amige-2022.html'), /url: « amige-2022.html »/],
  'a day that is none': [(graph) => (graph[0].hoursAvailable[0].validFrom = '8 décembre'), /validFrom: « 8 décembre »/],
  'a fault further in': [(graph) => (graph[0].serviceOperator.contactPoint = { '@type': 'ContactPoint', mail: 'a' }), /mail: no such property/],
  'a thing that nothing names': [(graph) => (graph[0].provider = { '@id': '#zone' }), /#zone » is nowhere/],
  'nothing': [(graph) => (graph[0].name = ''), /name: « {2}»/],
};

for (const [name, [seed, expected]] of Object.entries(SEEDED)) {
  test(`the same eyes see ${name}`, () => {
    const graph = structuredClone(call);
    seed(graph);
    const found = faults(graph);
    assert.equal(found.length, 1, found.join('\n'));
    assert.match(found[0], expected);
  });
}

/** What is not as advised in the graph of a call. */
function advice(graph) {
  const of = (type) => graph.filter((node) => node['@type'] === type);
  const services = of('GovernmentService');
  const found = services.length === 1 ? [] : [`${services.length} services`];
  for (const { availableChannel, hoursAvailable } of services) {
    if (!availableChannel?.some(({ serviceUrl }) => serviceUrl)) found.push('nowhere to apply');
    const days = (hoursAvailable ?? []).flatMap(({ validFrom, validThrough }) => [validFrom, validThrough]).filter(Boolean);
    if (String(days) !== String(days.toSorted())) found.push(`opens and closes on ${days}`);
  }
  for (const { name, location, eventAttendanceMode, startDate, endDate } of of('Event')) {
    const online = location['@type'] === 'VirtualLocation';
    if (online !== /Online/.test(eventAttendanceMode ?? '')) found.push(`${name}: is it on line?`);
    if (endDate && new Date(endDate) < new Date(startDate)) found.push(`${name}: ends before it begins`);
  }
  return found;
}
