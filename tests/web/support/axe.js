// axe-core in the page that a browser shows, and what it finds there, in words.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What breaks a rule, best practices included; `rules` names the only ones to try. */
export async function violations(page, rules) {
  await page.evaluate(axe);
  const options = { resultTypes: ['violations'], ...(rules && { runOnly: rules }) };
  const { violations: found } = await page.evaluate((asked) => window.axe.run(asked), options);
  return found.flatMap(describeViolation);
}

const describeViolation = ({ id, help, nodes }) =>
  nodes.map(({ target, failureSummary }) => {
    const reasons = failureSummary.split('\n').slice(1).join(' ').trim();
    return `${id}: ${help}: ${target.join(' ')}: ${reasons}`;
  });
