// SPDX-License-Identifier: Apache-2.0
'use strict';
const assert = require('node:assert/strict');
const { setTimeout: pause } = require('node:timers/promises');
const { beforeEach, it } = require('node:test');
const { group, methods, query, sandbox, signedIn } = require('../campaign.js');

const COUNT = { schema: 'nms:recipient', operation: 'count' };
const PERIOD = 60;

/** Waits until the server was asked so many times what changed, since the last reset. */
async function asked(times) {
  while ((await sandbox.callsSoFar()).filter((each) => each.method === 'GetModifiedEntities').length < times) await pause(PERIOD / 3);
}

group('options, schemas and caches', () => {
  beforeEach(() => sandbox.reset());

  it('I4 reads an option once, and tells one that does not exist', async () => {
    const one = await signedIn();
    const values = [];

    const calls = await sandbox.callsDuring(async () => {
      values.push(await one.getOption('XtkInstancePrefix'));
      values.push(await one.getOption('XtkInstancePrefix'));
      values.push(await one.getOption('NoSuchOption'));
    });

    assert.equal(typeof values[0], 'string');
    assert.ok(values[0].length > 0);
    assert.deepEqual(values.slice(1), [values[0], null]);
    assert.deepEqual(methods(calls), ['GetEntityIfMoreRecent', 'GetOption', 'GetOption']);
  });

  it('I4b writes an option and reads it again, with its type', async () => {
    const one = await signedIn();
    await one.setOption('sbxText', 'some <text>');
    await one.NLWS.xtkSession.write({
      xtkschema: 'xtk:option', _operation: 'insertOrUpdate', _key: '@name', name: 'sbxNumber', dataType: 3, longValue: 42,
    });

    const other = await signedIn();

    assert.equal(await other.getOption('sbxText'), 'some <text>');
    assert.equal(await other.getOption('sbxNumber'), 42);
    assert.equal(await other.getOption('AAM_DataSourceId'), await one.getOption('AAM_DataSourceId'));
    assert.notEqual(await other.getOption('AAM_DataSourceId'), null);
  });

  it('I11 asks for a schema once, and three times when three cold calls need it at once', async () => {
    const one = await signedIn();
    const again = await signedIn();

    const inTurn = await sandbox.callsDuring(async () => { for (const _ of [1, 2, 3]) await query(one, COUNT); });
    const atOnce = await sandbox.callsDuring(() => Promise.all([1, 2, 3].map(() => query(again, COUNT))));

    assert.deepEqual(methods(inTurn), ['GetEntityIfMoreRecent', 'ExecuteQuery', 'ExecuteQuery', 'ExecuteQuery']);
    assert.equal(methods(inTurn).length, 4);
    assert.equal(methods(atOnce).filter((name) => name === 'GetEntityIfMoreRecent').length, 3);
    assert.equal(inTurn[0].header('ACC-SDK-Call-Internal'), '1');
  });

  it('I11b makes objects of the schemas: columns, keys, links and enumerations', async () => {
    const one = await signedIn();

    const list = await one.application.getSchema('nms:group');
    const recipient = await one.application.getSchema('nms:recipient');

    assert.equal(list.root.children.get('@name').type, 'string');
    assert.deepEqual(list.root.keys.map((key) => key.name), ['name', 'id']);
    assert.equal(list.enumerations.type.values.segment.value, 1);
    assert.equal((await list.root.findNode('folder')).target, 'xtk:folder');
    assert.equal((await recipient.root.findNode('location/@city')).type, 'string');
    assert.equal((await (await recipient.root.findNode('folder/@name'))).parent.name, 'folder');
    assert.equal(await one.application.getSchema('nms:shoe'), null);
    assert.ok((await one.getSchema('xtk:workflow')).md5);
  });

  it('I29 is told by later servers what changed, and asks for that again', async () => {
    await sandbox.campaignIs({ release: '8.5.1', build: 9380 });
    const one = await signedIn();
    await query(one, COUNT);

    const ticks = await sandbox.callsDuring(async () => {
      one.startRefreshCaches(PERIOD);
      await asked(4);
      await sandbox.campaignIs({ schemaChanged: 'xtk:queryDef' });
      // A cache asks again only once it has read its last answer.
      await asked(9);
    });
    const next = await sandbox.callsDuring(() => query(one, COUNT));
    one.stopRefreshCaches();

    const questions = ticks.filter((each) => each.method === 'GetModifiedEntities').map((each) => /<cache(?: [^>]*)?>.*<\/cache>/.exec(each.body)[0]);
    const schemas = questions.filter((body) => body.includes('xtk:schema'));
    assert.equal(schemas[0], '<cache><xtk:schema xmlns:xtk="urn:xtk:schema"/></cache>');
    assert.match(schemas[1], /^<cache buildNumber="9380" lastModified="\d{4}-\d\d-\d\dT[^"]*Z"><xtk:schema /);
    assert.ok(questions.some((body) => body.includes('<xtk:option xmlns:xtk="urn:xtk:option"/>')));
    assert.deepEqual(methods(next).filter((name) => name !== 'GetModifiedEntities'), ['GetEntityIfMoreRecent', 'ExecuteQuery']);
  });

  it('I29b forgets everything when the server has another build', async () => {
    await sandbox.campaignIs({ release: '8.5.1', build: 9380 });
    const one = await signedIn();
    await query(one, COUNT);
    one.startRefreshCaches(PERIOD);
    await asked(4);

    await sandbox.campaignIs({ build: 9381 });
    await asked(9);
    const next = await sandbox.callsDuring(() => query(one, COUNT));
    one.stopRefreshCaches();

    assert.ok(methods(next).includes('GetEntityIfMoreRecent'));
  });

  it('I29c stops asking a server that cannot tell, after one call for each cache', async () => {
    const one = await signedIn();

    const calls = await sandbox.callsDuring(async () => {
      one.startRefreshCaches(PERIOD);
      await asked(2);
      await pause(PERIOD * 8);
    });
    one.stopRefreshCaches();

    assert.deepEqual(methods(calls), ['GetModifiedEntities', 'GetModifiedEntities']);
    assert.match(calls[0].answer, /SOP-330006/);
  });
});
