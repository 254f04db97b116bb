// SPDX-License-Identifier: Apache-2.0
// What the cases about Audience Manager share: one sandbox, its REST API by fetch, and the foreign clients pointed at it.
'use strict';
const { gzipSync, gunzipSync } = require('node:zlib');
const { S3Client, GetObjectCommand, ListObjectsV2Command, PutObjectCommand } = require('@aws-sdk/client-s3');
const customerData = require('@adobe/aio-lib-audience-manager-cd');
const { accessToken, group, failure, sandbox } = require('./campaign.js');

const VISITORS = 13701;
const DECLARED = 13702;
const VISITOR_DESTINATION = 20101;

/** A token, and what is asked and changed with it. */
class Rest {
  static async signedIn() {
    return new Rest(await accessToken());
  }

  constructor(token) {
    this.token = token;
  }

  get(path) {
    return this.#call('GET', path);
  }

  post(path, body) {
    return this.#call('POST', path, body);
  }

  async #call(method, path, body) {
    const answer = await fetch(`${sandbox.audienceManager}/v1/${path}`, {
      method,
      headers: { Authorization: `Bearer ${this.token}`, 'Content-Type': 'application/json', 'AAM-Disable-Escaping-HTML': 'true' },
      body: body && JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status} ${await answer.text()}`);
    return answer.json();
  }

  /** The number of a new trait that files realize, or that a rule realizes. */
  async trait(dataSourceId, traitRule) {
    const traitType = traitRule ? 'RULE_BASED_TRAIT' : 'ON_BOARDED_TRAIT';
    return (await this.post('traits/', { name: 'People', traitType, dataSourceId, folderId: 0, ttl: 0, ...(traitRule && { traitRule }) })).sid;
  }

  /** The number of a new segment. */
  async segment(dataSourceId, segmentRule) {
    return (await this.post('segments/', { name: 'Audience', segmentRule, dataSourceId, folderId: 0 })).sid;
  }

  map(destination, sid) {
    return this.post(`destinations/${destination}/mappings/`, { sid, traitType: 'SEGMENT', startDate: '2020-01-01' });
  }
}

/** Adobe's client of the Customer Data API. Its address is in the description that it ships; nothing else is changed. */
async function customerDataClient(token) {
  const client = await customerData.init(sandbox.orgId, sandbox.clientId, token);
  client.sdk.spec.servers = [{ url: sandbox.customerData }];
  return client;
}

/** Amazon's client of the sandbox's buckets. */
class Buckets {
  constructor() {
    this.s3 = new S3Client({
      endpoint: sandbox.s3,
      region: 'us-east-1',
      forcePathStyle: true,
      credentials: { accessKeyId: sandbox.s3AccessKey, secretAccessKey: sandbox.s3SecretKey },
    });
  }

  /** Uploads a file to the company's folder of today, as a partner with an account of its own does. */
  async upload(name, body, options = {}) {
    const Key = `sandbox/date=${new Date().toISOString().slice(0, 10)}/${name}`;
    await this.s3.send(new PutObjectCommand({
      Bucket: sandbox.inboundBucket, Key, Body: body, ACL: 'bucket-owner-full-control', ...options,
    }));
    return Key;
  }

  /** The keys of the files for a destination. */
  async outbound(destination) {
    const answer = await this.s3.send(new ListObjectsV2Command({ Bucket: sandbox.outboundBucket, Prefix: `${destination}/` }));
    return (answer.Contents ?? []).map((object) => object.Key);
  }

  /** The rows of an outbound file. */
  async rows(key) {
    const answer = await this.s3.send(new GetObjectCommand({ Bucket: sandbox.outboundBucket, Key: key }));
    const bytes = Buffer.from(await answer.Body.transformToByteArray());
    return (key.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n').filter((row) => row);
  }
}

/** What became of an inbound file. */
async function fate(key) {
  const { inboundFiles } = await sandbox.state();
  return inboundFiles.find((file) => file.key === key);
}

/** The members of a segment among the ids of a data source. */
async function members(segment, dataSource) {
  const { segments } = await sandbox.state();
  return segments.find((each) => String(each.sid) === String(segment)).members[dataSource] ?? [];
}

/** Ids of visitors: 38 digits each. */
function visitors(count) {
  return Array.from({ length: count }, (_, i) => `1${String(i + 1).padStart(37, '0')}`);
}

/** A file's rows, each with one trait. */
function rows(ids, trait) {
  return ids.map((id) => `${id}\td_sid=${trait}\n`).join('');
}

module.exports = {
  Buckets, DECLARED, Rest, VISITORS, VISITOR_DESTINATION, customerDataClient, failure, fate, group, gzipSync, members, rows, sandbox, visitors,
};
