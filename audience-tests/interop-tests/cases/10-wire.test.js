// SPDX-License-Identifier: Apache-2.0
// How other clients write what Adobe's JavaScript client writes in its own way.
'use strict';
const assert = require('node:assert/strict');
const { before, it } = require('node:test');
const { group, sandbox, signedIn } = require('../campaign.js');

const COUNT = '<queryDef schema="nms:recipient" operation="count"/>';

group('other clients’ envelopes', () => {
  let session;
  let security;

  before(async () => {
    const one = await signedIn();
    session = one._sessionToken;
    security = one._securityToken;
  });

  async function post(headers, method, { query = '', header = '' } = {}) {
    const envelope = `<?xml version="1.0" encoding="utf-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"`
      + ` xmlns:urn="urn:xtk:queryDef"><soapenv:Header>${header}</soapenv:Header><soapenv:Body>${method}</soapenv:Body></soapenv:Envelope>`;
    const answer = await fetch(`${sandbox.campaign}/nl/jsp/soaprouter.jsp${query}`, { method: 'POST', headers, body: envelope });
    return answer.text();
  }

  const unqualified = () => `<urn:ExecuteQuery><sessiontoken>${session}</sessiontoken><document>${COUNT}</document></urn:ExecuteQuery>`;
  const TEXT_XML = 'text/xml; charset=utf-8';

  it('I61 quotes the SOAPAction, and sends text/xml', async () => {
    const answer = await post({ 'SOAPAction': '"xtk:queryDef#ExecuteQuery"', 'Content-Type': TEXT_XML, 'X-Security-Token': security }, unqualified());

    assert.match(answer, /<recipient count='25'\/>/);
  });

  it('I62 qualifies every child, as clients made from the WSDL do', async () => {
    const method = `<urn:ExecuteQuery><urn:sessiontoken>${session}</urn:sessiontoken><urn:entity>${COUNT}</urn:entity></urn:ExecuteQuery>`;

    const answer = await post({ SOAPAction: 'xtk:queryDef#ExecuteQuery', 'Content-Type': TEXT_XML, 'X-Security-Token': security }, method);

    assert.match(answer, /<recipient count='25'\/>/);
  });

  it('I63 calls the token __sessiontoken, as the rich client does, and puts the other into the SOAP header', async () => {
    const method = `<ExecuteQuery xmlns="urn:xtk:queryDef"><__sessiontoken>${session}</__sessiontoken>`
      + `<entity xmlns="">${COUNT}</entity></ExecuteQuery>`;

    const answer = await post({ SOAPAction: 'xtk:queryDef#ExecuteQuery', 'Content-Type': TEXT_XML }, method,
      { header: `<X-Security-Token>${security}</X-Security-Token>` });

    assert.match(answer, /<recipient count='25'\/>/);
  });

  it('I64 names the method in the address only, or nowhere but in the body', async () => {
    const headers = { 'Content-Type': TEXT_XML, 'X-Security-Token': security };

    assert.match(await post(headers, unqualified(), { query: '?soapAction=xtk%3AqueryDef%23ExecuteQuery' }), /count='25'/);
    assert.match(await post(headers, unqualified()), /count='25'/);
  });

  for (const [letter, action] of [['', 'xtk:persist#Write'], ['b', 'xtk:persist|xtk:session#Write'], ['c', 'xtk:persist|nms:group#Write']]) {
    it(`I65${letter} writes by ${action}`, async () => {
      const name = `LSTwire${letter}`;
      const method = `<Write xmlns="urn:${action.split('#')[0]}"><sessiontoken>${session}</sessiontoken>`
        + `<doc><group xmlns="" xtkschema="nms:group" name="${name}" label="${name}"/></doc></Write>`;

      const answer = await post({ SOAPAction: action, 'Content-Type': TEXT_XML, 'X-Security-Token': security }, method);

      assert.match(answer, /<WriteResponse/);
      assert.ok((await sandbox.state()).lists.some((list) => list.name === name));
    });
  }

  it('I66 is refused when it calls a method of the interface on the service', async () => {
    const method = `<GetEntityIfMoreRecent xmlns="urn:xtk:session"><sessiontoken>${session}</sessiontoken>`
      + '<pk>xtk:schema|nms:recipient</pk><md5/><mustExist>true</mustExist></GetEntityIfMoreRecent>';
    const headers = { 'Content-Type': TEXT_XML, 'X-Security-Token': security };

    assert.match(await post({ ...headers, SOAPAction: 'xtk:session#GetEntityIfMoreRecent' }, method), /SOP-330024/);
    assert.match(await post({ ...headers, SOAPAction: 'xtk:persist#GetEntityIfMoreRecent' }, method), /<schema [^>]*name='recipient'/);
    assert.match(await post({ ...headers, SOAPAction: 'xtk:session#MakeCoffee' }, method.replaceAll('GetEntityIfMoreRecent', 'MakeCoffee')), /SOP-330006/);
  });

  it('I67 sends no document type, for none is read', async () => {
    const bomb = '<?xml version="1.0"?><!DOCTYPE e [<!ENTITY a "b">]><e>&a;</e>';

    const answer = await fetch(`${sandbox.campaign}/nl/jsp/soaprouter.jsp`, {
      method: 'POST', headers: { SOAPAction: 'xtk:session#TestCnx' }, body: bomb,
    });

    assert.match(await answer.text(), /SOP-330007/);
  });
});
