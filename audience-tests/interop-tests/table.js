// SPDX-License-Identifier: Apache-2.0
'use strict';

/** What came out of each case, in the order of their numbers. */
class OutcomeTable {
  /** Without the cases that were not chosen, if some were. */
  constructor({ chosen }) {
    this.chosen = chosen;
    this.rows = [];
    this.broken = 0;
  }

  /** Listens to a run of node:test. A case is a test whose name starts with its number; groups and files are no cases. */
  watch(tests) {
    tests.on('test:pass', (event) => this.#note(event, event.skip === undefined ? 'passed' : 'skipped'));
    tests.on('test:fail', (event) => this.#note(event, 'FAILED'));
  }

  #note({ name, details }, outcome) {
    const parts = /^(I\d+[a-z]?) (.*)$/s.exec(name);
    if (parts && this.chosen && outcome === 'skipped') return;
    if (parts) {
      this.rows.push({ id: parts[1], text: parts[2], outcome, millis: Math.round(details.duration_ms) });
    } else if (outcome === 'FAILED') {
      this.broken += 1;
    }
  }

  /** Whether every case passed, there are cases, and no file broke before its cases. */
  isGood() {
    return this.rows.length > 0 && this.broken === 0 && this.rows.every((row) => row.outcome === 'passed');
  }

  toString() {
    const rows = [...this.rows].sort((one, two) => number(one) - number(two) || one.id.localeCompare(two.id));
    const width = Math.max(4, ...rows.map((row) => row.text.length));
    const passed = rows.filter((row) => row.outcome === 'passed').length;
    return [
      `case  ${'what'.padEnd(width)}  outcome      ms`,
      `----  ${'-'.repeat(width)}  -------  ------`,
      ...rows.map((row) => `${row.id.padEnd(4)}  ${row.text.padEnd(width)}  ${row.outcome}  ${String(row.millis).padStart(6)}`),
      '',
      `${passed} of ${rows.length} cases passed`,
    ].join('\n');
  }
}

function number(row) {
  return Number.parseInt(row.id.slice(1), 10);
}

module.exports = { OutcomeTable };
