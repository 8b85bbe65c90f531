// What the fields of a dossier say: what stays in the browser, what is wrong, what adds up. `dossier.js` has made the fields.
(() => {
  "use strict";
  const dossier = window.canevasDossier;
  const { own, KEY, page, all, say, make, fields, former, owners, ask, spares } = dossier;

  const figure = (number, digits = 0) =>
    number.toLocaleString(own.lang, { minimumFractionDigits: digits, maximumFractionDigits: digits }).replace("-", "−");

  /* ---- What an answer must be, as `canevas dossier read` understands it ---- */

  /** The cents of an amount, "1 250,50 €"; null for what is none. */
  function cents(text) {
    const figures = text.trim().replace(/^€\s*|\s*(€|euros?)$/i, "");
    const amount = /^(\d+|[1-9]\d{0,2}(?:([\s.,'’])\d{3})(?:\2\d{3})*)(?:[.,](\d{1,2}))?$/.exec(figures);
    return amount && Number(amount[1].replace(/\D/g, "") + (amount[3] ?? "").padEnd(2, "0"));
  }

  /** Whether 14 digits are a SIRET: Luhn's key, or that of La Poste's establishments. */
  function isSiret(digits) {
    const each = [...digits].map(Number);
    const sum = (digits) => digits.reduce((sum, digit) => sum + digit);
    const doubled = each.map((digit, rank) => (rank % 2 ? digit : digit > 4 ? 2 * digit - 9 : 2 * digit));
    const isOfLaPoste = digits.startsWith("356000000") && sum(each) % 5 === 0;
    return sum(each) > 0 && (sum(doubled) % 10 === 0 || isOfLaPoste);
  }

  const FORMS = {
    number: /^(\d+|[1-9]\d{0,2}([\s'’]\d{3})+)([.,]\d+)?$/,
    date: /^(19|20)\d\d-\d\d-\d\d$/,
    // Ten digits, four of a service, or a country: numbers of the first five are those of France.
    phone: /^(0[1-9]\d{8}|3\d{3}|(\+|00)((33|262|59[046])0?[1-9]\d{8}|(?!33|262|59[046])[1-9]\d{6,14}))$/,
    email: /^[\w.+'-]+@([a-z\d]([a-z\d-]*[a-z\d])?\.)+[a-z\d]([a-z\d-]*[a-z\d])?$/i,
  };

  /** What is wrong with an answer that is not empty, in words; nothing if it is right. */
  function wrong({ kind, limit }, text) {
    const over = [...text].length - limit;
    if (over > 0) return say("over", figure(over));
    if (kind === "amount" && cents(text) === null) return say("amount");
    const typed = kind === "phone" ? text.replace(/[\s./()_,‐‑–-]/g, "") : text.trim();
    if (kind in FORMS && !FORMS[kind].test(typed)) return say(kind);
    if (kind !== "siret") return "";
    const digits = text.replace(/\s/g, "");
    if (!/^\d{14}$/.test(digits)) return say("siret", digits.replace(/\D/g, "").length);
    return isSiret(digits) ? "" : say("siretKey");
  }

  /* ---- Answers ---- */

  /** What a field says: words, `true` for a box that is ticked, or nothing. */
  function value({ kind, controls, lines }) {
    if (lines) return lines.some(value) ? (sumOf(lines) / 100).toFixed(2).replace(".", ",") : "";
    if (kind === "check") return controls[0].checked || "";
    if (kind === "pick") return controls.find((control) => control.checked)?.value ?? "";
    return controls[0].value;
  }

  /** Puts an answer into its field, if it can be put there. */
  function put({ kind, controls, lines }, answer) {
    const [control] = controls;
    if (lines) return true;
    if (kind === "check") {
      control.checked = answer === true;
      return answer === true || answer === "";
    }
    if (typeof answer !== "string") return false;
    if (kind === "pick") {
      for (const control of controls) control.checked = control.value === answer;
      return answer === "" || controls.some((control) => control.checked);
    }
    control.value = kind === "date" ? isoDay(answer) : answer;
    // A date control drops what is none: one sees it as it was typed.
    if (answer && !control.value) Object.assign(control, { type: "text", value: answer });
    return true;
  }

  /** 17/01/2022 as a date control has it; anything else as it is. */
  function isoDay(text) {
    const day = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(text);
    return day ? [day[3], day[2].padStart(2, "0"), day[1].padStart(2, "0")].join("-") : text;
  }

  /** The cents of some amounts; what is none counts for nothing. */
  const sumOf = (lines) => lines.reduce((sum, line) => sum + (cents(value(line)) ?? 0), 0);

  const isAsked = ({ place }) => !place.closest("[hidden]");

  /** All that is answered, by id. */
  function answers(asked = () => true) {
    const given = [...fields.values()].filter(asked).map((field) => [field.id, value(field)]);
    return new Map(given.filter(([, answer]) => answer));
  }

  /** What is kept of answers, in the browser or in a file. */
  function record(answers) {
    const { call: appel, region, lang: langue, version } = own;
    return { canevas: 1, appel, region, langue, version, reponses: Object.fromEntries(answers) };
  }

  /** Puts answers into their fields; gives the ids of those that have none. */
  function take(reponses) {
    const lost = Object.entries(reponses).filter(([id, answer]) => {
      const field = fields.get(id) ?? former.get(id);
      return !(field && put(field, answer));
    });
    refresh();
    return lost.map(([id]) => id);
  }

  function clear() {
    for (const field of fields.values()) put(field, "");
    refresh();
  }

  /* ---- What stays in the browser ---- */

  /** Answers to an older version, until one has decided about them. */
  let old = null;
  let isKept = true;
  let timer;

  function keep() {
    clearTimeout(timer);
    const given = answers();
    try {
      if (given.size || old) localStorage.setItem(KEY, JSON.stringify({ ...record(given), avant: old }));
      else localStorage.removeItem(KEY);
      isKept = true;
    } catch {
      isKept = false;
    }
    const words = isKept ? (given.size ? say("kept") : "") : say("unkept");
    for (const said of all(".fill-kept")) if (said.textContent !== words) said.textContent = words;
  }

  /** Takes what was kept; what is of an older version waits until one has decided about it. */
  function recall() {
    let kept = null;
    try {
      kept = JSON.parse(localStorage.getItem(KEY));
    } catch {
      // Nothing was kept, or nothing that can be read.
    }
    const isOfToday = kept?.version === own.version;
    old = (isOfToday ? kept.avant : kept?.reponses && kept) ?? null;
    // What was typed while this script came stays.
    if (isOfToday) take({ ...kept.reponses, ...Object.fromEntries(answers()) });
    else refresh();
    keep();
  }

  /** The answers to an older version, which nobody waits for any more. */
  function settle() {
    const settled = old;
    old = null;
    return settled;
  }

  /* ---- What is wrong ---- */

  function mark({ fault, controls }, words) {
    if (!fault) return;
    fault.textContent = words;
    fault.hidden = !words;
    for (const control of controls) {
      if (words) control.setAttribute("aria-invalid", "true");
      else control.removeAttribute("aria-invalid");
    }
  }

  /** What is wrong with what a field says. */
  function faultIn(field) {
    const text = value(field);
    const [control] = field.controls;
    if (field.lines || typeof text !== "string" || control.type === "radio") return "";
    if (control.validity.badInput) return say("date");
    if (!text) return isUnjustified(field) ? say("unjustified") : "";
    return wrong(field, text) || (cents(text) > 100 * field.ceiling ? say("above") : "");
  }

  /** Whether an amount stands over a place for its justification. */
  function isUnjustified({ place }) {
    const amount = place.closest(".why")?.previousElementSibling.querySelector("td");
    return Boolean(amount) && cents(value(fields.get(amount.dataset.f))) > 0;
  }

  /** Whether an answer is expected and not given; of several boxes, one is enough. */
  function isMissing(field) {
    const boxes = [...fields.values()].filter(({ kind, question }) => kind === "check" && question === field.question);
    return field.isRequired && !value(field) && !boxes.some(value);
  }

  /** Marks all that is wrong or missing, and tells it: once a question for what is missing. */
  function faults() {
    const found = [];
    for (const field of [...fields.values()].filter(isAsked)) {
      const missing = isMissing(field);
      const words = missing ? say("missing") : faultIn(field);
      mark(field, words);
      const isSaid = missing && found.some((one) => one.missing && one.field.question === field.question);
      if (words && !isSaid) found.push({ field, words, missing });
    }
    for (const { charges, gap } of budgets) {
      if (isAsked(charges) && gap()) found.push({ field: charges, words: say("unbalanced") });
    }
    const order = [...fields.values()];
    return found.sort((one, other) => order.indexOf(one.field) - order.indexOf(other.field));
  }

  /* ---- Budgets ---- */

  const budgets = all(".question-budget", page).map((question) => {
    const [charges, resources] = all("tfoot td", question).map((cell) => fields.get(cell.dataset.f));
    const sums = make("p", { className: "sums" });
    const state = make("p", { className: "state" });
    state.setAttribute("role", "status");
    question.append(make("div", { className: "balance" }, sums, state));
    const isFilled = () => value(charges) && value(resources);
    /** Cents between the two sides, once both are filled. */
    const gap = () => (isFilled() ? sumOf(charges.lines) - sumOf(resources.lines) : 0);
    return {
      question,
      charges,
      resources,
      aids: resources.lines.filter(({ ceiling }) => ceiling < Infinity),
      sums,
      state,
      isFilled,
      gap,
    };
  });

  const euros = (cents) => `${figure(cents / 100, 2)} €`;

  /** The totals, while one types. */
  function add({ charges, resources, aids, sums }) {
    for (const side of [charges, resources]) side.shown.value = value(side) && euros(sumOf(side.lines));
    const spent = sumOf(charges.lines);
    const said = [[say("difference"), euros(spent - sumOf(resources.lines))]];
    if (spent) said.push([say("share"), `${figure((100 * sumOf(aids)) / spent, 1)} %`]);
    sums.replaceChildren(
      ...said.map(([what, much]) => make("span", {}, `${what}${say("colon")} `, make("b", {}, much))),
    );
  }

  /** What they say, once a figure is whole: a screen reader speaks it. */
  function conclude({ aids, state, isFilled, gap }) {
    const isAbove = aids.some(({ ceiling }) => sumOf(aids) > 100 * ceiling);
    const verdict = () => `${say(gap() ? "unbalanced" : "balanced")} ${say(isAbove ? "above" : "within")}`;
    const words = isFilled() ? verdict() : say("toFill");
    if (state.textContent !== words) state.textContent = words;
    state.classList.toggle("wrong", isAbove || gap() !== 0);
  }

  /* ---- The page follows the answers ---- */

  /** The text of an answer for paper, and how much of its room is taken. */
  function show(field) {
    const { kind, limit, paper, count, undo, place } = field;
    const text = value(field);
    if (undo) undo.hidden = !text;
    if (!paper) return;
    paper.textContent = kind === "date" ? text.replace(/^(\d+)-(\d+)-(\d+)$/, "$3/$2/$1") : text;
    place.classList.toggle("answered", text !== "");
    const length = [...text].length;
    const over = length - limit;
    count.hidden = length <= limit * (kind === "block" ? 0 : 0.8);
    if (!count.hidden) count.textContent = say("count", figure(length), figure(limit));
    count.classList.toggle("wrong", over > 0);
  }

  function refresh() {
    ask();
    spares();
    for (const field of fields.values()) {
      show(field);
      mark(field, faultIn(field));
    }
    for (const budget of budgets) {
      add(budget);
      conclude(budget);
    }
  }

  const budgetsOf = ({ question }) => budgets.filter((budget) => budget.question === question);

  /** While one types: what was wrong may be mended, and what is not finished is not wrong. */
  function typed(field) {
    show(field);
    const isOver = field.count?.matches(".wrong");
    if (isOver || !field.fault.hidden) mark(field, faultIn(field));
    budgetsOf(field).forEach(add);
    clearTimeout(timer);
    timer = setTimeout(keep, 300);
  }

  /** Once an answer is given. */
  function given(field) {
    show(field);
    mark(field, faultIn(field));
    budgetsOf(field).forEach(add);
    budgetsOf(field).forEach(conclude);
    keep();
  }

  page.addEventListener("input", ({ target }) => owners.has(target) && typed(owners.get(target)));
  page.addEventListener("change", ({ target }) => owners.has(target) && given(owners.get(target)));
  page.addEventListener("click", ({ target }) => {
    const field = [...fields.values()].find(({ undo }) => undo === target);
    if (!target.matches(".undo") || !field) return;
    put(field, "");
    field.controls[0].focus();
    given(field);
  });
  addEventListener("pagehide", keep);
  addEventListener("beforeunload", (event) => {
    if (!isKept && answers().size) event.preventDefault();
  });
  // Another tab writes in the same dossier.
  addEventListener("storage", ({ key, newValue }) => {
    if (key !== KEY || !document.hidden) return;
    clear();
    if (newValue) take(JSON.parse(newValue).reponses);
  });

  Object.assign(dossier, {
    figure,
    answers,
    isAsked,
    record,
    take,
    clear,
    keep,
    settle,
    faults,
    hasOld: () => old !== null,
  });
  recall();
})();
