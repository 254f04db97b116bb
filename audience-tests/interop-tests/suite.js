// SPDX-License-Identifier: Apache-2.0
// Runs every file of the folder cases against one sandbox, one after the other, and ends with a table of what came out.
// Words after the command choose cases: `node suite.js I12 I13`.
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const { run } = require('node:test');
const { spec } = require('node:test/reporters');
const { startSandbox } = require('./sandbox.js');
const { OutcomeTable } = require('./table.js');

const RECIPIENTS = 25;

async function main() {
  const folder = path.join(__dirname, 'cases');
  const files = fs.readdirSync(folder).filter((name) => name.endsWith('.test.js')).sort().map((name) => path.join(folder, name));
  const wanted = process.argv.slice(2);
  // Amazon's client warns of this Node in every process; the version that is pinned here runs on it.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  const sandbox = await startSandbox(RECIPIENTS);
  // The files run in processes of their own; they inherit where the sandbox is.
  process.env.SANDBOX = JSON.stringify(sandbox.description);
  const table = new OutcomeTable({ chosen: wanted.length > 0 });
  try {
    const tests = run({
      files,
      concurrency: 1,
      timeout: 120_000,
      testNamePatterns: wanted.length ? wanted.map((word) => new RegExp(`^${word} `)) : undefined,
    });
    table.watch(tests);
    await new Promise((resolve) => {
      const lines = tests.compose(spec);
      lines.on('end', resolve);
      lines.pipe(process.stdout, { end: false });
    });
  } finally {
    sandbox.stop();
  }
  console.log(`\n${table}`);
  process.exitCode = table.isGood() ? 0 : 1;
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
