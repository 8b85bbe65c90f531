// The built tree: its files, its pages, what kind each page is. Everything is read off the tree
// itself, so that a new region, language or page is checked without touching these tests.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { attribute, elements, parsePage } from './html.js';

const repository = fileURLToPath(new URL('../../..', import.meta.url));

export const root = path.resolve(process.env.SITE ?? path.join(repository, 'public'));

if (!existsSync(path.join(root, 'index.html'))) {
  throw new Error(`no built site in ${root}: build it first, or set SITE to its folder`);
}

/** Every file, as a path with slashes from the root of the site. */
export const files = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name)))
  .map((file) => file.split(path.sep).join('/'))
  .sort();

/** The instant at which the site was built: seen later, its pages correct themselves. */
export const builtAt = new Date(/^instant: (.*)$/m.exec(readFileSync(path.join(root, '.canevas'), 'utf8'))[1]);

const known = new Set(files);

export const languages = [
  ...new Set(files.filter((file) => file.endsWith('/index.html')).map((file) => file.split('/')[0])),
];

/** The kinds of the pages that every site has, by name. */
const OWN_PAGES = {
  index: 'home',
  departements: 'departments',
  'plan-du-site': 'plan',
  calendrier: 'calendar',
  recherche: 'search',
};

/** Every page, the heaviest of each kind first among its kind. */
export const pages = files
  .filter((file) => file.endsWith('.html'))
  .map((file) => {
    const source = readFileSync(path.join(root, file), 'utf8');
    return { file, ...place(file), source, document: parsePage(source) };
  })
  .sort((one, other) => other.source.length - one.source.length);

export const page = (file) => pages.find((each) => each.file === file);

/** The public address of the site, with its final slash. */
export const address = publicAddress();

/** The path of the public address: the only one at which the links of 404.html hold. */
export const publicPath = new URL(address).pathname;

/** A page that shows the reference language for want of a translation. */
export const untranslated = (each) => original(each) !== undefined;

/** The page that an untranslated one repeats. */
export function original(each) {
  const other = page(fileAt(canonical(each) ?? ''));
  return each.lang && other && other.lang !== each.lang ? other : undefined;
}

export function canonical(each) {
  const link = elements(each.document, 'link').find((one) => attribute(one, 'rel') === 'canonical');
  return link && attribute(link, 'href');
}

export function noindex(each) {
  const robots = elements(each.document, 'meta').find((one) => attribute(one, 'name') === 'robots');
  return robots !== undefined && attribute(robots, 'content').includes('noindex');
}

/** The file that answers an address of the site, if it is one. */
export function fileAt(url) {
  if (!url.startsWith(address)) return undefined;
  const rest = decodeURIComponent(new URL(url).pathname.slice(publicPath.length));
  const file = rest === '' || rest.endsWith('/') ? `${rest}index.html` : rest;
  return known.has(file) ? file : undefined;
}

/**
 * Pages to look at closely: for each kind and language the heaviest one, the heaviest untranslated
 * one, of each call and in each state, and every page of text, since each has a layout of its own making.
 */
export function samples() {
  const seen = new Set();
  return pages.filter((each) => {
    const call = each.file.split('/').slice(2).join('/');
    const states = [...new Set(each.source.match(/\bstatus-[a-z]+/g))].sort();
    const name = each.kind === 'text' ? each.file : [each.kind, each.lang, untranslated(each), call, ...states].join();
    return !seen.has(name) && seen.add(name);
  });
}

function place(file) {
  const parts = file.split('/');
  const name = parts.at(-1).replace(/\.html$/, '');
  if (name === '404' || parts.length === 1) return { kind: name === '404' ? '404' : 'root', lang: undefined };
  const [lang] = parts;
  if (parts.length === 2) {
    const own = OWN_PAGES[name];
    const region = files.some((other) => other.startsWith(`${lang}/${name}/`));
    return { kind: own ?? (region ? 'region' : 'text'), lang };
  }
  return { kind: parts.length === 3 ? 'call' : name, lang };
}

function publicAddress() {
  const home = pages.find((each) => each.kind === 'home' && canonical(each));
  if (!home) throw new Error('no home page has a canonical address');
  return canonical(home).replace(/[^/]+\/(index\.html)?$/, '');
}

/** The address of a file of the theme, which holds its fingerprint. */
export function asset(name) {
  const [stem, extension] = name.split('.');
  return files.find((file) => new RegExp(`^assets/${stem}\\.[0-9a-f]{8}\\.${extension}$`).test(file));
}
