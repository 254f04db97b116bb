// SPDX-License-Identifier: Apache-2.0
'use strict';
const assert = require('node:assert/strict');
const { it } = require('node:test');
const { COLD, accessToken, byPassword, client, group, query, sandbox, sdk, signedIn } = require('../campaign.js');

// Made anew for each call: an observer changes the very object that the caller passed.
const count = () => ({ schema: 'nms:recipient', operation: 'count' });

/** What an observer of a client is shown. */
function observed(one) {
  const shown = [];
  one.registerObserver({
    onSOAPCall: (_call, safe) => shown.push(safe),
    onSOAPCallSuccess: (_call, safe) => shown.push(safe),
  });
  return shown;
}

group('observing', () => {
  it('I30 shows tokens and passwords as stars, in calls and in answers', async () => {
    const one = await client(byPassword);
    const shown = observed(one);
    await one.logon();
    await query(one, count());

    const text = shown.join('\n');

    assert.ok(shown.length >= 6);
    for (const secret of [sandbox.password, one._sessionToken, one._securityToken]) {
      assert.ok(!text.includes(secret), 'a secret is shown');
    }
    assert.match(text, /<pstrSessionToken xsi:type='xsd:string'>\*\*\*<\/pstrSessionToken>/);
    assert.match(text, /<password xsi:type="xsd:string">\*\*\*<\/password>/);
  });

  it('I30b shows a bearer token as it is: a Java client must do better', async () => {
    const token = await accessToken();
    const one = await client((options) => sdk.ConnectionParameters.ofBearerToken(sandbox.campaign, token, { ...COLD, ...options }));
    const shown = observed(one);

    await one.logon();

    assert.ok(shown.join('\n').includes(token));
  });

  it('I53 lets an observer change what is asked and what is answered', async () => {
    const one = await signedIn();
    one.registerObserver({
      beforeSoapCall: (method, inputs) => { if (method.name === 'ExecuteQuery') inputs[0].value.schema = 'nms:group'; },
      afterSoapCall: (method, _inputs, _representation, outputs) => {
        if (method.name === 'ExecuteQuery') outputs[1].value.seen = true;
      },
    });

    assert.deepEqual(await query(one, count()), { count: '1', seen: true });
  });

  it('I54 sends headers of the caller’s own, and leaves its product’s out', async () => {
    const one = await signedIn({ noSDKHeaders: true, clientApp: 'interop', extraHttpHeaders: { 'X-Test': 'yes' } });

    const [call] = await sandbox.callsDuring(() => one.NLWS.pushDown({ headers: { 'X-Once': 'yes' } }).xtkSession.testCnx());

    assert.equal(call.header('X-Test'), 'yes');
    assert.equal(call.header('ACC-SDK-Version'), undefined);
    assert.match(call.header('X-Query-Source'), /acc-js-sdk 1\.2\.0,interop/);
  });

  it('I55 gives up a call after the time it was given', async () => {
    const one = await signedIn();
    await query(one, count());
    await sandbox.faults({ on: 'ExecuteQuery', times: 1, do: 'delay', with: { by: 'PT2S' } });

    await assert.rejects(() => one.NLWS.pushDown({ timeout: 100 }).xtkQueryDef.create(count()).executeQuery(), /timeout of 100ms/);

    assert.deepEqual(await query(one, count()), { count: '25' });
  });
});
