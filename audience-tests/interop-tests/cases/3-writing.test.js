// SPDX-License-Identifier: Apache-2.0
'use strict';
const assert = require('node:assert/strict');
const { before, it } = require('node:test');
const { failure, group, methods, query, sandbox, select, signedIn } = require('../campaign.js');

group('writing', () => {
  let one;

  before(async () => { one = await signedIn(); });

  const listed = async (label) => (await sandbox.state()).lists.find((list) => list.label === label);
  const recipients = async (where) => (await query(one, select('nms:recipient', ['@id', '@email', '@firstName'], { where }))).recipient;

  it('I12 writes one entity, and stores every character of it', async () => {
    const label = 'L & "1" <2>\n3\t4 😀 ]]>';

    const result = await one.NLWS.xtkSession.write({
      xtkschema: 'nms:group', _operation: 'insert', name: 'LST1', label, folder: { _operation: 'none', name: 'nmsGroup' },
    });

    assert.equal(result, null);
    assert.equal((await listed(label)).name, 'LST1');
    assert.equal((await query(one, select('nms:group', ['@label'], { where: "@name = 'LST1'" }))).group[0].label, label);
  });

  it('I13 writes a collection, and the same again without a second copy', async () => {
    const both = {
      xtkschema: 'nms:recipient',
      recipient: [
        { _operation: 'insertOrUpdate', _key: '@email', email: 'a@b.c', firstName: 'A' },
        { _key: '@email', email: 'b@b.c', firstName: 'B' },
      ],
    };

    for (const again of [false, true]) {
      assert.equal(await one.NLWS.xtkSession.writeCollection(both), null, `again: ${again}`);
    }

    const rows = await recipients("@email LIKE '%@b.c'");
    assert.deepEqual(rows.map((row) => [row.email, row.firstName]), [['a@b.c', 'A'], ['b@b.c', 'B']]);
  });

  it('I14 makes a new list, knows its id before it is saved, and saves it', async () => {
    const list = one.NLWS.nmsGroup.create({ label: 'From JavaScript' });

    const calls = await sandbox.callsDuring(async () => {
      await list.newInstance();
      await list.save();
    });

    const made = list.inspect();
    assert.match(made.name, /^LST\d+$/);
    assert.deepEqual(calls.map((each) => each.action), [
      'xtk:persist#GetEntityIfMoreRecent', 'xtk:persist|nms:group#NewInstance', 'xtk:persist|xtk:session#Write',
    ]);
    assert.match(calls.at(-1).body, new RegExp(`<group[^>]* id="${made.id}"[^>]*>`));
    assert.equal((await listed('From JavaScript')).id, made.id);
  });

  it('I14b asks for both schemas first when its caches are cold', async () => {
    const cold = await signedIn();

    const calls = await sandbox.callsDuring(() => cold.NLWS.nmsGroup.create({ label: 'Not saved' }).newInstance());

    const asked = calls.filter((each) => each.method === 'GetEntityIfMoreRecent').map((each) => /xtk:schema\|([a-zA-Z:]+)</.exec(each.body)[1]);
    assert.deepEqual(asked, ['nms:group', 'xtk:session']);
    assert.equal(await listed('Not saved'), undefined);
  });

  it('I15 deletes what a condition finds, and nothing else', async () => {
    const list = one.NLWS.nmsGroup.create({ label: 'Shrinking' });
    await list.newInstance();
    await list.save();
    const { id } = list.inspect();
    await one.NLWS.xtkSession.writeCollection({
      xtkschema: 'nms:rcpGrpRel',
      rcpGrpRel: ['1', '2', '3', '4'].map((recipient) => ({ _operation: 'insert', 'group-id': id, 'recipient-id': recipient })),
    });
    assert.deepEqual((await listed('Shrinking')).members, ['1', '2', '3', '4']);

    const where = { condition: [{ expr: `[@group-id] = ${id} AND [@recipient-id] > 2` }] };
    const calls = await sandbox.callsDuring(() => one.NLWS.xtkSession.deleteCollection('nms:rcpGrpRel', where, false));

    assert.match(calls.at(-1).body, /<ignoreDeleteStatus xsi:type="xsd:boolean">false</);
    assert.deepEqual((await listed('Shrinking')).members, ['1', '2']);
    assert.equal((await listed('All recipients')).members.length, 25);
  });

  it('I36 updates and deletes by key, and is told what is not there', async () => {
    await one.NLWS.xtkSession.write({ xtkschema: 'nms:recipient', _operation: 'insert', email: 'gone@b.c', firstName: 'Before' });
    await one.NLWS.xtkSession.write({ xtkschema: 'nms:recipient', _operation: 'update', _key: '@email', email: 'gone@b.c', firstName: 'After' });
    assert.deepEqual((await recipients("@email = 'gone@b.c'")).map((row) => row.firstName), ['After']);

    await one.NLWS.xtkSession.write({ xtkschema: 'nms:recipient', _operation: 'delete', _key: '@email', email: 'gone@b.c' });

    assert.deepEqual(await recipients("@email = 'gone@b.c'"), []);
    for (const _operation of ['update', 'delete']) {
      const missing = await failure(() => one.NLWS.xtkSession.write({ xtkschema: 'nms:recipient', _operation, _key: '@email', email: 'gone@b.c' }));
      assert.match(missing.detail, /WDB-200011/);
    }
  });

  it('I37 is told that a member is one already, and which index says so', async () => {
    const row = { xtkschema: 'nms:rcpGrpRel', _operation: 'insert', 'group-id': '2001', 'recipient-id': '1' };

    const double = await failure(() => one.NLWS.xtkSession.write(row));

    assert.equal(double.errorCode, 'SOP-330011');
    assert.match(double.detail, /PGS-220000.*unique/);
    assert.equal((await listed('All recipients')).members.length, 25);
  });

  it('I38 is told that an element of a document is unknown', async () => {
    // Adobe's own sample for adding a recipient to a list; real servers refuse it too.
    const sample = { xtkschema: 'nms:rcpGrpRel', _key: '[rcpGroup/@name]', rcpGroup: { name: 'LST1' } };

    const refusal = await failure(() => one.NLWS.xtkSession.write(sample));

    assert.equal(refusal.errorCode, 'SOP-330011');
    assert.match(refusal.detail, /rcpGroup/);
  });

  it('I39 takes ids for new entities by the hundred', async () => {
    const ids = (await one.NLWS.xtkSession.getNewIdsEx(100, 'XtkNewId')).split(',').filter(Boolean);

    assert.equal(new Set(ids).size, 100);
    assert.deepEqual(methods(await sandbox.callsDuring(() => one.NLWS.xtkSession.testCnx())), ['TestCnx']);
  });
});
