// SPDX-License-Identifier: Apache-2.0
'use strict';
const { spawn } = require('node:child_process');
const path = require('node:path');
const readline = require('node:readline');

const JAR = path.join(__dirname, '..', 'sandbox', 'target', 'audience-sandbox.jar');

/** Starts the sandbox's jar in a process of its own; answers its one line of JSON and a way to stop it. */
async function startSandbox(recipients) {
  const child = spawn('java', ['-jar', JAR, '--recipients', String(recipients)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = readline.createInterface({ input: child.stdout });
  const line = await new Promise((resolve, reject) => {
    lines.once('line', resolve);
    child.once('exit', (code) => reject(new Error(`The sandbox ended with ${code} before it was ready`)));
  });
  return { description: JSON.parse(line), stop: () => child.kill() };
}

/** The running sandbox, through its control API. */
class Sandbox {
  /** The one that suite.js started. */
  static running() {
    if (!process.env.SANDBOX) throw new Error('There is no sandbox: start the cases with `npm test`');
    return new Sandbox(JSON.parse(process.env.SANDBOX));
  }

  constructor(description) {
    Object.assign(this, description);
  }

  reset() {
    return this.#post('/reset', {});
  }

  /** How the Campaign server behaves from now on. */
  campaignIs(settings) {
    return this.#post('/settings', { campaign: settings });
  }

  /** How Audience Manager behaves from now on. */
  audienceManagerIs(settings) {
    return this.#post('/settings', { audienceManager: settings });
  }

  seed(data) {
    return this.#post('/seed', data);
  }

  advance(duration) {
    return this.#post('/clock', { advance: duration });
  }

  /** How every server behaves. */
  settings() {
    return this.#get('/settings');
  }

  state() {
    return this.#get('/state');
  }

  /** Replaces the faults; each is `{ on: method, do, with, times, after }`. */
  faults(...rules) {
    return this.#post('/faults', rules.map(({ on, ...rule }) => ({ match: { system: 'campaign', soapAction: on }, ...rule })));
  }

  /** The calls that Campaign got since the last reset, oldest first. */
  async callsSoFar() {
    return (await this.#get('/exchanges?system=campaign')).map(call);
  }

  /** Does something and answers the calls that Campaign got meanwhile, oldest first. */
  async callsDuring(work) {
    const before = (await this.callsSoFar()).length;
    await work();
    return (await this.callsSoFar()).slice(before);
  }

  async #get(address) {
    return read(await fetch(`${this.control}${address}`));
  }

  async #post(address, body) {
    return read(await fetch(`${this.control}${address}`, { method: 'POST', body: JSON.stringify(body) }));
  }
}

async function read(answer) {
  const body = await answer.json();
  if (!answer.ok) throw new Error(body.error);
  return body;
}

/** An exchange in short: what was asked for, how, and what came back. */
function call(exchange) {
  const action = exchange.request.headers.soapaction?.[0] ?? '';
  return {
    action: action.replaceAll('"', ''),
    method: action.split('#')[1],
    path: exchange.path,
    query: exchange.query,
    header: (name) => exchange.request.headers[name.toLowerCase()]?.[0],
    body: exchange.request.head,
    status: exchange.status,
    answer: exchange.response.head,
  };
}

module.exports = { Sandbox, startSandbox };
