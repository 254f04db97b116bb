// SPDX-License-Identifier: Apache-2.0
'use strict';
const assert = require('node:assert/strict');
const { before, beforeEach, it } = require('node:test');
const { failure, group, methods, query, sandbox, select, signedIn } = require('../campaign.js');

const COUNT = { schema: 'nms:recipient', operation: 'count' };

group('faults and answers that are none', () => {
  let one;

  before(async () => {
    one = await signedIn();
    await query(one, COUNT);
  });
  beforeEach(() => sandbox.faults());

  /** What the client makes of the next query, and the calls it took. */
  async function outcome(effect, definition = COUNT) {
    await sandbox.faults({ on: 'ExecuteQuery', ...effect });
    let error;
    const calls = await sandbox.callsDuring(async () => { error = await failure(() => query(one, definition)); });
    return { error, calls };
  }

  const rewritten = (pattern, replacement) => ({ do: 'rewrite', with: { pattern, replacement } });

  it('I10 refuses a method that the schema does not have, without calling it', async () => {
    let error;
    const calls = await sandbox.callsDuring(async () => { error = await failure(() => one.NLWS.xtkSession.makeCoffee()); });

    assert.equal(error.errorCode, 'SDK-000009');
    assert.deepEqual(methods(calls), ['GetEntityIfMoreRecent']);
  });

  it('I26 shows no more of an error than the server does', async () => {
    const hidden = await outcome({ do: 'fault', with: { text: 'SOP-330023 The details of this error are not shown.' } });
    assert.deepEqual([hidden.error.statusCode, hidden.error.errorCode], [500, 'SOP-330023']);

    await sandbox.faults();
    await sandbox.campaignIs({ showErrors: false });
    const masked = await failure(() => query(one, select('nms:recipient', ['@secretColumn'])));

    assert.equal(masked.errorCode, 'SOP-330011');
    assert.match(masked.detail, /^SOP-330023/);
    assert.doesNotMatch(masked.message, /secretColumn/);
    await sandbox.campaignIs({ showErrors: true });
  });

  it('I27 loses the code of a fault that comes with HTTP 500', async () => {
    const fault = '<SOAP-ENV:Envelope><SOAP-ENV:Body><SOAP-ENV:Fault><faultcode>SOAP-ENV:Server</faultcode>'
      + '<faultstring>SOP-330011 Error</faultstring></SOAP-ENV:Fault></SOAP-ENV:Body></SOAP-ENV:Envelope>';

    const { error } = await outcome({ do: 'status', with: { status: 500, body: fault } });

    assert.deepEqual([error.statusCode, error.errorCode], [500, '']);
    assert.doesNotMatch(error.faultString, /SOP-330011/);
    assert.match(error.detail, /^<SOAP-ENV:Envelope>.*SOP-330011/);
  });

  for (const [letter, status] of [['', 429], ['b', 503]]) {
    it(`I28${letter} does not repeat a call that was answered with ${status}`, async () => {
      const { error, calls } = await outcome({ do: 'status', with: { status, body: 'Later', headers: { 'Retry-After': '1' } } });

      assert.equal(error.statusCode, status);
      assert.deepEqual(methods(calls), ['ExecuteQuery']);
    });
  }

  it('I45 reads only answers whose envelope has the prefix SOAP-ENV', async () => {
    const { error } = await outcome(rewritten('SOAP-ENV\\b', 'soapenv'));

    assert.equal(error.statusCode, 500);
    assert.match(error.message, /missing body element/);
  });

  it('I46 does not find the outputs of a response that has a prefix', async () => {
    const { error } = await outcome(rewritten('ExecuteQueryResponse', 'ns:ExecuteQueryResponse'));

    assert.equal(error.statusCode, 400);
  });

  it('I47 refuses a blank line before the declaration', async () => {
    const { error } = await outcome(rewritten('^<\\?xml', '\n<?xml'));

    assert.equal(error.statusCode, 500);
  });

  it('I48 stumbles over an empty output', async () => {
    const { error } = await outcome(rewritten('<recipient count=.*?/>', ''));

    assert.ok(error instanceof TypeError);
  });

  it('I49 refuses an option’s type that is announced as another', async () => {
    await sandbox.faults({ on: 'GetOption', do: 'rewrite', with: { pattern: 'xsd:byte', replacement: 'xsd:int' } });

    const error = await failure(() => one.getOption('XtkInstancePrefix', false));

    assert.match(error.message, /Expected 'xsd:byte', got 'xsd:int'/);
  });

  it('I50 refuses a time that is announced as xsd:datetime', async () => {
    await sandbox.faults({ on: 'GetServerTime', do: 'rewrite', with: { pattern: 'xsd:dateTime', replacement: 'xsd:datetime' } });

    const error = await failure(() => one.NLWS.xtkSession.getServerTime());

    assert.match(error.message, /Expected 'xsd:dateTime', got 'xsd:datetime'/);
  });

  it('I51 takes a page of HTML with status 200 for an error', async () => {
    const page = '<html><body>Service unavailable<br></body></html>';

    const { error } = await outcome({ do: 'status', with: { status: 200, body: page, headers: { 'Content-Type': 'text/html' } } });

    assert.equal(error.statusCode, 500);
  });

  it('I52 is told what is wrong with a request that is no XML', async () => {
    const answer = await fetch(`${sandbox.campaign}/nl/jsp/soaprouter.jsp`, {
      method: 'POST', headers: { SOAPAction: 'xtk:session#TestCnx' }, body: '<not-closed>',
    });

    assert.equal(answer.status, 200);
    assert.match(await answer.text(), /<SOAP-ENV:Fault>.*SOP-330007/s);
  });
});
