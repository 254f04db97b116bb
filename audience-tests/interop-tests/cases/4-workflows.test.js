// SPDX-License-Identifier: Apache-2.0
'use strict';
const assert = require('node:assert/strict');
const { before, it } = require('node:test');
const { failure, group, query, sandbox, select, signedIn } = require('../campaign.js');

const TECHNICAL = 'importSharedAudience';
const TARGETING = 'updateSharedAudience';

group('workflows', () => {
  let one;

  before(async () => { one = await signedIn(); });

  const state = async (name) => (await query(one, select('xtk:workflow', ['@id', '@state', '@failed', '@production'], {
    where: `@internalName = '${name}'`,
  }))).workflow[0];

  it('I16 starts a workflow with parameters under the root that servers read', async () => {
    const calls = await sandbox.callsDuring(() => one.NLWS.xtkWorkflow.startWithParameters(TARGETING, { listId: 3 }));

    assert.match(calls.at(-1).body, /<workflowId xsi:type="xsd:string">updateSharedAudience<\/workflowId>/);
    assert.match(calls.at(-1).body, /<variables listId="3"\/>/);
    assert.equal(calls.at(-1).action, 'xtk:workflow#StartWithParameters');
  });

  it('I17 posts an event to an activity, with an empty transition', async () => {
    const calls = await sandbox.callsDuring(
      () => one.NLWS.xtkWorkflow.postEvent(TECHNICAL, 'signal', '', { a: 1 }, false));

    const { body } = calls.at(-1);
    assert.match(body, /<activity xsi:type="xsd:string">signal</);
    assert.match(body, /<transition xsi:type="xsd:string"\/>/);
    assert.match(body, /<variables a="1"\/>/);
    assert.match(body, /<complete xsi:type="xsd:boolean">false</);
  });

  it('I18 spawns an instance and is given its number', async () => {
    const instance = await one.NLWS.xtkWorkflow.spawnWithParameters(TARGETING, { listId: 2001 });

    assert.ok(Number.isInteger(instance) && instance > 0, `${instance}`);
  });

  it('I18b refuses a number that is announced as xsd:long', async () => {
    await sandbox.faults({ on: 'SpawnWithParameters', times: 1, do: 'rewrite', with: { pattern: 'xsd:int', replacement: 'xsd:long' } });

    const refusal = await failure(() => one.NLWS.xtkWorkflow.spawnWithParameters(TARGETING, { listId: 2001 }));

    assert.match(refusal.message, /Expected 'xsd:int', got 'xsd:long'/);
  });

  it('I40 sees the technical workflows and what they logged', async () => {
    const technical = await query(one, select('xtk:workflow', ['@internalName', '@production'], {
      where: "[folder/@name] = 'nmsTechnicalWorkflow' AND @production = 1",
    }));
    assert.deepEqual(technical.workflow.map((each) => each.internalName).sort(), ['exportSharedAudience', TECHNICAL]);

    await one.NLWS.xtkWorkflow.wakeup(TECHNICAL);
    await sandbox.advance('PT5M');

    const { id, state: running } = await state(TECHNICAL);
    assert.equal(running, '11');
    const { workflowLog } = await query(one, select('xtk:workflowLog', ['@activity', '@logDate', '@logType', '@message'], {
      where: `[@workflow-id] = ${id}`,
    }));
    assert.ok(workflowLog.length > 0);
    assert.ok(workflowLog.every((row) => ['0', '1', '2'].includes(row.logType)));
  });

  it('I41 stops, and starts again by the internal name or by the number', async () => {
    const { id } = await state(TECHNICAL);
    await one.NLWS.xtkWorkflow.stop(TECHNICAL);
    await sandbox.advance('PT1M');
    assert.equal((await state(TECHNICAL)).state, '20');

    await one.NLWS.xtkWorkflow.start(id);
    await sandbox.advance('PT1M');

    assert.equal((await state(TECHNICAL)).state, '11');
  });

  it('I42 reads an external account, and decrypts its secret with the instance’s key', async () => {
    const account = (await query(one, select('nms:extAccount', ['@name', '@server', '@awsKey', '@awsSecret'], {
      where: `@name = '${TECHNICAL}'`,
    }))).extAccount[0];
    const cipher = await one._getSecretKeyCipher();

    assert.match(account.awsSecret, /^@/);
    assert.equal(cipher.decryptPassword(account.awsSecret), sandbox.s3SecretKey);
    assert.equal(account.awsKey, sandbox.s3AccessKey);
  });

  it('I43 has a secret encrypted by the server, and decrypts it', async () => {
    const secret = 'p@ss/word <&> ü';
    const cipher = await one._getSecretKeyCipher();

    const encrypted = await one.NLWS.xtkSession.encryptPassword(secret);

    assert.equal(cipher.decryptPassword(encrypted), secret);
  });
});
