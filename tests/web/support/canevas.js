// The program, for what a page gives it to read.

import { spawnSync } from 'node:child_process';
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
