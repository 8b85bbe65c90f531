// The browser's half of `canevas serve`: reloading, the errors of the build, the preview bar. It
// lives in the shadow of one element, out of reach of the theme; the page itself only receives the
// classes that client.css highlights.
(() => {
"use strict";
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
  socket.onmessage = ({ data }) => styled.then(() => receive(JSON.parse(data)));
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

function receive(message) {
  swapStyles(message.styles);
  showBar(message.bar);
  // Until every page is rendered, a template may still fail: what is known stays said.
  if (message.errors || message.finished) showErrors(message.errors);
  if (!errors && (message.reload || (isErrorPage && message.finished))) reload();
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

// Style sheets.

let known;

function swapStyles(digests) {
  for (const [file, digest] of Object.entries(known ? digests : {})) {
    if (known[file] !== digest) swapStyle(file, digest);
  }
  known = digests;
}

/** The old sheet leaves once the new one is there. */
function swapStyle(file, digest) {
  const sheets = [...document.querySelectorAll("link[rel=stylesheet]")];
  const old = sheets.filter((sheet) => sheet.href.split("?")[0].endsWith(`/${file}`));
  const last = old.at(-1);
  if (!last) return;
  const fresh = last.cloneNode();
  fresh.href = `${last.href.split("?")[0]}?v=${digest}`;
  fresh.onload = () => old.forEach((sheet) => sheet.remove());
  fresh.onerror = () => fresh.remove();
  last.after(fresh);
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
  if (!errors) hideOverlay();
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

function showBar(state) {
  strings = state.strings;
  const isFirst = root.hidden;
  root.hidden = false;
  if (strings.lang) root.lang = strings.lang;
  for (const label of root.querySelectorAll("[data-say]")) say(label, strings[label.dataset.say]);
  bar.ariaLabel = strings.title;
  showSwitches();
  $("draft").hidden = !state.draft;
  $("untranslated").hidden = !state.untranslated;
  say($("build"), state.build);
  showRegions(state);
  $("languages").hidden = state.languages.length < 2;
  redraw($("languages"), state.languages, (list) => list.replaceChildren(...state.languages.map(language)));
  redraw($("date"), state.date, (field) => (field.value = state.date));
  $("travel").classList.toggle("away", !state.today);
  showPanels(state);
  if (isFirst) restoreFocus();
}

function showRegions({ region, regions }) {
  $("region-field").hidden = !regions.length;
  redraw($("region"), [region, regions], (field) => {
    const options = regions.map(({ name, href }) => new Option(name, href, name === region, name === region));
    field.replaceChildren(...(region ? options : [new Option("–", "", true, true), ...options]));
  });
}

function language({ code, name, href, current, complete }) {
  const mark = complete ? "" : ` (${strings.untranslated})`;
  const link = create("a", { href, hreflang: code }, create("span", { lang: code }, name), mark);
  if (current) link.ariaCurrent = "true";
  return create("li", {}, link);
}

function showPanels({ warnings_html: html, warnings, changes, drafts }) {
  showPanel("warnings", warnings, html, drawHtml(html));
  showPanel("changes", changes.length, changes, drawList(changes, strings.no_changes));
  showPanel("drafts", drafts.length, drafts, drawList(drafts, ""));
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
  for (const id of ["origins", "translations"]) {
    $(id).ariaPressed = String(!!memory[id]);
    page.classList.toggle(`canevas-${id}`, !!memory[id]);
  }
  markForeign();
  for (const panel of panels) panel.open = panel.id === memory.panel;
}

/** A link to the page in another language is no missing translation. */
function markForeign() {
  for (const element of document.body.querySelectorAll("[lang]:not([hreflang])")) {
    element.classList.toggle("canevas-foreign", !!memory.translations && element.lang !== page.lang);
  }
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
  page.style.setProperty("--canevas-preview-height", `${bar.offsetHeight}px`);
}

// Start.

const own = create("link", { rel: "stylesheet", href: new URL("client.css", script.src) });
const styled = new Promise((resolve) => (own.onload = own.onerror = resolve));
Object.assign(root, { className: "canevas-preview", dir: "ltr", hidden: true });
shadow.append(own, root);
document.head.append(own.cloneNode());
document.body.append(host);
page.classList.add("canevas-previewed");
listenToErrors();
listenToBar();
new ResizeObserver(makeRoom).observe(bar);
connect();
addEventListener("online", connectNow);
document.addEventListener("visibilitychange", connectNow);
})();
