// What one does with the answers of a dossier: check them, keep them in a file, open such a file, make the dossier as a DOCX.
// `dossier-answers.js` tells what they are.
(() => {
  "use strict";
  const dossier = window.canevasDossier;
  const { own, page, say, make, figure, load, fields, answers, isAsked, record, take, clear, keep, settle, faults } =
    dossier;
  const LARGEST_FILE = 2e6;

  /** Each gives what is to be said, if anything. */
  dossier.actions = {
    async docx() {
      const name = own.blank
        .split("/")
        .pop()
        .replace(/\.docx$/, `-${say("nameFilled")}.docx`);
      try {
        if (!window.canevasDocx) await load(own.docx, own.docxIntegrity);
        await load(own.parts);
        const given = [...answers(isAsked)].map(([id, value]) => [id, { kind: fields.get(id).kind, value }]);
        download(await window.canevasDocx.filled(given), name);
      } catch (error) {
        console.error(error);
        return say("unmade");
      }
      const { length } = faults();
      return length ? say("madeBut", name, figure(length)) : say("made", name);
    },

    check(said) {
      page.querySelector(".faults")?.remove();
      const found = faults();
      if (found.length) list(found, said);
      return found.length ? "" : say("noFault");
    },

    save() {
      const name = `${say("nameAnswers")}-${own.call}-${own.region}-${own.lang}.json`;
      const text = JSON.stringify(record(answers(isAsked)), null, 1);
      download(new Blob([text], { type: "application/json" }), name);
      return say("saved", name);
    },

    open: () =>
      new Promise((done) => {
        const chooser = make("input", { type: "file", accept: ".json,application/json" });
        chooser.addEventListener("change", () => done(opened(chooser.files[0])));
        chooser.click();
      }),

    print: () => print(),

    clear() {
      if (!confirm(say("clearSure"))) return "";
      forget();
      return say("cleared");
    },
  };

  function forget() {
    settle();
    clear();
    keep();
    for (const said of page.querySelectorAll(".faults, .fill > .notice")) said.remove();
  }

  function download(blob, name) {
    const link = make("a", { href: URL.createObjectURL(blob), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }

  /** Takes the answers of a file, if it is one of this dossier. */
  async function opened(file) {
    let kept = null;
    try {
      kept = file.size < LARGEST_FILE ? JSON.parse(await file.text()) : null;
    } catch {
      // It is no file of answers: said below.
    }
    const { canevas, appel, region, reponses } = kept ?? {};
    if (canevas !== 1 || typeof reponses !== "object" || !reponses) return say("notOurs");
    if (appel !== own.call || region !== own.region) return say("other", `${appel}, ${region}`);
    if (answers().size && !confirm(say("openSure"))) return "";
    forget();
    return taken(take(reponses));
  }

  /** How many answers there are now, and which found no place. */
  function taken(lost) {
    keep();
    const said = say("taken", figure(answers().size));
    return lost.length ? `${said} ${say("lost", lost.join(", "))}` : said;
  }

  /** What is wrong, each with the way to it. */
  function list(found, said) {
    const items = found.map(({ field, words }) => {
      const [target] = (field.lines?.[0] ?? field).controls;
      const link = make("a", { href: `#${target.id}` }, `${field.title}${say("colon")} ${words}`);
      link.addEventListener("click", (event) => {
        event.preventDefault();
        target.focus({ preventScroll: true });
        (target.closest("tr, .sign li") ?? field.question).scrollIntoView({ block: "center" });
      });
      return make("li", {}, link);
    });
    const title = make("h3", { id: "fill_faults" }, say("faults", figure(found.length)));
    const section = make("section", { className: "faults", tabIndex: -1 }, title, make("ul", {}, ...items));
    section.setAttribute("aria-labelledby", title.id);
    said.after(section);
    section.focus();
  }

  /** Answers to an older version are never taken in silence; what was typed since then stays. */
  function offer() {
    const notice = make("div", { className: "notice" }, make("p", {}, say("old")));
    const choice = (name, does) => {
      const button = make("button", { type: "button", className: "button button-second" }, say(name));
      button.addEventListener("click", () => {
        notice.replaceChildren(make("p", { tabIndex: -1 }, does(settle())));
        notice.firstChild.focus();
      });
      return button;
    };
    const takeOld = (old) => taken(take({ ...old.reponses, ...Object.fromEntries(answers()) }));
    const dropOld = () => {
      keep();
      return say("cleared");
    };
    notice.append(make("p", { className: "actions" }, choice("oldTake", takeOld), choice("oldDrop", dropOld)));
    page.querySelector(".fill").prepend(notice);
  }

  if (dossier.hasOld()) offer();
})();
