// SPDX-License-Identifier: Apache-2.0
'use strict';
const assert = require('node:assert/strict');
const { it } = require('node:test');
const { COLD, accessToken, failure, group, methods, query, sandbox, sdk, signedIn } = require('../campaign.js');

const COUNT = { schema: 'nms:recipient', operation: 'count' };
const EXPIRED = { text: 'XSV-350008 Session has expired or is invalid. Please reconnect.' };

/** A client that signs in again when its session has expired. */
function renewing() {
  return signedIn({ refreshClient: async (client) => { await client.logon(); return client; } });
}

group('sessions that end', () => {
  for (const [letter, expiry] of [['', 'fault'], ['b', 'forbidden'], ['c', 'text']]) {
    it(`I19${letter} signs in again after an expiry told as ${expiry}, and repeats the call`, async () => {
      const one = await renewing();
      await query(one, COUNT);
      await sandbox.campaignIs({ expireSessions: true, expiry });

      let answer;
      const calls = await sandbox.callsDuring(async () => { answer = await query(one, COUNT); });

      assert.deepEqual(answer, { count: '25' });
      assert.deepEqual(methods(calls), ['ExecuteQuery', 'Logon', 'ExecuteQuery']);
      assert.equal(calls[2].header('ACC-SDK-Call-RetryCount'), '1');
      assert.match(calls[0].answer, /XSV-350008/);
      assert.equal(calls[0].status, expiry === 'forbidden' ? 403 : 200);
      await sandbox.campaignIs({ expiry: 'fault' });
    });
  }

  it('I20 gives up after one renewal that did not help', async () => {
    const one = await renewing();
    await query(one, COUNT);
    await sandbox.faults({ on: 'ExecuteQuery', do: 'fault', with: EXPIRED });

    let error;
    const calls = await sandbox.callsDuring(async () => { error = await failure(() => query(one, COUNT)); });

    assert.deepEqual(methods(calls), ['ExecuteQuery', 'Logon', 'ExecuteQuery']);
    assert.deepEqual([error.statusCode, error.errorCode], [401, 'SDK-000012']);
    await sandbox.faults();
  });

  it('I44 sees an expired bearer token only in a fault’s detail, and does not renew it', async () => {
    const token = await accessToken();
    let renewals = 0;
    const one = await signedIn({}, (options) => sdk.ConnectionParameters.ofImsBearerToken(sandbox.campaign, token, {
      ...COLD, refreshClient: async (client) => { renewals += 1; return client; }, ...options,
    }));
    assert.deepEqual(await query(one, COUNT), { count: '25' });

    await sandbox.advance('P2D');
    const error = await failure(() => query(one, COUNT));

    assert.deepEqual([error.statusCode, error.errorCode, renewals], [500, 'SOP-330007', 0]);
    assert.match(error.detail, /XSV-350114.*401/);
  });
});
