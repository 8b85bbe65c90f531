// The Nu checker of the W3C, over every built page, then html-validate, which is stricter on accessible names and roles.
//
// Style sheets are left out: its CSS grammar lags behind what every browser has shipped for years.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { HtmlValidate } from 'html-validate';
import { none } from './support/expect.js';
import { root, samples } from './support/site.js';

const jar = fileURLToPath(new URL('node_modules/vnu-jar/build/dist/vnu.jar', import.meta.url));

test('every page is valid HTML', (context) => {
  const checker = ['-jar', jar, '--skip-non-html', '--format', 'json', '--exit-zero-always', root];
  const run = spawnSync('java', checker, { encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.equal(run.status, 0, run.error?.message ?? run.stderr);
  const messages = JSON.parse(run.stderr).messages.map((message) => ({
    error: message.type !== 'info',
    line: `${path.relative(root, fileURLToPath(message.url))}:${message.lastLine}: ${message.message}`,
  }));
  for (const { line } of messages.filter(({ error }) => !error)) context.diagnostic(line);
  none(messages.filter(({ error }) => error).map(({ line }) => line), 'errors');
});

test('each kind of page is valid by html-validate too', async () => {
  const validator = new HtmlValidate({
    root: true,
    extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
    rules: {
      // A digest is refused where pages are opened from a disk; a button submits unless it says otherwise.
      'require-sri': 'off',
      'no-implicit-button-type': 'off',
    },
  });
  const found = [];
  for (const { file } of samples()) {
    const { results } = await validator.validateFile(path.join(root, file));
    const messages = results.flatMap((result) => result.messages);
    found.push(...messages.map(({ line, ruleId, message }) => `${file}:${line}: ${ruleId}: ${message}`));
  }
  none(found);
});
