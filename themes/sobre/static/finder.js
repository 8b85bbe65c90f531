// Takes a code or a name to its region. Without this script the form opens the page of departments, which answers too.
"use strict";
// Nothing of the page is kept from one submission to the next: the preview may replace any of it.
document.currentScript.onswap = () => {};

let known;

/** What it knows, loaded once; a script, because pages opened from a disk may load no other file. */
function territories(form) {
  known ??= new Promise((ready, failed) => {
    const script = document.createElement("script");
    script.src = form.dataset.territories;
    script.onload = () => ready(prepare(window.canevasTerritories));
    script.onerror = failed;
    document.head.append(script);
  });
  return known;
}

/** "ste" is "sainte". */
const plain = (text) =>
  text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/œ/g, "oe").replace(/[^\p{L}\p{N}]+/gu, " ").trim()
    .replace(/\bst(e?)\b/g, "saint$1");

const withoutArticle = (name) => name.replace(/^(l|le|la|les) /, "");

function prepare({ regions, departments, elsewhere, towns, split }) {
  const named = new Map([...departments, ...elsewhere].map(([code, name]) => [code, name]));
  const place = (name, codes, label, sure = true) => ({ name, plain: withoutArticle(plain(name)), codes, label, sure });
  const shown = (code) => `${named.get(code)} (${code})`;
  const places = [
    ...regions.flatMap(({ name, also, departments }) => [name, ...also].map((one) => place(one, departments, name))),
    ...[...departments, ...elsewhere].map(([code, name]) => place(name, [code], shown(code))),
    ...towns.map(([name, code, homonym]) => place(name, [code], `${name}, ${shown(code)}`, !homonym)),
  ];
  return { regions, named, places, shown, split: new Map(split) };
}

function ofPostal(code, { split }) {
  if (split.has(code)) return split.get(code);
  if (code.startsWith("20")) return [code < "20200" ? "2A" : "2B"];
  return [code.slice(0, /^9[78]/.test(code) ? 3 : 2)];
}

/** The departments of a number, or what is wrong with it. */
function ofNumber(digits, all) {
  if (digits.length === 5) return { codes: ofPostal(digits, all) };
  if (digits.length === 1) return { codes: [`0${digits}`] };
  if (digits === "20") return { codes: ["2A", "2B"] };
  if (digits.length === 2 || /^9[78]\d$/.test(digits)) return { codes: [digits] };
  return { wrong: "five", digits };
}

/** The number in what was typed: five digits before any other, with or without space. */
function numberIn(text) {
  const five = text.match(/(?:^|\D)(\d{5})(?!\d)/) ?? text.match(/(?:^|\D)(\d\d \d{3}|\d{3} \d\d)(?!\d)/);
  return (five?.[1] ?? text.match(/\d[\d ]*/)?.[0] ?? "").replaceAll(" ", "");
}

/** Places of that name; else those of which words begin as the words typed. */
function byName(text, { places }) {
  const name = withoutArticle(text.replace(/\d+(?:er|e|eme)?\b/g, "").replace(/\b(?:cedex|arrondissement|departement|dept|region|code postal|fr?)\b/g, "").replace(/ +/g, " ").trim());
  const exact = places.filter((place) => place.plain === name);
  if (exact.length || name.length < 3) return { name, exact, near: [] };
  const words = name.split(" ");
  const begins = (place) => words.every((word) => place.plain.split(" ").some((other) => other.startsWith(word)));
  return { name, exact, near: places.filter(begins).slice(0, 10) };
}

/** Places, and whether they are surely meant; or what is wrong. */
function understand(typed, all) {
  const text = plain(typed);
  if (!text) return { wrong: "empty" };
  const corsica = text.match(/^2 ?([ab])$/);
  if (corsica) return { places: [{ codes: [`2${corsica[1].toUpperCase()}`] }], sure: true };
  const digits = numberIn(text);
  const { name, exact, near } = digits.length === 5 ? { exact: [], near: [] } : byName(text, all);
  if (exact.length) return { places: exact, sure: exact.every((place) => place.sure) };
  if (digits && !name) {
    const { codes, ...wrong } = ofNumber(digits, all);
    if (!codes) return wrong;
    if (!codes.some((code) => all.named.has(code))) return { wrong: "unknown", digits: codes[0] };
    return { places: codes.map((code) => ({ codes: [code] })), sure: true };
  }
  return near.length ? { places: near, sure: false } : { wrong: "noname" };
}

/** Where a place leads: each region that covers it, with its calls. */
function answers({ codes, label }, all) {
  const here = all.regions.filter(({ departments }) => codes.some((code) => departments.includes(code)));
  if (!here.length) return [{ label: label ?? all.shown(codes[0]) }];
  return here.flatMap((region) => {
    const part = codes.map((code) => region.parts[code]).find(Boolean);
    const named = part ? `${region.name} (${part})` : region.name;
    // A name of several departments is that of the region: the page of the call says which of them it is for.
    const isShut = ({ shut }) => codes.length === 1 && shut.includes(codes[0]);
    const open = region.calls.filter((call) => !isShut(call)).map(({ title, href }) => ({ label, region: named, title, href }));
    const told = [...region.calls.filter(isShut).map((call) => call.elsewhere), ...region.absent];
    if (open.length || !told.length) return [...(open.length ? open : [{ label, region: named, href: region.href }]), ...told.map((text) => ({ text, href: undefined }))];
    return [{ label, region: named, href: region.href, text: told.join(" ") }];
  });
}

function item({ label, region, title, href, text }, { uncovered }) {
  const made = document.createElement("li");
  if (!href) {
    made.textContent = text ?? uncovered.replace("#", label);
    return made;
  }
  const link = made.appendChild(document.createElement("a"));
  link.href = href;
  link.textContent = label && label !== region ? `${label} – ${region}` : region;
  if (title) made.append(` – ${title}`);
  if (text) made.append(`. ${text}`);
  return made;
}

/** Leaves the reader in the field. */
function say(form, field, wrong, ...said) {
  const answer = form.querySelector(".finder-answer");
  answer.replaceChildren(...said);
  answer.classList.toggle("finder-wrong", wrong);
  if (wrong) field.setAttribute("aria-invalid", "true");
  else field.removeAttribute("aria-invalid");
  field.focus();
}

async function find(form) {
  const field = form.elements.code;
  const all = await territories(form);
  const { places, sure, wrong, digits = "" } = understand(field.value, all);
  if (wrong) {
    return say(form, field, true, form.dataset[wrong].replace("#", wrong === "five" ? digits.length : digits));
  }
  const found = new Map(places.flatMap((place) => answers(place, all)).map((one) => [one.href ?? one.text ?? one.label, one]));
  const [first] = found.values();
  if (found.size === 1 && sure && first.href && !first.text) return location.assign(first.href);
  const list = document.createElement("ul");
  list.append(...[...found.values()].map((one) => item(one, form.dataset)));
  return say(form, field, false, ...(found.size > 1 || !sure ? [sure ? form.dataset.choose : form.dataset.maybe] : []), list);
}

document.addEventListener("focusin", ({ target }) => {
  const form = target.closest?.(".finder[data-territories]");
  if (form) territories(form).catch(() => {});
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches(".finder[data-territories]")) return;
  event.preventDefault();
  // Where it cannot be loaded, the page of departments answers.
  find(form).catch(() => form.submit());
});

for (const form of document.querySelectorAll(".finder[data-territories]")) form.noValidate = true;
