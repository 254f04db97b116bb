// SPDX-License-Identifier: Apache-2.0
// Adobe's own client reads all recipients, page by page behind the last id, on the commands that standard input gives. Arguments: address, operator,
// password, rows a page.
'use strict';
const crypto = require('node:crypto');
const readline = require('node:readline');
const sdk = require('@adobe/acc-js-sdk');

const [address, operator, password, page] = process.argv.slice(2);
const COLUMNS = ['@id', '@email', '@declaredId', '@blackList', '@blackListEmail', '[@folder-id]'];

async function main() {
  const client = await sdk.init(sdk.ConnectionParameters.ofUserAndPassword(
    address, operator, password, { noStorage: true, timeout: 600000 }));
  await client.logon();
  for await (const command of readline.createInterface({ input: process.stdin })) {
    const tally = command === 'verify' ? digest() : sum();
    const begun = process.hrtime.bigint();
    const rows = await readAll(client, tally);
    const nanos = process.hrtime.bigint() - begun;
    console.log(`${rows} ${tally.check()} ${nanos} ${process.resourceUsage().maxRSS * 1024}`);
  }
}

async function readAll(client, tally) {
  let rows = 0;
  for (let last; ;) {
    const definition = {
      schema: 'nms:recipient', operation: 'select', lineCount: Number(page),
      select: { node: COLUMNS.map((expr) => ({ expr })) },
      orderBy: { node: [{ expr: '@id' }] },
    };
    if (last !== undefined) definition.where = { condition: [{ expr: `@id > ${last}` }] };
    const found = (await client.NLWS.xtkQueryDef.create(definition).executeQuery()).recipient ?? [];
    if (found.length === 0) return rows;
    for (const row of found) tally.add(row.id, row.email);
    rows += found.length;
    last = found[found.length - 1].id;
  }
}

function digest() {
  const hash = crypto.createHash('sha256');
  return { add: (id, email) => hash.update(`${id}\t${email}\n`), check: () => hash.digest('hex') };
}

function sum() {
  let ids = 0;
  let lengths = 0;
  return { add: (id, email) => { ids += Number(id); lengths += email.length; }, check: () => `${ids}:${lengths}` };
}

main().catch((failure) => {
  console.error(failure);
  process.exit(1);
});
