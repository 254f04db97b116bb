// SPDX-License-Identifier: Apache-2.0
'use strict';
const assert = require('node:assert/strict');
const { after, before, it } = require('node:test');
const { Buckets, Rest, VISITORS, fate, group, gzipSync, members, rows, sandbox, visitors } = require('../audience-manager.js');
const { GnuPg } = require('../gnupg.js');

const AES = ['--cipher-algo', 'AES256'];

group('GnuPG', () => {
  const buckets = new Buckets();
  let gpg;
  let recipient;
  let trait;
  let segment;
  let stamp = 1769817600;

  before(async () => {
    const rest = await Rest.signedIn();
    trait = await rest.trait(VISITORS);
    segment = await rest.segment(VISITORS, `${trait}T`);
    gpg = new GnuPg();
    recipient = gpg.import((await sandbox.settings()).audienceManager.openPgpPublicKey);
    await sandbox.advance('PT4H');
  });

  after(() => gpg?.close());

  /** Uploads a file under a fresh stamp, waits for the next run, and answers what became of it. */
  async function processed(content, tail) {
    stamp += 1;
    const key = await buckets.upload(`ftp_dpm_${VISITORS}_${stamp}.sync${tail}`, content);
    await sandbox.advance('PT12H');
    return fate(key);
  }

  for (const [letter, algorithm, tail] of [['', 'AES', '.gpg'], ['b', 'AES192', '.pgp'], ['c', 'AES256', '.gpg']]) {
    it(`I82${letter} encrypts with ${algorithm} to the published key, and the file is taken in`, async () => {
      const id = visitors(9)[letter.length ? letter.charCodeAt(0) - 96 : 0];

      const file = await processed(gpg.encrypt(rows([id], trait), recipient, '--cipher-algo', algorithm), tail);

      assert.deepEqual([file.status, file.counters.storedRecords], ['PROCESSED', 1]);
      assert.ok((await members(segment, VISITORS)).includes(id));
    });
  }

  it('I83 may write armor', async () => {
    const [id] = visitors(6).slice(-1);

    const file = await processed(gpg.encrypt(rows([id], trait), recipient, ...AES, '--armor'), '.gpg');

    assert.equal(file.status, 'PROCESSED');
    assert.ok((await members(segment, VISITORS)).includes(id));
  });

  const late = () => rows(visitors(9).slice(-1), trait);
  const wrong = [
    ['I84', 'another algorithm than AES', () => gpg.encrypt(late(), recipient, '--cipher-algo', '3DES'), '.gpg', /AES/],
    ['I85', 'somebody else’s key', () => gpg.encrypt(late(), gpg.stranger(), ...AES), '.gpg', /key/],
    ['I86', 'a file that was zipped first', () => gpg.encrypt(gzipSync(late()), recipient, ...AES), '.gpg', /gzip/],
    ['I87', 'a name with .gz and .gpg', () => gpg.encrypt(late(), recipient, ...AES), '.gz.gpg', /file name/],
    ['I88', 'a file that is not encrypted at all', () => Buffer.from(late()), '.gpg', /OpenPGP/],
    ['I89', 'a file that was cut', () => gpg.encrypt(late(), recipient, ...AES).subarray(0, -7), '.gpg', /./],
    ['I90', 'a file of which a bit was changed', () => flipped(gpg.encrypt(late().repeat(100), recipient, ...AES, '-z', '0')), '.gpg', /./],
  ];
  for (const [number, what, made, tail, reason] of wrong) {
    it(`${number} is refused ${what}, and nobody gets in`, async () => {
      const file = await processed(made(), tail);

      assert.equal(file.status, 'REJECTED');
      assert.match(file.reason, reason);
      assert.ok(!(await members(segment, VISITORS)).includes(visitors(9).at(-1)));
    });
  }
});

/** The same bytes but for one bit near the end, inside the encrypted part. */
function flipped(bytes) {
  const changed = Buffer.from(bytes);
  changed[changed.length - 40] ^= 1;
  return changed;
}
