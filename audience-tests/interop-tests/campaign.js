// SPDX-License-Identifier: Apache-2.0
// What the cases share: groups over one sandbox, and Adobe's client signed in to it in every way it knows.
'use strict';
const assert = require('node:assert/strict');
const { before, describe } = require('node:test');
const sdk = require('@adobe/acc-js-sdk');
const { Sandbox } = require('./sandbox.js');

const sandbox = Sandbox.running();

// Nothing is kept between two clients: each case starts with cold caches.
const COLD = { noStorage: true, timeout: 30_000 };

/** Cases that start from the same data. */
function group(name, cases) {
  describe(name, () => {
    before(() => sandbox.reset());
    cases();
  });
}

/** A client that has not signed in. */
function client(ways = byPassword) {
  return sdk.init(ways({}));
}

/** A client that has. */
async function signedIn(options = {}, ways = byPassword) {
  const one = await sdk.init(ways(options));
  await one.logon();
  return one;
}

function byPassword(options, password = sandbox.password) {
  return sdk.ConnectionParameters.ofUserAndPassword(sandbox.campaign, sandbox.operator, password, { ...COLD, ...options });
}

/** A fresh access token of the identity service. */
async function accessToken() {
  const form = new URLSearchParams({
    grant_type: 'client_credentials', client_id: sandbox.clientId, client_secret: sandbox.clientSecret, scope: 'openid,AdobeID',
  });
  const answer = await fetch(`${sandbox.ims}/ims/token/v3`, { method: 'POST', body: form });
  return (await answer.json()).access_token;
}

/** What a query answers: the collection, the record or the count. */
function query(one, definition) {
  return one.NLWS.xtkQueryDef.create(definition).executeQuery();
}

/** A select with conditions and an order by key. */
function select(schema, nodes, { where, key = '@id', ...rest } = {}) {
  return {
    schema,
    operation: 'select',
    ...rest,
    select: { node: nodes.map((expr) => ({ expr })) },
    ...(where && { where: { condition: [].concat(where).map((each) => (typeof each === 'string' ? { expr: each } : each)) } }),
    orderBy: { node: [{ expr: key }] },
  };
}

/** The error that work ends with; none is an error too. */
async function failure(work) {
  try {
    await work();
  } catch (error) {
    return error;
  }
  return assert.fail('An error was expected');
}

/** The methods of calls, in order. */
function methods(calls) {
  return calls.map((each) => each.method);
}

module.exports = {
  COLD, accessToken, byPassword, client, failure, group, methods, query, sandbox, sdk, select, signedIn,
};
