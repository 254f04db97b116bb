// SPDX-License-Identifier: Apache-2.0
'use strict';
const assert = require('node:assert/strict');
const { createHash } = require('node:crypto');
const { before, it } = require('node:test');
const { failure, group, sandbox, signedIn } = require('../campaign.js');

group('pages beside the router', () => {
  let one;

  before(async () => { one = await signedIn(); });

  const tokens = () => ({ 'X-Security-Token': one._securityToken, 'X-Session-Token': one._sessionToken });

  it('I56 is told by the redirection server that it is up, and by the server too', async () => {
    const redirection = await one.test();
    assert.equal(redirection.status, 'OK');
    assert.equal(redirection.build, '9364');

    await sandbox.campaignIs({ allowDebug: false });
    assert.deepEqual(Object.keys(await one.test()).sort(), ['date', 'sourceIP', 'status']);
    assert.equal((await one.ping()).status, 'OK');
  });

  it('I57 sees the message centre’s queue, and that it is full', async () => {
    const quiet = await one.mcPing();
    assert.deepEqual([quiet.status, quiet.eventQueueSize, quiet.eventQueueMaxSize], ['Ok', '7', '400']);

    await sandbox.campaignIs({ queue: { pending: 401, capacity: 400 } });
    const full = await one.mcPing();

    assert.deepEqual([full.status, full.eventQueueSize, full.eventQueueMaxSize], ['Error', '401', '400']);
  });

  it('I58 reads a service as WSDL with a session, and is sent to the logon page without one', async () => {
    const address = `${sandbox.campaign}/nl/jsp/schemawsdl.jsp?schema=xtk:queryDef`;

    const wsdl = await (await fetch(address, { headers: tokens() })).text();
    const without = await fetch(address, { redirect: 'manual' });

    assert.match(wsdl, /soapAction='xtk:queryDef#ExecuteQuery'/);
    assert.match(wsdl, /elementFormDefault='qualified'/);
    assert.equal(without.status, 302);
  });

  it('I59 uploads a file and gets its very bytes back', async () => {
    const bytes = Buffer.from('id;email\n1;a@b.c\nü;\u{1F600}\n');
    const form = new FormData();
    form.append('file_noMd5', new Blob([bytes]), 'keys.csv');

    const answer = await (await fetch(`${sandbox.campaign}/nl/jsp/uploadFile.jsp`, { method: 'POST', headers: tokens(), body: form })).text();

    const md5 = createHash('md5').update(bytes).digest('hex');
    assert.match(answer, /^Ok/);
    assert.ok(answer.includes(`"newFileName":"${md5}.csv"`));
    assert.equal(await one.fileUploader.download(md5, 'csv', { contentType: 'text/csv;charset=utf-8' }), bytes.toString());
    assert.equal((await failure(() => one.fileUploader.download('0'.repeat(32), 'csv'))).errorCode, 'SDK-000018');
  });

  it('I60 publishes an uploaded file, and its address serves it', async () => {
    const form = new FormData();
    form.append('file_noMd5', new Blob(['hello']), 'hello.txt');
    await fetch(`${sandbox.campaign}/nl/jsp/uploadFile.jsp`, { method: 'POST', headers: tokens(), body: form });
    const number = await one.NLWS.xtkCounter.increaseValue('xtkResource');
    const resource = {
      xtkschema: 'xtk:fileRes', internalName: `RES${number}`, label: 'hello.txt', fileName: 'hello.txt', originalName: 'hello.txt',
      md5: createHash('md5').update('hello').digest('hex'), useMd5AsFilename: '1', storageType: 5,
    };

    await one.NLWS.xtkSession.write(resource);
    await one.NLWS.xtkFileRes.create(resource).publishIfNeeded();
    const url = await one.NLWS.xtkFileRes.create(resource).getURL();

    assert.equal(await (await fetch(url)).text(), 'hello');
    assert.equal(await one.NLWS.xtkCounter.increaseValue('xtkResource'), number + 1);
  });
});
