// Prints as JSON what pdf.js, the engine of Firefox, shows in each field of a form:  node shown.js FILLED.pdf

import { readFile } from "node:fs/promises";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

const data = new Uint8Array(await readFile(process.argv[2]));
const document = await getDocument({ data, verbosity: 0 }).promise;
const shown = {};
for (let number = 1; number <= document.numPages; number++) {
  const page = await document.getPage(number);
  for (const { fieldName, textContent } of await page.getAnnotations()) {
    if (fieldName) shown[fieldName] = (textContent ?? []).join("\n");
  }
}
console.log(JSON.stringify(shown));
