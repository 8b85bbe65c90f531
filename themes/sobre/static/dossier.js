// Makes the page of a dossier a form: a native control in each of its places. What becomes of the answers is told by
// `dossier-answers.js` and `dossier-actions.js`, loaded when one begins to write or has written before. Nothing is sent.
// Without script the page is to be read, or printed and filled in by hand.
(() => {
  "use strict";
  const own = document.currentScript.dataset;
  const KEY = ["canevas", own.call, own.region, own.lang].join(":");
  const all = (css, root = document) => [...root.querySelectorAll(css)];

  /** The words of the page that have this name; the values take the place of each "#". */
  function say(name, ...values) {
    return own[`say${name[0].toUpperCase()}${name.slice(1)}`].replace(/#/g, () => values.shift());
  }

  function make(name, properties, ...children) {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  }

  /** Loads a script; those that are asked for together run in order. */
  const load = (src, integrity = "") =>
    new Promise((done, failed) => {
      document.head.append(make("script", { integrity, src, async: false, onload: done, onerror: failed }));
    });

  /* ---- Fields: the places of the page become controls ---- */

  /** By id, in reading order; by the ids of older versions; by control. */
  const fields = new Map();
  const former = new Map();
  const owners = new Map();

  function adopt(place) {
    const { f: id, k: kind, max = Infinity, ceiling = Infinity } = place.dataset;
    const question = place.closest(".question");
    const field = { id, kind, place, question, title: title(question), controls: [] };
    Object.assign(field, { limit: Number(max), ceiling: Number(ceiling), isRequired: "req" in place.dataset });
    const maker = place.closest("tfoot") ? total : ({ check: tick, pick }[kind] ?? write);
    maker(field);
    fields.set(id, field);
    for (const control of field.controls) owners.set(control, field);
    for (const name of question.dataset.was?.split(" ") ?? []) {
      former.set(name + id.slice(question.dataset.q.length), field);
    }
  }

  /** "3.2 Partenaires". Kept, for labels will take the words of the heading. */
  function title(question) {
    const heading = question.querySelector("h3").cloneNode(true);
    heading.querySelector(".required")?.remove();
    return (question.dataset.title = question.dataset.title ?? plain(heading));
  }

  const plain = (node) =>
    node.textContent
      .trim()
      .replace(/\s+/g, " ")
      .replace(/\s*[:.]$/, "");

  /** Puts nodes that follow one another into a label of the control. */
  function label(control, nodes) {
    const label = make("label", { htmlFor: control.id });
    nodes[0].before(label);
    label.append(...nodes);
    return label;
  }

  /** Where what is wrong with an answer is said. */
  const faultOf = (id) => make("p", { className: "fault", id: `fault_${id}`, hidden: true });

  function describe(control, nodes) {
    control.setAttribute("aria-describedby", nodes.map((node) => node.id).join(" "));
  }

  /** A control to write in, the text of its answer for paper, and what is said of it. */
  function write(field) {
    const { id, kind, limit, place } = field;
    // A cell is narrow: what is written there goes on below.
    const isLong = kind === "block" || (kind === "line" && limit > 40 && place.matches("td"));
    const control = make(isLong ? "textarea" : "input", { id: `answer_${id}`, className: `control control-${kind}` });
    const types = { date: "date", email: "email", phone: "tel" };
    const keyboards = { siret: "numeric", amount: "decimal", number: "decimal" };
    if (isLong) control.rows = place.matches("td") ? Math.ceil(limit / 100) : Math.max(3, place.childElementCount);
    else Object.assign(control, { type: types[kind] ?? "text", inputMode: keyboards[kind] ?? "" });
    // A date control takes the years 22 and 20222 without a word.
    if (kind === "date") Object.assign(control, { min: "1900-01-01", max: "2099-12-31" });
    field.controls.push(control);
    field.fault = faultOf(id);
    field.count = make("p", { className: "count", id: `count_${id}`, hidden: true });
    field.paper = make("div", { className: "paper" });
    const answer = make("div", { className: "answer" }, control, field.paper, field.count, field.fault);
    if (place.matches("td")) place.append(answer);
    else place.after(answer);
    const item = place.closest("td, li");
    const namer = item ? (item.matches("td") ? nameCell : nameItem) : nameQuestion;
    const helps = namer(field, control, item);
    describe(control, [...helps, field.count, field.fault]);
  }

  /** The question names its only control. */
  function nameQuestion({ kind, question }, control) {
    control.autocomplete = { email: "email", phone: "tel" }[kind] ?? "off";
    label(control, [...question.querySelector("h3").childNodes]);
    const helps = all(":scope > .prose, :scope > .scope", question);
    helps.forEach((help, rank) => (help.id = `help_${question.dataset.q}_${rank}`));
    return helps;
  }

  /** The words before it in a list, as those of a signature. */
  function nameItem(field, control, item) {
    const nodes = [...item.childNodes];
    field.title += `, ${plain(label(control, nodes.slice(0, nodes.indexOf(field.place))))}`;
    return [];
  }

  /** A cell is named by its row and its column, "Ligne 1, Entreprise"; a justification, by the row above. */
  function nameCell(field, control, cell) {
    const row = cell.parentElement;
    const why = row.matches(".why") && cell.querySelector(".scope");
    const head = (why ? row.previousElementSibling : row).querySelector("th");
    const words = plain(head.firstChild);
    // Copied with the language of their words.
    const copies = (nodes) => [...nodes].map((node) => node.cloneNode(true));
    const isRank = /^\d+$/.test(words);
    if (isRank) head.dataset.row = say("row");
    const named = isRank ? [`${say("row")} ${words}`] : copies([head.firstChild]);
    const column = cell.closest("table").tHead.rows[0].cells[cell.cellIndex];
    const heard = make("span", { className: "heard" }, ...named, ", ");
    const what = why || make("span", {}, ...copies(column.childNodes));
    (why || control).before(heard);
    heard.after(what);
    label(control, [heard, what]).className = why ? "" : "cell-label";
    control.autocomplete = "off";
    field.title += `, ${plain(heard)} ${plain(what)}`;
    return [];
  }

  /** A box, before its words. */
  function tick(field) {
    const { id, place } = field;
    const control = make("input", { type: "checkbox", id: `answer_${id}` });
    const words = [...place.parentElement.childNodes].filter((node) => node !== place);
    place.after(control);
    label(control, words);
    field.controls.push(control);
    const list = place.closest(".ticks");
    if (list) return group(field, list, "group");
    field.fault = faultOf(id);
    place.parentElement.after(field.fault);
    describe(control, [field.fault]);
  }

  /** Buttons of which one is pressed, and one that takes it back. */
  function pick(field) {
    const { id, place } = field;
    for (const item of place.children) {
      const value = item.dataset.v;
      const control = make("input", { type: "radio", name: id, value, id: `answer_${id}_${value}` });
      const [box, ...words] = item.childNodes;
      box.after(control);
      label(control, words);
      field.controls.push(control);
    }
    group(field, place, "radiogroup");
    field.undo = make("button", { type: "button", className: "undo", hidden: true }, say("unchoose"));
    place.after(field.undo);
  }

  /** Answers under one another are named by their question, and share what is said of them. */
  function group(field, list, role) {
    const id = field.question.dataset.q;
    let box = list.closest(".choices");
    if (!box) {
      box = make("div", { className: "choices" });
      list.before(box);
      box.append(list, faultOf(id));
      box.setAttribute("role", role);
      box.setAttribute("aria-labelledby", `question_${id}`);
      describe(box, [box.lastChild]);
    }
    field.fault = box.lastChild;
  }

  /** A total is not written: it adds up the lines above. */
  function total(field) {
    const { id, place } = field;
    const table = place.closest("table");
    field.lines = all("tbody tr:not(.why) td", table).map((cell) => fields.get(cell.dataset.f));
    field.shown = place.appendChild(make("output", { id: `answer_${id}` }));
    field.title += `, ${plain(table.caption)}`;
  }

  /* ---- What is asked only for some answers ---- */

  /** Questions, and heads of columns with the cells under them, each with what it wants; in reading order. */
  const conditions = all("[data-when]").map((asked) => {
    const { cellIndex } = asked;
    const under = cellIndex ? all(`tr > :nth-child(${cellIndex + 1})`, asked.closest("table")) : [asked];
    const wants = asked.dataset.when.split(" ").map((want) => want.split(/[=,]/));
    return { under, wants };
  });

  /** Whether a question has one of these answers; what is not asked has none. */
  function has([question, ...values]) {
    const place = document.querySelector(`[data-q="${question}"]`);
    const control = (rest) => document.getElementById(`answer_${question}${rest}`);
    const box = control("");
    const holds = (value) =>
      box ? box.checked === (value === "oui") : (control(`_${value}`) ?? control(`:${value}`))?.checked;
    return place !== null && !place.closest("[hidden]") && values.some(holds);
  }

  function ask() {
    for (const { under, wants } of conditions) {
      const isAsked = wants.every(has);
      for (const element of under) element.hidden = !isAsked;
    }
  }

  /* ---- Tables of blank rows: on a telephone, one more than those that are filled ---- */

  function spare(table) {
    const rows = [...table.tBodies[0].rows];
    const isFilled = (row) => all("input, textarea", row).some((control) => control.value);
    const filled = rows.map(isFilled).lastIndexOf(true);
    rows.forEach((row, rank) => row.classList.toggle("spare", rank > filled + 1));
  }

  const spares = () => new Set(all("th[data-row]").map((head) => head.closest("table"))).forEach(spare);

  /* ---- Start ---- */

  let loaded = null;

  /** What answers need. It is asked for again if it did not come. */
  function rest() {
    loaded =
      loaded ??
      Promise.all([load(own.answers, own.answersIntegrity), load(own.actions, own.actionsIntegrity)]).catch(() => {
        loaded = null;
        for (const said of all(".fill-kept")) said.textContent = say("unkept");
      });
    return loaded;
  }

  function hasKept() {
    try {
      return localStorage.getItem(KEY) !== null;
    } catch {
      return false;
    }
  }

  async function act(button) {
    const said = button.closest(".fill").querySelector(".fill-said");
    said.textContent = "";
    await rest();
    said.textContent = (await window.canevasDossier.actions?.[button.dataset.do](said)) ?? "";
  }

  const page = document.querySelector(".dossier");
  all("[data-f]", page).forEach(adopt);
  page.classList.add("filling");
  for (const part of all(".fill", page)) part.hidden = false;
  all(".unfilled", page).forEach((words) => words.remove());
  ask();
  spares();
  page.addEventListener("change", ask);
  page.addEventListener(
    "input",
    ({ target }) => target.closest("tr")?.querySelector("th[data-row]") && spare(target.closest("table")),
  );
  page.addEventListener("focusin", rest);
  page.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-do]");
    if (button) act(button);
  });
  window.canevasDossier = { own, KEY, page, all, say, make, load, fields, former, owners, ask, spares };
  if (hasKept()) rest();
})();
