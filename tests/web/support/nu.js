// The Nu checker of the W3C, and what it says of files or of a folder.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const jar = fileURLToPath(new URL('../node_modules/vnu-jar/build/dist/vnu.jar', import.meta.url));

/** A line a message, with its place from `root`: those that are errors, and the others. */
export function validate(root, files) {
  const checker = ['-jar', jar, '--skip-non-html', '--format', 'json', '--exit-zero-always', ...files];
  const run = spawnSync('java', checker, { encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.equal(run.status, 0, run.error?.message ?? run.stderr);
  const { messages } = JSON.parse(run.stderr);
  const line = ({ url, lastLine, message }) => `${path.relative(root, fileURLToPath(url))}:${lastLine}: ${message}`;
  const isError = ({ type }) => type !== 'info';
  return {
    errors: messages.filter(isError).map(line),
    others: messages.filter((message) => !isError(message)).map(line),
  };
}
