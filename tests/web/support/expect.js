// An assertion for lists of faults: one fault a line, which a comparison of arrays would drown.

import assert from 'node:assert/strict';

export function none(faults, what = 'faults') {
  const lines = faults.map((fault) => (typeof fault === 'string' ? fault : JSON.stringify(fault)));
  if (lines.length > 0) assert.fail(`${lines.length} ${what}:\n  ${lines.join('\n  ')}`);
}
