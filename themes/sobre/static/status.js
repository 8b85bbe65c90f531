// Corrects a page seen late, forward only.
(() => {
const script = document.currentScript;
const words = script.dataset;
const all = (css) => document.querySelectorAll(css);

function late() {
  for (const day of all(".as-of")) day.hidden = true;
}

function write(node, text) {
  if (node.textContent === text) return;
  node.textContent = text;
  late();
}

function correct() {
  // A preview keeps its own date.
  if (all("[data-hash]")[0]) return;
  const isPast = (at) => Date.parse(at) <= Date.now();
  for (const turn of all("[data-from]")) {
    if (!turn.hidden || !isPast(turn.dataset.from)) continue;
    turn.hidden = false;
    turn.previousElementSibling.remove();
    late();
    for (const link of all("[data-while]")) link.hidden = !link.dataset.while.includes(turn.dataset.id);
  }
  for (const status of all("[data-turns]")) {
    const turns = status.dataset.turns.split(" ");
    const id = turns.filter((turn) => isPast(turn.slice(0, 20))).pop()?.slice(21);
    if (!id) continue;
    const label = status.querySelector("span") ?? status;
    status.className = (label === status && words["as_" + id]) || status.className.replace(/\w+$/, id);
    write(label, label.textContent.replace(/(– )?[^–]+$/, "$1" + words[id]));
    for (const item of all(".legend-" + id)) item.hidden = false;
  }
  for (const left of all("[data-zone]")) {
    const { days, day, zone, form = "" } = left.dataset;
    const today = new Date().toLocaleDateString("sv", { timeZone: zone });
    const count = (new Date(day) - new Date(today)) / 864e5;
    const which = form + (count > 0 ? new Intl.PluralRules(words.plurals).select(count) : "last");
    if (count < days) write(left, (words[which] ?? words[form + "other"]).replace("#", count));
  }
  for (const text of all("[data-then]")) if (isPast(text.dataset.over)) write(text, text.dataset.then);
  let next = "next";
  for (const step of all(".step[data-over]")) {
    const mark = isPast(step.dataset.over) ? "past" : next;
    if (!mark) continue;
    if (mark === next) next = "";
    step.className = "step step-" + mark;
    write(step.querySelector(".step-state"), words[mark]);
  }
}

correct();
script.onswap = correct;
document.addEventListener("visibilitychange", correct);
addEventListener("beforeprint", () => all("main details").forEach((fold) => (fold.open = true)));
})();
