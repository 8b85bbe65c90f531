// The program, for what a page gives it to read.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../..', import.meta.url));
const program = process.env.CANEVAS ?? `${repository}target/release/canevas`;

/** What `canevas dossier read` finds in one file: its row, and what it says. */
export function read(file) {
  const asked = [
    'dossier',
    'read',
    file,
    '--root',
    repository,
    '--format',
    'json',
    '--lang',
    'fr',
    '--quiet',
  ];
  const run = spawnSync(program, asked, { encoding: 'utf8' });
  if (run.error) throw run.error;
  const [row] = JSON.parse(run.stdout || '[]');
  return { row, said: run.stderr, code: run.status };
}

/** The site of this repository on the day of its example, with more settings, in a theme, once `change` has been made to a folder of its own. */
export function build(settings, theme = 'sobre', change = () => {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'canevas-web-'));
  for (const part of ['canevas.yaml', 'content', 'regions', 'themes']) {
    cpSync(path.join(repository, part), path.join(folder, part), { recursive: true });
  }
  cpSync(path.join(repository, 'tests/themes'), path.join(folder, 'themes'), { recursive: true });
  const file = path.join(folder, 'canevas.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^theme: .*$/m, `theme: ${theme}`) + settings);
  change(folder);
  const asked = ['build', '--root', folder, '--date', '2021-12-20', '--quiet'];
  const run = spawnSync(program, asked, { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`canevas build: ${run.error ?? run.stderr}`);
  return path.join(folder, 'public');
}
