// SPDX-License-Identifier: Apache-2.0
'use strict';
const assert = require('node:assert/strict');
const { before, it } = require('node:test');
const {
  Buckets, Rest, VISITORS, VISITOR_DESTINATION, fate, group, gzipSync, members, rows, sandbox, visitors,
} = require('../audience-manager.js');

group('Amazon’s client of the buckets', () => {
  const ids = visitors(3);
  const buckets = new Buckets();
  let trait;
  let segment;

  before(async () => {
    const rest = await Rest.signedIn();
    trait = await rest.trait(VISITORS);
    segment = await rest.segment(VISITORS, `${trait}T`);
    await rest.map(VISITOR_DESTINATION, segment);
    await sandbox.advance('PT4H');
  });

  it('I79 uploads a zipped file whose people are members after the next run', async () => {
    const key = await buckets.upload(`ftp_dpm_${VISITORS}_1769817600.sync.gz`, gzipSync(rows(ids, trait)));

    await sandbox.advance('PT12H');

    const { status, counters } = await fate(key);
    assert.deepEqual([status, counters.receivedRecords, counters.storedRecords], ['PROCESSED', 3, 3]);
    assert.deepEqual(await members(segment, VISITORS), ids);
  });

  it('I80 finds the day’s outbound file and reads its rows', async () => {
    await sandbox.advance('PT24H');

    const keys = (await buckets.outbound(VISITOR_DESTINATION)).filter((key) => key.includes('_full_') || key.includes('_iter_'));
    const read = (await Promise.all(keys.filter((key) => !key.endsWith('.info')).map((key) => buckets.rows(key)))).flat();

    assert.ok(keys.length > 0);
    for (const id of ids) assert.ok(read.some((row) => row.startsWith(`${id} ${segment}`)), `no row of ${id}`);
  });

  it('I81 must give the bucket’s owner the right to read when the account is its own', async () => {
    await sandbox.audienceManagerIs({ files: { crossAccount: true } });
    const given = await buckets.upload(`ftp_dpm_${VISITORS}_1769817601.sync`, rows(ids, trait));
    const kept = await buckets.upload(`ftp_dpm_${VISITORS}_1769817602.sync`, rows(ids, trait), { ACL: undefined });

    await sandbox.advance('PT12H');

    assert.equal((await fate(given)).status, 'PROCESSED');
    assert.notEqual((await fate(kept))?.status, 'PROCESSED');
  });
});
