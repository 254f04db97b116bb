// SPDX-License-Identifier: Apache-2.0
'use strict';
const assert = require('node:assert/strict');
const { it } = require('node:test');
const {
  COLD, accessToken, byPassword, client, failure, group, methods, query, sandbox, sdk, select, signedIn,
} = require('../campaign.js');

const { ConnectionParameters } = sdk;
const COUNT = { schema: 'nms:recipient', operation: 'count' };

group('signing in', () => {
  it('I1 logs on with one call and without asking for a schema', async () => {
    const one = await client();

    const calls = await sandbox.callsDuring(() => one.logon());

    assert.ok(one.isLogged());
    assert.deepEqual(methods(calls), ['Logon']);
    assert.equal(one.getSessionInfo().serverInfo.buildNumber, '9364');
    assert.equal(one.application.operator.login, sandbox.operator);
    assert.ok(one.hasPackage('nms:campaign'));
  });

  it('I2 is refused with a wrong password: 403 and a plain text, once', async () => {
    const one = await client((options) => byPassword(options, 'wrong'));
    let refusal;

    const calls = await sandbox.callsDuring(async () => { refusal = await failure(() => one.logon()); });

    assert.equal(refusal.statusCode, 403);
    assert.equal(refusal.faultString, 'Forbidden');
    assert.match(refusal.detail, /^XSV-350012/);
    assert.equal(calls.length, 1);
    assert.equal(one.isLogged(), false);
  });

  it('I3 exchanges a bearer token for a session', async () => {
    const token = await accessToken();
    const one = await client((options) => ConnectionParameters.ofBearerToken(sandbox.campaign, token, { ...COLD, ...options }));

    const calls = await sandbox.callsDuring(async () => {
      await one.logon();
      assert.deepEqual(await query(one, COUNT), { count: '25' });
    });

    assert.deepEqual(methods(calls), ['BearerTokenLogon', 'GetEntityIfMoreRecent', 'ExecuteQuery']);
    assert.match(calls[2].header('X-Security-Token'), /^@/);
    assert.equal(calls[2].header('Authorization'), undefined);
  });

  it('I22 asks for the time as nobody, with both token headers empty', async () => {
    const one = await signedIn({}, (options) => ConnectionParameters.ofAnonymousUser(sandbox.campaign, { ...COLD, ...options }));
    let time;

    const calls = await sandbox.callsDuring(async () => { time = await one.NLWS.xtkSession.getServerTime(); });

    assert.ok(time instanceof Date && !Number.isNaN(time.getTime()));
    assert.deepEqual(methods(calls), ['GetEntityIfMoreRecent', 'GetServerTime']);
    assert.deepEqual([calls[1].header('X-Security-Token'), calls[1].header('X-Session-Token')], ['', '']);
    assert.match((await failure(() => query(one, COUNT))).message, /expired/);
  });

  it('I23 takes login/password as a session token only where the zone allows it', async () => {
    const ways = (options) => ConnectionParameters.ofSessionToken(
      sandbox.campaign, `${sandbox.operator}/${sandbox.password}`, { ...COLD, ...options });
    const one = await signedIn({}, ways);
    assert.equal((await failure(() => query(one, COUNT))).statusCode, 401);

    await sandbox.campaignIs({ allowUserPassword: true, sessionTokenOnly: true });
    const calls = await sandbox.callsDuring(async () => assert.deepEqual(await query(one, COUNT), { count: '25' }));

    assert.equal(calls.at(-1).header('Cookie'), `__sessiontoken=${sandbox.operator}/${sandbox.password}`);
    assert.equal(calls.at(-1).header('X-Security-Token'), '');
    await sandbox.campaignIs({ allowUserPassword: false, sessionTokenOnly: false });
  });

  it('I23b works with the two tokens of somebody else’s session, and not with a foreign security token', async () => {
    const owner = await signedIn();
    const ways = (security) => (options) => ConnectionParameters.ofSessionAndSecurityToken(
      sandbox.campaign, owner._sessionToken, security, { ...COLD, ...options });

    const guest = await signedIn({}, ways(owner._securityToken));
    const thief = await signedIn({}, ways('@bm90IGl0'));

    assert.deepEqual(await query(guest, COUNT), { count: '25' });
    assert.equal((await failure(() => query(thief, COUNT))).statusCode, 401);
  });

  it('I24 sends an IMS bearer token on every call and no session at all', async () => {
    const token = await accessToken();
    const one = await client((options) => ConnectionParameters.ofImsBearerToken(
      sandbox.campaign, token, { ...COLD, sessionInfo: true, ...options }));

    const calls = await sandbox.callsDuring(async () => {
      await one.logon();
      await query(one, select('nms:recipient', ['@id'], { lineCount: 1 }));
    });

    const test = calls.find((each) => each.path === '/r/test');
    assert.equal(test.header('Authorization'), undefined);
    assert.deepEqual(methods(calls.filter((each) => each !== test)),
      ['GetEntityIfMoreRecent', 'GetUserInfo', 'GetEntityIfMoreRecent', 'ExecuteQuery']);
    for (const each of calls.filter((some) => some !== test)) {
      assert.equal(each.header('Authorization'), `Bearer ${token}`);
      assert.equal(each.header('X-Security-Token'), undefined);
      assert.match(each.body, /<sessiontoken xsi:type="xsd:string"\/>/);
    }
    assert.equal(one.getSessionInfo().serverInfo.buildNumber, '9364');
    assert.equal(one.application.version, '7.3.4');
  });

  it('I25 finds the router behind an endpoint that ends in a slash', async () => {
    const one = await client((options) => ConnectionParameters.ofUserAndPassword(
      `${sandbox.campaign}/`, sandbox.operator, sandbox.password, { ...COLD, ...options }));

    const calls = await sandbox.callsDuring(() => one.logon());

    assert.equal(calls[0].path, '//nl/jsp/soaprouter.jsp');
    assert.ok(one.isLogged());
  });

  it('I31 asks to be remembered, and is for fifteen days', async () => {
    const short = await signedIn();
    const long = await signedIn({ rememberMe: true });
    for (const one of [short, long]) await query(one, COUNT);

    await sandbox.advance('P2D');

    assert.equal((await failure(() => query(short, COUNT))).statusCode, 401);
    assert.deepEqual(await query(long, COUNT), { count: '25' });
    await sandbox.advance('P14D');
    assert.equal((await failure(() => query(long, COUNT))).statusCode, 401);
  });

  it('I32 logs off by a call where there is a session, and without one where there is none', async () => {
    const session = await signedIn();
    const nobody = await signedIn({}, (options) => ConnectionParameters.ofAnonymousUser(sandbox.campaign, { ...COLD, ...options }));
    const token = session._sessionToken;
    const security = session._securityToken;

    assert.deepEqual(methods(await sandbox.callsDuring(() => session.logoff())), ['Logoff']);
    assert.deepEqual(methods(await sandbox.callsDuring(() => nobody.logoff())), []);

    assert.equal(session.isLogged(), false);
    const later = await signedIn({}, (options) => ConnectionParameters.ofSessionAndSecurityToken(
      sandbox.campaign, token, security, { ...COLD, ...options }));
    assert.equal((await failure(() => query(later, COUNT))).statusCode, 401);
  });

  it('I33 tells a wrong security zone from a wrong password', async () => {
    await sandbox.campaignIs({ refuseZone: true });
    const one = await client();

    const refusal = await failure(() => one.logon());

    assert.equal(refusal.statusCode, 403);
    assert.match(refusal.detail, /^XSV-350013/);
    await sandbox.campaignIs({ refuseZone: false });
  });
});
