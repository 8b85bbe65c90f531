// A project of its own for many texts at once, and the real program run on it.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const repository = path.resolve(here, '../..');
const program = path.resolve(process.env.CANEVAS ?? path.join(repository, 'target/release/canevas'));

// What `check --format json` says at most: beyond, some of it would be missing.
const MOST = 200;

/// Lays files over `tests/base`, runs a command there and gives what `then` makes of the folder and of its output.
export function run(files, command, then) {
  const root = mkdtempSync(path.join(tmpdir(), 'canevas-suite-'));
  try {
    cpSync(path.join(repository, 'tests/base'), root, { recursive: true });
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
      writeFileSync(path.join(root, name), text);
    }
    const args = [...command, '--date', '2021-12-20', '--lang', 'fr'];
    const said = spawnSync(program, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
    assert.ok([0, 1].includes(said.status), `${said.error ?? said.stderr}`);
    return then(root, said);
  } finally {
    rmSync(root, { recursive: true });
  }
}

/// What is said of each text: by its path, `{ code, severity }`. The texts are checked some at a time.
export function messages(texts, others = {}) {
  const found = new Map();
  const names = Object.keys(texts);
  for (let start = 0; start < names.length; start += 20) {
    const some = Object.fromEntries(names.slice(start, start + 20).map((name) => [name, texts[name]]));
    run({ ...others, ...some }, ['check', '--format', 'json'], (_, { stdout }) => {
      const said = stdout.split('\n').filter(Boolean).map((line) => JSON.parse(line));
      assert.ok(said.length < MOST, 'too many messages to hear them all');
      for (const { path: name, code, severity } of said) {
        if (name in texts) found.set(name, [...(found.get(name) ?? []), { code, severity }]);
      }
    });
  }
  return found;
}

/// The codes of some messages, each once.
export function codes(said) {
  return [...new Set(said.map(({ code }) => code))].sort().join(' ');
}

/// Compares with the committed table, or writes it (`SNAPSHOTS=overwrite`).
export function table(name, found) {
  const file = path.join(here, name);
  const rows = Object.entries(found).map(([outcome, cases]) => {
    const sorted = Object.entries(cases).sort(([a], [b]) => (a < b ? -1 : 1));
    const lines = sorted.map(([code, ids]) => `    ${JSON.stringify(code)}: ${JSON.stringify(ids)}`);
    return `  ${JSON.stringify(outcome)}: ${lines.length > 0 ? `{\n${lines.join(',\n')}\n  }` : '{}'}`;
  });
  const text = `{\n${rows.join(',\n')}\n}\n`;
  if (process.env.SNAPSHOTS === 'overwrite') writeFileSync(file, text);
  assert.deepEqual(JSON.parse(text), JSON.parse(readFileSync(file, 'utf8')), `the table ${name}`);
}

/// Adds a case under a name.
export function put(cases, name, id) {
  (cases[name] ??= []).push(id);
}
