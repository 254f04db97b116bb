// SPDX-License-Identifier: Apache-2.0
'use strict';
const assert = require('node:assert/strict');
const { before, it } = require('node:test');
const { failure, group, methods, query, sandbox, sdk, select, signedIn } = require('../campaign.js');

const ALL = 2001;

group('querying', () => {
  let one;

  before(async () => {
    await sandbox.seed({
      recipients: [
        { id: '901', email: "o'x\\y<z", declaredId: 'CRM-901' },
        { id: '902', email: "x' OR 1=1 --" },
        { id: '903', email: 'XSV-350008@example.com' },
        { id: '-5', email: 'old@example.com' },
      ],
      lists: [{ label: 'Three', members: ['1', '2', '3'] }],
    });
    one = await signedIn();
  });

  const ids = (answer) => answer.recipient.map((each) => each.id);

  it('I5 reads three pages of two in the order of the key', async () => {
    const rows = [];
    const calls = await sandbox.callsDuring(async () => {
      for (const startLine of [0, 2, 4]) {
        rows.push(...ids(await query(one, select('nms:recipient', ['@id', '@email'], { where: '@id > 0', startLine, lineCount: 2 }))));
      }
    });

    assert.deepEqual(rows, ['1', '2', '3', '4', '5', '6']);
    const pages = calls.filter((each) => each.method === 'ExecuteQuery').map((each) => /startLine="(\d+)" lineCount="(\d+)"/.exec(each.body));
    assert.deepEqual(pages.map((each) => each.slice(1)), [['0', '2'], ['2', '2'], ['4', '2']]);
  });

  it('I5b reads by key from the first, negative one on, until a page is short', async () => {
    const seen = [];
    let last;
    for (let page; !page || page.length === 10; ) {
      page = ids(await query(one, select('nms:recipient', ['@id'], { where: last ? `@id > ${last}` : [], lineCount: 10 })));
      seen.push(...page);
      last = page.at(-1);
    }

    assert.equal(seen.length, 29);
    assert.deepEqual([seen[0], seen.at(-1)], ['-5', '903']);
  });

  it('I6 answers an empty select with an empty array', async () => {
    assert.deepEqual(await query(one, select('nms:recipient', ['@id'], { where: '@id = 12345' })), { recipient: [] });
  });

  it('I7 finds members by EXISTS, and by a sub-query', async () => {
    const list = (await query(one, select('nms:group', ['@id'], { where: "@label = 'Three'" }))).group[0].id;
    const exists = { setOperator: 'EXISTS', expr: 'rcpGrpRel', condition: [{ expr: `[@group-id] = ${list}` }] };
    const among = {
      setOperator: 'IN',
      expr: '@id',
      subQuery: {
        schema: 'nms:rcpGrpRel',
        select: { node: [{ expr: '[@recipient-id]' }] },
        where: { condition: [{ expr: `[@group-id] = ${list}` }] },
      },
    };

    assert.deepEqual(ids(await query(one, select('nms:recipient', ['@id'], { where: exists }))), ['1', '2', '3']);
    assert.deepEqual(ids(await query(one, select('nms:recipient', ['@id'], { where: among }))), ['1', '2', '3']);
  });

  it('I7b reads the members of a list page by page, with what stands behind their links', async () => {
    const page = select('nms:rcpGrpRel', ['[@group-id]', '[@recipient-id]', '[recipient/@email]'], {
      where: [`[@group-id] = ${ALL}`, { boolOperator: 'AND', expr: '[@recipient-id] > 20' }],
      key: '[@recipient-id]',
      lineCount: 2,
    });

    assert.deepEqual(await query(one, page), {
      rcpGrpRel: [
        { 'group-id': `${ALL}`, 'recipient-id': '21', recipient: { email: 'person21@example.com' } },
        { 'group-id': `${ALL}`, 'recipient-id': '22', recipient: { email: 'person22@example.com' } },
      ],
    });
  });

  it('I8 counts, gets, and tells what is not there', async () => {
    const of = (operation, where) => select('nms:recipient', ['@id'], { operation, where });

    assert.deepEqual(await query(one, of('count', '@id > 0 AND @id < 4')), { count: '3' });
    assert.deepEqual(await query(one, of('get', '@id = 3')), { id: '3' });
    assert.deepEqual(await query(one, of('getIfExists', '@id = 3')), { id: '3' });
    assert.equal(await query(one, of('getIfExists', '@id = 12345')), null);
    const missing = await failure(() => query(one, of('get', '@id = 12345')));
    assert.equal(missing.errorCode, 'SOP-330011');
    assert.match(missing.detail, /WDB-200011/);
  });

  it('I9 finds by a literal with quote, backslash and less-than that row only', async () => {
    let answer;
    const where = sdk.escapeXtk`@email=${"o'x\\y<z"}`;

    const calls = await sandbox.callsDuring(async () => { answer = await query(one, select('nms:recipient', ['@id'], { where })); });

    assert.match(calls.at(-1).body, /expr="@email='o\\'x\\\\y&lt;z'"/);
    assert.deepEqual(ids(answer), ['901']);
  });

  it('I9b does not let a literal become a condition', async () => {
    const where = sdk.escapeXtk`@email = ${"x' OR 1=1 --"}`;

    assert.deepEqual(ids(await query(one, select('nms:recipient', ['@id'], { where }))), ['902']);
    const raw = await failure(() => query(one, select('nms:recipient', ['@id'], { where: "@email = 'x' OR 1=1 --'" })));
    assert.equal(raw.errorCode, 'SOP-330011');
    assert.match(raw.detail, /XTK-170036/);
  });

  it('I21 takes a row that holds the code of an expired session for a row', async () => {
    const calls = await sandbox.callsDuring(async () => {
      const answer = await query(one, select('nms:recipient', ['@id', '@email'], { where: '@id = 903' }));
      assert.deepEqual(answer, { recipient: [{ id: '903', email: 'XSV-350008@example.com' }] });
    });

    assert.deepEqual(methods(calls), ['ExecuteQuery']);
  });

  it('I34 is told which column does not exist, and which schema', async () => {
    const column = await failure(() => query(one, select('nms:recipient', ['@shoeSize'])));
    const schema = await failure(() => query(one, select('nms:shoe', ['@id'])));

    assert.match(column.detail, /XTK-170006.*@shoeSize.*nms:recipient/);
    assert.match(schema.detail, /nms:shoe/);
  });

  it('I35 gives columns other names, and the words of an enumeration', async () => {
    const answer = await query(one, {
      schema: 'nms:group',
      operation: 'select',
      select: { node: [{ expr: '@id', alias: '@number' }, { expr: '@type', analyze: true }, { expr: '[folder/@name]' }] },
      where: { condition: [{ expr: `@id = ${ALL}` }] },
    });

    assert.equal(answer.group[0].number, `${ALL}`);
    assert.deepEqual([answer.group[0].type, answer.group[0].typeName], ['0', 'relation']);
    assert.equal(answer.group[0].folder.name, 'nmsGroup');
  });
});
