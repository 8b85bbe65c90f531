// The browser's half of `canevas serve`: the page as it changes, the errors of the build, the preview
// bar. It lives in the shadow of one element beside the body, out of reach of the theme; the page
// itself only receives the marks of `markPage`.
const script = document.currentScript;
const page = document.documentElement;
const isErrorPage = document.body.hasAttribute("data-canevas-errors");

const panel = (id) => `
    <details id="${id}" name="panel">
      <summary><span data-say="${id}"></span> <span class="count"></span></summary>
      <div class="panel diagnostics"></div>
    </details>`;

// Labels come from the server, through `data-say`.
const SKELETON = `
<aside>
<div class="head">
  <button id="toggle" aria-controls="controls" data-say="title"></button>
  <strong class="badge" id="draft" data-say="draft" hidden></strong>
  <strong class="badge" id="untranslated" data-say="untranslated" hidden></strong>
  <button id="errors" aria-haspopup="dialog" data-say="errors" hidden></button>
  <span id="build"></span>
  <span id="connection" role="status"></span>
</div>
<div id="controls">
  <div id="region-field">
    <label for="region" data-say="region"></label>
    <select id="region"></select>
    <button id="region-apply" data-say="apply" hidden></button>
  </div>
  <ul id="languages"></ul>
  <form id="travel">
    <label for="date" data-say="date"></label>
    <input id="date" type="date" required>
    <button id="apply" data-say="apply"></button>
    <button id="today" type="button" data-say="today"></button>
  </form>
  <button id="origins" data-say="origins"></button>
  <button id="translations" data-say="translations"></button>
  ${panel("warnings")}${panel("changes")}${panel("drafts")}
</div>
</aside>
<dialog aria-labelledby="errors-title">
<div class="head">
  <h2 id="errors-title" tabindex="-1" autofocus></h2>
  <button id="close" data-say="close"></button>
</div>
<span id="news" role="status"></span>
<a id="last-good" data-say="last_good"></a>
<div class="diagnostics"></div>
</dialog>`;

const host = document.createElement("canevas-preview");
const shadow = host.attachShadow({ mode: "open" });
const root = document.createElement("div");
root.innerHTML = SKELETON;
const [bar, dialog] = root.children;
const panels = root.querySelectorAll("details");
const $ = (id) => shadow.getElementById(id);

let strings = {};
let errors = null;
let height = 0;

// What a tab remembers from one page to the next.

const memory = {};
try {
  Object.assign(memory, JSON.parse(sessionStorage.getItem("canevas-preview")));
} catch {}

function remember(changes) {
  Object.assign(memory, changes);
  try {
    sessionStorage.setItem("canevas-preview", JSON.stringify(memory));
  } catch {} // Storage is refused: the choice lasts as long as the page.
}

// The socket.

const address = new URL("socket", script.src);
address.protocol = address.protocol.replace("http", "ws");
let delay = 250;
let socket;
let timer;

function connect() {
  clearTimeout(timer);
  socket = new WebSocket(address);
  socket.onopen = () => {
    delay = 250;
    say($("connection"), "");
    send({ page: script.dataset.page, hash: script.dataset.hash });
  };
  socket.onmessage = ({ data }) => (queue = queue.finally(() => receive(JSON.parse(data))));
  socket.onclose = () => {
    // The first retry is too near to be worth a word.
    if (delay > 250) say($("connection"), strings.reconnecting);
    timer = setTimeout(connect, delay);
    delay = Math.min(delay * 2, 5000);
  };
}

function connectNow() {
  if (!document.hidden && socket.readyState === WebSocket.CLOSED) connect();
}

function send(message) {
  if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
}

/** A message says only what has changed. */
async function receive(message) {
  for (const [part, value] of Object.entries(message)) await show[part](value);
  if (!root.hidden || "page" in message) return;
  root.hidden = false;
  restoreFocus();
}

// The page, as a fresh load would show it.

// What is data runs nothing.
const SCRIPTS = "script:not([type*=json])";

async function showPage(html) {
  // It mends itself once nothing can be wrong any more.
  if (isErrorPage) return;
  const wanted = new DOMParser().parseFromString(html, "text/html");
  const scripts = [...document.querySelectorAll(SCRIPTS)];
  if (!canSwap(scripts, wanted)) return reload();
  await loadStyles(wanted);
  try {
    markPage(wanted);
    morphDocument(wanted);
    for (const each of scripts) each.onswap?.();
  } catch (error) {
    console.error(error);
    reload();
  }
}

/** A script that ran must have said how it goes on in the new page; a template may be anything. */
function canSwap(scripts, wanted) {
  const next = [...wanted.querySelectorAll(SCRIPTS)];
  const goesOn = (each, rank) =>
    each === script ? each.src === next[rank].src : each.onswap && each.isEqualNode(next[rank]);
  return scripts.length === next.length && scripts.every(goesOn) && !wanted.querySelector("template");
}

/** The preview's own marks, in the page or in one about to take its place. */
function markPage(target) {
  const { classList, style, lang } = target.documentElement;
  classList.add("canevas-previewed");
  for (const id of ["origins", "translations"]) classList.toggle(`canevas-${id}`, !!memory[id]);
  style.setProperty("--canevas-preview-height", `${height}px`);
  // A link to the page in another language is no missing translation.
  for (const element of target.body.querySelectorAll("[lang]:not([hreflang])")) {
    element.classList.toggle("canevas-foreign", !!memory.translations && element.lang !== lang);
  }
}

// Reloading, with the focus where it was.

const FOCUSABLE = "a[href], button, input, select, textarea, summary, [tabindex]";

function reload() {
  const index = [...document.querySelectorAll(FOCUSABLE)].indexOf(document.activeElement);
  remember({ focus: { id: shadow.activeElement?.id, index } });
  location.reload();
}

function restoreFocus() {
  const { focus } = memory;
  remember({ focus: null });
  if (!focus) return;
  const found = focus.id ? $(focus.id) : document.querySelectorAll(FOCUSABLE)[focus.index];
  found?.focus({ preventScroll: true });
}

// Style sheets, at addresses that change with them.

const SHEETS = "link[rel=stylesheet]";

/** Puts the sheets that a page brings beside those they replace, so that the page never shows without its style. */
function loadStyles(wanted) {
  const old = [...document.querySelectorAll(SHEETS)];
  const fresh = [...wanted.querySelectorAll(SHEETS)].map((sheet, rank) => {
    const place = old[rank] ?? old.at(-1);
    if (!place || old.some((each) => each.isEqualNode(sheet))) return null;
    const copy = sheet.cloneNode();
    place.after(copy);
    return new Promise((resolve) => (copy.onload = copy.onerror = resolve));
  });
  return Promise.all(fresh);
}

// Drawing.

function create(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

const drawn = new WeakMap();

/** Draws only what says something new: focus and typing are left alone. */
function redraw(element, value, draw) {
  const key = JSON.stringify(value);
  if (drawn.get(element) === key) return;
  drawn.set(element, key);
  const hadFocus = element.contains(shadow.activeElement);
  draw(element);
  if (!hadFocus || element.contains(shadow.activeElement)) return;
  (element.closest("details")?.firstElementChild ?? $(dialog.open ? "errors-title" : "toggle")).focus();
}

function drawHtml(html) {
  return (element) => {
    element.innerHTML = html;
    makeScrollable(element);
  };
}

/** A snippet wider than its box must scroll from the keyboard. */
function makeScrollable(element) {
  for (const snippet of element.querySelectorAll(".snippet")) snippet.tabIndex = 0;
}

function drawList(items, empty) {
  const entry = ({ href, title }) => create("li", {}, create("a", { href }, title));
  return (element) => element.replaceChildren(items.length ? create("ul", {}, ...items.map(entry)) : empty);
}

// Errors.

function showErrors(next) {
  errors = next;
  if (!errors && isErrorPage) reload();
  else if (!errors) hideOverlay();
  else if (isErrorPage) showOnErrorPage();
  else showOverlay();
}

function showOverlay() {
  redraw(dialog.lastElementChild, errors.html, drawHtml(errors.html));
  // Said only where the dialog is open already: opening it reads its heading.
  if (dialog.open) say($("news"), errors.title);
  say($("errors-title"), errors.title);
  $("errors").title = errors.title;
  $("errors").hidden = false;
  $("last-good").hidden = !errors.last_good;
  $("last-good").href = errors.last_good;
  if (!dialog.open && !memory.dismissed) dialog.showModal();
}

function hideOverlay() {
  remember({ dismissed: false });
  say($("news"), "");
  dialog.close();
  if (shadow.activeElement === $("errors")) $("toggle").focus();
  $("errors").hidden = true;
}

/** The page already is the list: it is brought up to date where it stands. */
function showOnErrorPage() {
  const main = document.querySelector("main");
  const old = main.querySelector("ol");
  const fresh = create("div");
  drawHtml(errors.html)(fresh);
  makeScrollable(main);
  if (old?.isEqualNode(fresh.firstElementChild)) return;
  const hadFocus = old?.contains(document.activeElement);
  if (old) old.replaceWith(...fresh.childNodes);
  else main.append(...fresh.childNodes);
  say(main.querySelector("h1"), errors.title);
  if (hadFocus) Object.assign(main, { tabIndex: -1 }).focus();
}

function listenToErrors() {
  $("errors").onclick = () => dialog.showModal();
  $("close").onclick = () => dialog.close();
  // The overlay must not come back over the last good pages.
  $("last-good").onclick = () => remember({ dismissed: true });
  dialog.onclose = () => {
    if (!errors) return;
    remember({ dismissed: true });
    // Where nothing had the focus before, it is still in the dialog, or nowhere.
    const isNowhere = document.activeElement === document.body;
    if (isNowhere || dialog.contains(shadow.activeElement)) $("errors").focus();
  };
}

// The preview bar.

/** How each part of a message is shown. */
const show = {
  page: showPage,
  reload: () => isErrorPage || reload(),
  errors: showErrors,
  strings: showStrings,
  date: showDate,
  regions: showRegions,
  languages: showLanguages,
  warnings: ({ count, html }) => showPanel("warnings", count, html, drawHtml(html)),
  changes: (list) => showPanel("changes", list.length, list, drawList(list, strings.no_changes)),
  drafts: (list) => showPanel("drafts", list.length, list, drawList(list, "")),
  build: (text) => say($("build"), text),
  draft: (isDraft) => ($("draft").hidden = !isDraft),
  untranslated: (isUntranslated) => ($("untranslated").hidden = !isUntranslated),
};

function showStrings(words) {
  strings = words;
  if (strings.lang) root.lang = strings.lang;
  for (const label of root.querySelectorAll("[data-say]")) say(label, strings[label.dataset.say]);
  bar.ariaLabel = strings.title;
  showSwitches();
}

function showDate({ day, today }) {
  redraw($("date"), day, (field) => (field.value = day));
  $("travel").classList.toggle("away", !today);
}

function showRegions({ current, places }) {
  $("region-field").hidden = !places.length;
  redraw($("region"), [current, places], (field) => {
    const options = places.map(({ name, href }) => new Option(name, href, name === current, name === current));
    field.replaceChildren(...(current ? options : [new Option("–", "", true, true), ...options]));
  });
}

function showLanguages(languages) {
  $("languages").hidden = languages.length < 2;
  redraw($("languages"), languages, (list) => list.replaceChildren(...languages.map(language)));
}

function language({ code, name, href, current, complete }) {
  const mark = complete ? "" : ` (${strings.untranslated})`;
  const link = create("a", { href, hreflang: code }, create("span", { lang: code }, name), mark);
  if (current) link.ariaCurrent = "true";
  return create("li", {}, link);
}

function showPanel(id, count, value, draw) {
  $(id).hidden = !count && id !== "changes";
  say($(id).querySelector(".count"), String(count));
  redraw($(id).lastElementChild, value, draw);
}

/** On a telephone the bar starts folded. */
function showSwitches() {
  const folded = memory.folded ?? innerWidth < 640;
  $("controls").hidden = folded;
  $("toggle").ariaExpanded = String(!folded);
  $("toggle").title = folded ? strings.show : strings.hide;
  for (const id of ["origins", "translations"]) $(id).ariaPressed = String(!!memory[id]);
  markPage(document);
  for (const panel of panels) panel.open = panel.id === memory.panel;
}

function listenToBar() {
  $("toggle").onclick = () => flip({ folded: !$("controls").hidden });
  for (const id of ["origins", "translations"]) $(id).onclick = () => flip({ [id]: !memory[id] });
  for (const panel of panels) {
    panel.ontoggle = () => {
      if (panel.open || memory.panel === panel.id) remember({ panel: panel.open && panel.id });
    };
    panel.onkeydown = (event) => {
      if (event.key !== "Escape") return;
      panel.open = false;
      panel.firstElementChild.focus();
    };
  }
  $("travel").onsubmit = (event) => {
    event.preventDefault();
    send({ date: $("date").value });
  };
  $("today").onclick = () => send({ date: "" });
  listenToRegion();
}

function flip(changes) {
  remember(changes);
  showSwitches();
}

/** Arrow keys choose region after region: from the keyboard, a button leaves. */
function listenToRegion() {
  const field = $("region");
  let isTyped = false;
  const leave = () => location.assign(field.value);
  field.onpointerdown = () => (isTyped = false);
  field.onkeydown = (event) => {
    isTyped = true;
    if (event.key === "Enter" && !$("region-apply").hidden) leave();
  };
  field.onchange = () => {
    if (isTyped) $("region-apply").hidden = field.selectedOptions[0].defaultSelected;
    else leave();
  };
  $("region-apply").onclick = leave;
}

/** The bar is fixed: the page ends above it. */
function makeRoom() {
  height = bar.offsetHeight;
  page.style.setProperty("--canevas-preview-height", `${height}px`);
}

// Start.

const own = create("link", { rel: "stylesheet", href: new URL("client.css", script.src) });
let queue = new Promise((resolve) => (own.onload = own.onerror = resolve));
Object.assign(root, { className: "canevas-preview", dir: "ltr", hidden: true });
shadow.append(own, root);
page.append(own.cloneNode(), host);
for (const details of document.querySelectorAll("details")) cameOpen.set(details, details.open);
markPage(document);
listenToErrors();
listenToBar();
new ResizeObserver(makeRoom).observe(bar);
connect();
addEventListener("online", connectNow);
document.addEventListener("visibilitychange", connectNow);
