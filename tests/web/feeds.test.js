// Calendars and feeds, read back by libraries of others: what they say is what the pages say.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import ICAL from 'ical.js';
import { none } from './support/expect.js';
import { attribute, elements } from './support/html.js';
import { fileAt, files, page, pages, root } from './support/site.js';

const read = (file) => readFileSync(path.join(root, file), 'utf8');
const ending = (end) => files.filter((file) => file.endsWith(end));
const calendars = ending('.ics').map((file) => ({ file, source: read(file), events: events(read(file)) }));
const feeds = [
  ...ending('.atom').map((file) => ({ file, ...ofAtom(parseAtomFeed(read(file))) })),
  ...files.filter((file) => /\.feed\.json$|\/nouveautes\.json$/.test(file)).map((file) => ({ file, ...ofJson(parseJsonFeed(read(file))) })),
];

test('lines of calendars end in CRLF, are whole UTF-8, and take 75 octets at most', () => {
  assert.ok(calendars.length > 0, 'there are calendars');
  const strict = new TextDecoder('utf-8', { fatal: true });
  for (const { file } of calendars) {
    const bytes = readFileSync(path.join(root, file));
    const lines = bytes.toString('latin1').split('\r\n');
    assert.equal(lines.pop(), '', `${file} ends with a line end`);
    for (const line of lines) {
      assert.ok(line.length <= 75, `${file}: ${line}`);
      assert.ok(!/[\r\n]/.test(line), `${file}: a bare line end`);
      strict.decode(Buffer.from(line, 'latin1'));
    }
  }
});

test('every event is at the moment that its page gives', () => {
  const wrong = calendars.flatMap(({ file, events }) =>
    events.flatMap((event) => {
      const step = placeOf(event.getFirstPropertyValue('url'));
      if (!step) return [`${file}: ${event.getFirstPropertyValue('url')} leads nowhere`];
      const shown = elements(step, 'time').map((time) => normal(attribute(time, 'datetime')));
      const said = momentsOf(event);
      // A last day without hour, after an hour, is told by its date alone.
      const last = shown.at(-1);
      const comparable = said[1].length === last.length && (shown.length > 1 || last.length === 10);
      const same = said[0] === shown[0] && (!comparable || said[1] === last);
      return same ? [] : [`${file}: ${said}, and the page says ${shown}`];
    }),
  );
  none(wrong, 'events at another moment');
});

test('an event is the same in every calendar of its language, under an identity of its own', () => {
  const known = new Map();
  for (const { file, events } of calendars) {
    const lang = file.split('/')[0];
    for (const event of events) {
      const identity = `${lang} ${event.getFirstPropertyValue('uid')}`;
      assert.match(identity, /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      const text = event.toString();
      assert.equal(text, known.get(identity) ?? text, file);
      known.set(identity, text);
    }
    const own = events.map((event) => event.getFirstPropertyValue('uid'));
    assert.equal(new Set(own).size, own.length, `${file}: an identity twice`);
  }
});

test('every step of a page is in the calendars of its call, region and site', () => {
  const calls = pages.filter(({ kind, file }) => kind === 'call' && files.includes(file.replace('.html', '.ics')));
  assert.ok(calls.length > 0, 'there are calls');
  const addresses = new Map(
    calendars.map(({ file, events }) => [file, events.map((event) => event.getFirstPropertyValue('url'))]),
  );
  for (const { file, document } of calls) {
    const [lang, region] = file.split('/');
    const steps = elements(document, 'li').map((item) => attribute(item, 'id') ?? '').filter((id) => id.startsWith('step_'));
    assert.ok(steps.length > 0, file);
    for (const calendar of [file.replace('.html', '.ics'), `${lang}/${region}.ics`, `${lang}/calendrier.ics`]) {
      const ids = addresses.get(calendar).filter((url) => fileAt(url.split('#')[0]) === file).map((url) => url.split('#')[1]);
      assert.deepEqual(ids.sort(), [...steps].sort(), `${calendar}: steps of ${file}`);
    }
  }
});

test('feeds have an identity, a date and an address for each entry, that leads to a page', () => {
  assert.ok(feeds.length > 0, 'there are feeds');
  for (const { file, own, updated, entries } of feeds) {
    assert.equal(fileAt(own), file, `${file} names itself`);
    assert.ok(!updated || !Number.isNaN(Date.parse(updated)), `${file}: ${updated}`);
    assert.equal(new Set(entries.map(({ id }) => id)).size, entries.length, `${file}: an identity twice`);
    for (const { id, date, url, title, html } of entries) {
      assert.match(id, /^urn:uuid:/, file);
      assert.ok(!Number.isNaN(Date.parse(date)), `${file}: ${date}`);
      assert.ok(title && html, `${file}: ${id} says something`);
      assert.ok(url.includes('#') ? placeOf(url) : fileAt(url), `${file}: ${url} leads nowhere`);
    }
    const dates = entries.map(({ date }) => Date.parse(date));
    assert.deepEqual(dates, [...dates].sort((a, b) => b - a), `${file}: the latest first`);
  }
});

test('both forms of a feed tell the same', () => {
  const twins = feeds.filter(({ file }) => file.endsWith('.atom'));
  for (const atom of twins) {
    const name = atom.file.replace(/\.atom$/, atom.file.endsWith('/nouveautes.atom') ? '.json' : '.feed.json');
    const json = feeds.find(({ file }) => file === name);
    assert.deepEqual(json?.entries, atom.entries, `${name} and ${atom.file}`);
  }
});

function events(source) {
  const calendar = new ICAL.Component(ICAL.parse(source));
  assert.equal(calendar.name, 'vcalendar');
  return calendar.getAllSubcomponents('vevent');
}

/** The first and last moments of an event. A deadline is the end of half an hour; days end where the next begins. */
function momentsOf(event) {
  const start = event.getFirstPropertyValue('dtstart');
  const end = event.getFirstPropertyValue('dtend') ?? start;
  if (start.isDate) {
    const last = end.clone();
    last.adjust(-1, 0, 0, 0);
    return [start.toString(), last.toString()];
  }
  const [from, until] = [start, end].map((time) => time.toJSDate());
  const due = until - from === 30 * 60_000;
  return [(due ? until : from).toISOString(), until.toISOString()];
}

const normal = (datetime) => (datetime.includes('T') ? new Date(datetime).toISOString() : datetime);

/** The element that an absolute address with an anchor leads to. */
function placeOf(url) {
  const [address, anchor] = url.split('#');
  const found = page(fileAt(address) ?? '');
  return found && elements(found.document).find((element) => attribute(element, 'id') === anchor);
}

function ofAtom(feed) {
  const entries = (feed.entries ?? []).map(({ id, title, updated, links, content }) => ({
    id,
    title: text(title),
    date: updated,
    url: links.find(({ rel }) => rel === 'alternate').href,
    html: text(content),
  }));
  return { own: feed.links.find(({ rel }) => rel === 'self').href, updated: feed.updated, entries };
}

function ofJson(feed) {
  const entries = (feed.items ?? []).map(({ id, title, date_published: date, url, content_html: html }) => ({
    id,
    title,
    date,
    url,
    html: html.trim(),
  }));
  return { own: feed.feed_url, entries };
}

function text(value) {
  return (typeof value === 'string' ? value : value?.value).trim();
}
