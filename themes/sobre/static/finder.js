// Takes a department or a postal code straight to its region. Without this script the form opens
// the page of departments, which answers the same question.
"use strict";
// Nothing of the page is kept from one submission to the next: the preview may replace any of it.
document.currentScript.onswap = () => {};

/** The departments a code may be in; none for what is not a code. */
function departments(typed, exceptions) {
  const code = typed.replace(/[\s.-]/g, "").toUpperCase();
  if (/^\d$/.test(code)) return ["0" + code];
  if (code === "20") return ["2A", "2B"];
  if (/^(\d\d|2[AB]|9[78]\d)$/.test(code)) return [code];
  if (!/^\d{5}$/.test(code)) return [];
  if (exceptions.has(code)) return exceptions.get(code).split(",");
  if (code.startsWith("20")) return [code < "20200" ? "2A" : "2B"];
  return [code.slice(0, /^9[78]/.test(code) ? 3 : 2)];
}

/** One link for each page of those departments, in the order of the lists. */
function links(codes) {
  const found = new Map();
  for (const item of document.querySelectorAll("[data-departments]")) {
    const link = item.querySelector("a");
    const own = item.dataset.departments.split(" ");
    if (codes.some((code) => own.includes(code))) found.set(link.href, link);
  }
  return [...found.values()];
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches(".finder")) return;
  const exceptions = form.dataset.exceptions.split(" ").map((entry) => entry.split(":"));
  const codes = departments(form.elements.code.value, new Map(exceptions));
  if (!codes.length) return;
  event.preventDefault();
  const found = links(codes);
  if (found.length === 1) return location.assign(found[0]);
  const list = document.createElement("ul");
  for (const link of found) {
    const call = link.closest("section").querySelector("h2");
    const item = list.appendChild(document.createElement("li"));
    item.append(link.cloneNode(true), ` – ${call.textContent}`);
  }
  form.querySelector(".finder-answer").replaceChildren(...(found.length ? [form.dataset.choose, list] : [form.dataset.none]));
});
