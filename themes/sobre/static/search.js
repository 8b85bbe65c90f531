// Searches the whole site from its own index, which is loaded when the field is first used. The plan of the site below answers
// those who have no script. Accents, capitals, hyphens, apostrophes and plurals count for nothing.
"use strict";
(() => {
const MOST = 40;
const form = document.querySelector("[data-search]");
const field = form.elements.q;
const [count, list, plan] = ["search_count", "search_results", "search_plan"].map((id) => document.getElementById(id));
const words = form.dataset;

/* ---- Words ---- */

const plain = (text) =>
  text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/œ/g, "oe").replace(/æ/g, "ae").replace(/ß/g, "ss");

/** A word without what its plural or a mute letter adds: régionaux and régional, policies and policy, aide and aides. */
function stem(word) {
  if (word.length < 4) return word;
  let short = word;
  if (/eaux$/.test(short)) short = short.slice(0, -1);
  else if (/aux$/.test(short)) short = short.slice(0, -3) + "al";
  else if (/(?:[^s]s|x)$/.test(short)) short = short.slice(0, -1);
  return short.replace(/ail$/, "al").replace(/ie$/, "y").replace(/([^aeiou])e$/, "$1");
}

const parts = (text) => plain(text).split(/[^\p{L}\p{N}]+/u).filter((part) => /../.test(part)).map(stem);

/** What is searched for: each chunk as its parts, or in one word when it has a hyphen. */
function units(query) {
  const chunks = plain(query).split(/[^\p{L}\p{N}'’-]+/u).slice(0, 12);
  return chunks.map((chunk) => ({ parts: parts(chunk), whole: chunk.includes("-") ? parts(chunk.replaceAll("-", "")) : [] }))
    .filter((unit) => unit.parts.length);
}

/** The words of a text, ready to be asked; those with hyphens also in one word. */
function bag(text) {
  const joined = text.match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+/gu) ?? [];
  return new Set([...parts(text), ...joined.flatMap((word) => parts(word.replaceAll("-", "")))]);
}

/** 2 for the word itself, 1 for a word that begins so, 0 for none. */
function found(bag, word) {
  if (bag.has(word)) return 2;
  for (const known of bag) if (known.startsWith(word)) return 1;
  return 0;
}

function score(bag, unit) {
  const all = (list) => (list.length ? Math.min(...list.map((word) => found(bag, word))) : 0);
  return Math.max(all(unit.parts), all(unit.whole));
}

/* ---- The index ---- */

let index;

/** Loads the index once; a script, because pages opened from a disk may load no other file. */
function load() {
  index ??= new Promise((ready, failed) => {
    const script = document.createElement("script");
    script.src = words.search;
    script.onload = () => ready(prepare(window.canevasSearch));
    script.onerror = failed;
    document.head.append(script);
  });
  return index;
}

function prepare({ region, page, kinds, regions, calls, parts, pages }) {
  const places = regions.map(([name, slug, about]) => ({ name, slug, bag: bag(`${name} ${about}`) }));
  const entries = places.map(({ name, slug, bag: known }) => ({ kind: region, title: name, href: `${slug}.html`, bags: [bag(name), known, new Set()], rank: 3 }));
  for (const [title, href, text] of pages) entries.push({ kind: page, title, href, bags: [bag(title), new Set(), bag(text)], rank: 0 });
  for (const [kind, call, title, end, common, own, some] of parts) {
    const [short, slug, all] = calls[call];
    const more = new Map(own.flatMap(([text, ranks]) => ranks.map((rank) => [rank, bag(text)])));
    const href = (rank) => (/^($|#)/.test(end) ? `${regions[rank][1]}/${slug}.html${end}` : end[0] === "/" ? `${regions[rank][1]}/${slug}${end}` : end);
    entries.push({ kind: kinds[kind], title, call: short, regions: some.length ? some : all, more, href, places,
      bags: [bag(title), bag(`${short} ${kinds[kind]}`), bag(common)], rank: kind === 0 ? 2 : 1 });
  }
  return entries;
}

/** An entry with its score, and the regions in which it answers; nothing where it does not. */
function answer(entry, wanted) {
  const weights = [6, 2, 1];
  let total = entry.rank / 10;
  let regions = entry.regions;
  let named = false;
  for (const unit of wanted) {
    const here = Math.max(...entry.bags.map((known, i) => weights[i] * score(known, unit)));
    if (!entry.regions) {
      if (!here) return undefined;
      total += here;
      continue;
    }
    const name = (rank) => score(entry.places[rank].bag, unit);
    const own = (rank) => Math.max(name(rank), entry.more.has(rank) ? score(entry.more.get(rank), unit) : 0);
    const best = Math.max(0, ...regions.map(own));
    if (here) {
      total += here;
      continue;
    }
    if (!best) return undefined;
    regions = regions.filter(own);
    named ||= regions.some(name);
    total += best + 1;
  }
  return { ...entry, regions, named, total };
}

function answers(entries, query) {
  const wanted = units(query);
  if (!wanted.length) return [];
  const all = entries.map((entry) => answer(entry, wanted)).filter(Boolean);
  return all.sort((a, b) => b.total - a.total || (b.regions?.length ?? 0) - (a.regions?.length ?? 0));
}

/* ---- The page: words are written as text, never as markup ---- */

function element(name, attributes, ...content) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content);
  return made;
}

const link = (href, text) => element("a", { href }, text);

function result({ kind, title, href, call, regions, places }) {
  const item = element("li", {});
  const about = [kind, call].filter(Boolean);
  if (!regions) item.append(element("p", { class: "result-title" }, link(href, title)));
  else if (regions.length === 1) {
    about.push(places[regions[0]].name);
    item.append(element("p", { class: "result-title" }, link(href(regions[0]), title)));
  } else {
    const names = regions.map((rank) => element("li", {}, link(href(rank), places[rank].name)));
    names.sort((a, b) => a.textContent.localeCompare(b.textContent, document.documentElement.lang));
    const choose = element("summary", {}, words.regions.replace("#", regions.length), element("span", { class: "heard" }, ` : ${title}`));
    item.append(element("p", { class: "result-title" }, title));
    item.append(element("details", regions.length < 4 ? { open: "" } : {}, choose, element("ul", { class: "result-regions" }, ...names)));
  }
  item.children[0].after(element("p", { class: "scope" }, about.join(" · ")));
  return item;
}

const said = (name, number, query) => words[name].replace(/[#%]/g, (sign) => (sign === "#" ? number : query));

/** Shows what answers; what is announced is the number alone. */
async function search() {
  const query = field.value.trim();
  if (!query) {
    count.textContent = "";
    list.replaceChildren();
    plan.hidden = false;
    return;
  }
  let all;
  try {
    all = answers(await load(), query);
  } catch {
    count.textContent = words.failed;
    return;
  }
  if (query !== field.value.trim()) return;
  const name = all.length === 0 ? "nothing" : all.length === 1 ? "one" : all.length > MOST ? "first" : "many";
  count.textContent = said(name, all.length, query);
  list.replaceChildren(...all.slice(0, MOST).map(result));
  plan.hidden = all.length > 0;
}

let wait;
field.addEventListener("focus", () => void load().catch(() => {}), { once: true });
field.addEventListener("input", () => {
  clearTimeout(wait);
  wait = setTimeout(search, 250);
});
form.addEventListener("submit", (event) => {
  // Pages opened from a disk may not write their own address: the form then loads the page anew.
  try {
    history.pushState(null, "", `?${new URLSearchParams({ q: field.value })}`);
  } catch {
    return;
  }
  event.preventDefault();
  search();
});
function fromAddress() {
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  search();
}
addEventListener("popstate", fromAddress);
fromAddress();
})();
