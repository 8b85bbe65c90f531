// Fills a form with pdf.js, the engine of Firefox, and saves it:  node fill.js FORM.pdf VALUES.json OUT.pdf
//
// VALUES.json holds the answer of each field by its name: text, the id of a choice, or true for a ticked box.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

const [form, values, out] = process.argv.slice(2);
assert(out, "usage: fill.js FORM.pdf VALUES.json OUT.pdf");

const answers = JSON.parse(await readFile(values, "utf8"));
const folder = (name) => fileURLToPath(new URL(`node_modules/pdfjs-dist/${name}/`, import.meta.url));
const document = await getDocument({
  data: new Uint8Array(await readFile(form)),
  standardFontDataUrl: folder("standard_fonts"),
  cMapUrl: folder("cmaps"),
  verbosity: 0,
}).promise;

const fields = await document.getFieldObjects();
const unknown = Object.keys(answers).filter((name) => !fields[name]);
assert.deepEqual(unknown, [], "no such field");
for (const [name, value] of Object.entries(answers)) {
  document.annotationStorage.setValue(fields[name][0].id, { value });
}
await writeFile(out, await document.saveDocument());
