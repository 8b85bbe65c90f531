// A running `canevas serve` on a project of its own.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../..', import.meta.url));

export const binary = path.resolve(process.env.CANEVAS ?? path.join(repository, 'target/release/canevas'));
export const isBuilt = existsSync(binary);

/** A copy of this repository's own site, that a test may spoil. */
export function project() {
  const root = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'canevas-')));
  for (const part of ['canevas.yaml', 'content', 'regions', 'themes']) {
    cpSync(path.join(repository, part), path.join(root, part), { recursive: true });
  }
  const file = (name) => path.join(root, name);
  return {
    root,
    read: (name) => readFileSync(file(name), 'utf8'),
    /** By renaming, as most editors do: no half of a file is ever there. */
    save(name, text) {
      writeFileSync(file(`${name}.tmp`), text);
      renameSync(file(`${name}.tmp`), file(name));
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

const ADDRESS = /http:\/\/([^/\s]+)\S*/;

/** Starts the preview and waits until it says where it is; port 0 lets the system choose. */
export async function start(root, { port = 0, date = '2021-12-20' } = {}) {
  const args = ['serve', '--root', root, '--port', String(port), '--date', date, '--lang', 'fr'];
  const child = spawn(binary, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  const lines = [];
  const complaints = [];
  readline.createInterface(child.stderr).on('line', (line) => complaints.push(line));
  const output = readline.createInterface(child.stdout);
  const announced = new Promise((resolve, reject) => {
    output.on('line', (line) => {
      lines.push(line);
      if (ADDRESS.test(line)) resolve(line.match(ADDRESS));
    });
    child.once('exit', () => reject(new Error(`it ended: ${complaints.join('\n')}`)));
  });
  const [origin] = await announced;
  return {
    origin,
    port: Number(new URL(origin).port),
    pid: child.pid,
    lines,
    url: (address) => new URL(address, origin).href,
    async stop() {
      process.off('exit', end);
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGINT');
      await ended;
    },
  };
}
