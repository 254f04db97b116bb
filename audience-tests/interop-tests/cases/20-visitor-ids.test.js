// SPDX-License-Identifier: Apache-2.0
// Adobe's Node library for visitor ids and the experience-cloud adapter, each reading what the other wrote. Needs no sandbox.
'use strict';
const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const { describe, it } = require('node:test');
const Visitor = require('@adobe-mcid/visitor-js-server');
const generateId = require('@adobe-mcid/visitor-js-shared/lib/ids/generateRandomID.js');

const ADAPTER = path.join(__dirname, '..', '..', '..', 'audience-adapters', 'experience-cloud');
// VisitorLibraryTest holds the adapter to these texts.
const OURS = JSON.parse(fs.readFileSync(path.join(ADAPTER, 'src', 'test', 'resources', 'visitor-vectors.json'), 'utf8'));
const MANY = 500;

function visitor(cookie) {
  return new Visitor(OURS.organisation, cookie);
}

/** What the library makes of a link at a time. */
function supplementalData(context, link, seconds) {
  context.mock.timers.enable({ apis: ['Date'], now: seconds * 1000 });
  const one = visitor();
  one.attemptToPopulateSdidFromUrl(link);
  return one.getState()[OURS.organisation].sdid?.supplementalDataIDCurrent;
}

describe('Adobe’s library for visitor ids', () => {
  it('I121 names the cookie as we do', () => {
    assert.equal(encodeURIComponent(visitor().getCookieName()), OURS.cookieName);
  });

  for (const [i, { what, value, values }] of OURS.cookies.entries()) {
    it(`I122${'abcd'[i]} reads our cookie: ${what}`, () => {
      assert.deepEqual(visitor(value).getVisitorValues(), values);
    });
  }

  it('I123 reads our adobe_mc_sdid', (context) => {
    const link = `https://shop.example.com/?a=b&${OURS.supplementalData.parameter}#top`;

    assert.equal(supplementalData(context, link, OURS.written + 29), OURS.supplementalData.id);
  });

  it('I124 refuses our adobe_mc_sdid after thirty seconds, as we do', (context) => {
    const link = `https://shop.example.com/?${OURS.supplementalData.parameter}`;

    assert.equal(supplementalData(context, link, OURS.written + 30), undefined);
  });

  it('I125 numbers authentication states as we do', () => {
    assert.deepEqual({ ...Visitor.AuthState }, OURS.states);
  });

  it('I126 writes ids, which VisitorLibraryTest reads', () => {
    const one = new Visitor(OURS.organisation.replace('@AdobeOrg', ''));
    one.setCustomerIDs({ crm: { id: '67312378756723456', authState: Visitor.AuthState.AUTHENTICATED } });
    const organisation = Object.keys(one.getState())[0];
    const theirs = {
      organisation,
      cookieName: one.getCookieName(),
      visitorIds: Array.from({ length: MANY }, () => generateId()),
      supplementalIds: Array.from({ length: MANY }, (_, i) => visitor().getSupplementalDataID(`box-${i}`)),
      customerIds: one.getState()[organisation].customerIDs,
    };
    fs.mkdirSync(path.join(ADAPTER, 'target'), { recursive: true });

    fs.writeFileSync(path.join(ADAPTER, 'target', 'visitor-library.json'), JSON.stringify(theirs));

    assert.equal(organisation, OURS.organisation);
    assert.ok(theirs.visitorIds.every((id) => /^\d{38}$/.test(id)));
  });
});
