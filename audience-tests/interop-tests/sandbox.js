// SPDX-License-Identifier: Apache-2.0
'use strict';
const { spawn } = require('node:child_process');
const path = require('node:path');
const readline = require('node:readline');

const JAR = path.join(__dirname, '..', 'sandbox', 'target', 'audience-sandbox.jar');

/** Starts the sandbox's jar in a process of its own; answers its one line of JSON and a way to stop it. */
async function startSandbox(recipients) {
  const process = spawn('java', ['-jar', JAR, '--recipients', String(recipients)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = readline.createInterface({ input: process.stdout });
  const line = await new Promise((resolve, reject) => {
    lines.once('line', resolve);
    process.once('exit', (code) => reject(new Error(`The sandbox ended with ${code} before it was ready`)));
  });
  return { ...JSON.parse(line), stop: () => process.kill() };
}

module.exports = { startSandbox };
