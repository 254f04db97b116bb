// SPDX-License-Identifier: Apache-2.0
'use strict';
const assert = require('node:assert/strict');
const { before, it } = require('node:test');
const { DECLARED, Rest, customerDataClient, failure, group, sandbox, visitors } = require('../audience-manager.js');

group('Adobe’s client of the Customer Data API', () => {
  const [device] = visitors(1);
  let rest;
  let client;
  let onboarded;
  let ruled;

  before(async () => {
    rest = await Rest.signedIn();
    onboarded = await rest.trait(DECLARED);
    ruled = await rest.trait(DECLARED, 'c_x == 1');
    await sandbox.advance('PT4H');
    client = await customerDataClient(rest.token);
  });

  async function traits(dataSource, id) {
    const { profile } = (await client.getProfile(String(dataSource), id)).body;
    return (profile.data.traits ?? []).map((trait) => trait.id);
  }

  it('I71 changes several profiles by a stream, by signals and by traits', async () => {
    const { body } = await client.updateStream('stream.1', {
      tracing_id: 'mine',
      ops: [
        { identities: [{ dataSourceId: DECLARED, value: 'CRM1' }], traitEvaluation: { data: [{ key: 'c_x', value: 1 }] } },
        { identities: [{ dataSourceId: 0, value: device }], traitInput: { traitIds: [onboarded] } },
      ],
    });

    assert.deepEqual([body.status, body.tracingId, body.errors], ['SUCCESS', 'mine', []]);
    assert.deepEqual(await traits(DECLARED, 'CRM1'), [ruled]);
    assert.deepEqual(await traits(0, device), [onboarded]);
  });

  it('I72 takes traits away and replaces those of one data source', async () => {
    const one = { identities: [{ integrationCode: 'AdobeCampaignID', value: 'CRM2' }] };
    await client.updateStream('stream.1', { ops: [{ ...one, traitInput: { traitIds: [onboarded, ruled] } }] });

    await client.updateStream('stream.1', {
      ops: [{ ...one, traitInput: { traitIds: [ruled] }, targetDataSource: [DECLARED], operationType: 'OVERWRITE' }],
    });
    const replaced = await traits(DECLARED, 'CRM2');
    await client.updateStream('stream.1', { ops: [{ ...one, traitInput: { traitIds: [ruled] }, operationType: 'DELETE' }] });

    assert.deepEqual(replaced, [ruled]);
    assert.deepEqual(await traits(DECLARED, 'CRM2'), []);
  });

  it('I73 is told which operation is malformed, and why', async () => {
    const error = await failure(() => client.updateStream('stream.1', {
      ops: [
        { identities: [{ dataSourceId: DECLARED, value: 'CRM3' }], traitInput: { traitIds: [onboarded] } },
        { identities: [{ dataSourceId: 99, value: 'x' }], traitInput: { traitIds: [onboarded] } },
      ],
    }));

    assert.equal(error.code, 'ERROR_UPDATE_STREAM');
    assert.match(error.message, /400.*BAD_REQUEST.*"operationIndex":2.*"errorCode":302/s);
  });

  it('I74 changes a profile by a query, with the separator encoded twice', async () => {
    const { body } = await client.updateProfile('stream.1', {
      streamId: 'stream.1', d_orgid: sandbox.orgId, d_sid: [onboarded, ruled], d_cid: `${DECLARED}%01CRM4`,
    });

    assert.equal(body.status, 'SUCCESS');
    assert.deepEqual(await traits(DECLARED, 'CRM4'), [onboarded, ruled].sort());
  });

  it('I75 changes a profile by a form that it announces as JSON, to the stream “,”', async () => {
    const other = visitors(2)[1];

    const { body } = await client.updateProfile('stream.1', {}, { d_orgid: sandbox.orgId, d_sid: [onboarded, ruled], d_uuid: other });

    assert.equal(body.status, 'SUCCESS');
    assert.deepEqual(await traits(0, other), [onboarded, ruled].sort());
  });

  it('I76 cannot be used as its own description says', async () => {
    const error = await failure(() => client.updateProfile('stream.1', { dSid: [onboarded], dUuid: device }));

    assert.match(error.message, /Required parameter/);
  });

  it('I77 sees a profile with its links, and none of somebody unknown', async () => {
    const { body } = await client.getProfile('0', device);
    const error = await failure(() => client.getProfile(String(DECLARED), 'nobody'));

    assert.equal(body.profile.namespace['integration code'], 'CORE');
    assert.match(body.profile.data.traits[0]['last realization'], /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
    assert.equal(error.code, 'ERROR_GET_PROFILE');
    assert.match(error.message, /404/);
  });

  it('I78 is refused when its token has ended', async () => {
    await sandbox.advance('P2D');

    const error = await failure(() => client.getProfile('0', device));

    assert.match(error.message, /401/);
  });
});
