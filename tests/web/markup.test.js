// The Nu checker of the W3C, over every built page, then html-validate, which is stricter on accessible names and roles.
//
// Style sheets are left out: its CSS grammar lags behind what every browser has shipped for years.

import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import { HtmlValidate } from 'html-validate';
import { none } from './support/expect.js';
import { validate } from './support/nu.js';
import { root, samples } from './support/site.js';


test('every page is valid HTML', (context) => {
  const { errors, others } = validate(root, [root]);
  for (const line of others) context.diagnostic(line);
  none(errors, 'errors');
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
