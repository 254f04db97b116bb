// SPDX-License-Identifier: Apache-2.0
// Adobe's own JavaScript client for Campaign against the sandbox: what it can do there, our adapter may rely on.
'use strict';
const assert = require('node:assert/strict');
const { after, before, describe, it } = require('node:test');
const sdk = require('@adobe/acc-js-sdk');
const { startSandbox } = require('./sandbox.js');

const RECIPIENTS = 25;
const PAGE = 10;

describe("Adobe's client for Campaign", () => {
  let sandbox;
  let client;

  before(async () => {
    sandbox = await startSandbox(RECIPIENTS);
    const parameters = sdk.ConnectionParameters.ofUserAndPassword(
      sandbox.campaign, sandbox.operator, sandbox.password, { noStorage: true });
    client = await sdk.init(parameters);
    await client.logon();
  });

  after(async () => {
    if (client && client.isLogged()) await client.logoff();
    if (sandbox) sandbox.stop();
  });

  it('is refused with a wrong password', async () => {
    const wrong = await sdk.init(sdk.ConnectionParameters.ofUserAndPassword(
      sandbox.campaign, sandbox.operator, 'wrong', { noStorage: true }));

    await assert.rejects(wrong.logon(), { statusCode: 403, detail: /^XSV-350012/ });
  });

  it('selects all recipients over three pages', async () => {
    const ids = [];
    let pages = 0;
    for (let startLine = 0; startLine < RECIPIENTS; startLine += PAGE) {
      ids.push(...(await recipients({ startLine, lineCount: PAGE })));
      pages++;
    }

    assert.equal(pages, 3);
    assert.equal(new Set(ids).size, RECIPIENTS);
  });

  it('inserts a list with members and reads it back', async () => {
    const group = client.NLWS.nmsGroup.create({ label: 'From JavaScript' });
    await group.newInstance();
    await group.save();
    const id = (await one('nms:group', ['@id', '@label'], "@label='From JavaScript'")).id;
    const members = (await recipients({ startLine: 0, lineCount: 3 })).map((recipient) => (
      { _operation: 'insert', 'group-id': id, 'recipient-id': recipient }));

    await client.NLWS.xtkSession.writeCollection({ xtkschema: 'nms:rcpGrpRel', rcpGrpRel: members });

    const state = await (await fetch(`${sandbox.control}/state`)).json();
    const list = state.lists.find((candidate) => String(candidate.id) === String(id));
    assert.equal(list.label, 'From JavaScript');
    assert.equal(list.members.length, 3);
  });

  it('logs off, and its session is over', async () => {
    await client.logoff();

    assert.equal(client.isLogged(), false);
  });

  async function recipients({ startLine, lineCount }) {
    const rows = await select('nms:recipient', ['@id', '@email'], undefined, { startLine, lineCount });
    return rows.map((row) => String(row.id));
  }

  async function one(schema, nodes, condition) {
    const rows = await select(schema, nodes, condition, { lineCount: 2 });
    assert.equal(rows.length, 1);
    return rows[0];
  }

  async function select(schema, nodes, condition, page) {
    const definition = {
      schema, operation: 'select', ...page,
      select: { node: nodes.map((expr) => ({ expr })) },
      orderBy: { node: [{ expr: '@id' }] },
    };
    if (condition) definition.where = { condition: [{ expr: condition }] };
    const answer = await client.NLWS.xtkQueryDef.create(definition).executeQuery();
    return answer[schema.split(':')[1]] ?? [];
  }
});
