// SPDX-License-Identifier: Apache-2.0
'use strict';
const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

/** GnuPG with a key ring of its own, in a folder that goes with it. */
class GnuPg {
  constructor() {
    this.home = fs.mkdtempSync(path.join(os.tmpdir(), 'interop-gpg-'));
    fs.chmodSync(this.home, 0o700);
  }

  /** Takes a public key into the ring and answers its fingerprint. */
  import(armored) {
    this.#gpg(['--import'], armored);
    return this.#fingerprints().at(-1);
  }

  /** Makes a key pair that the sandbox does not know. */
  stranger() {
    this.#gpg(['--passphrase', '', '--quick-generate-key', 'stranger@example.com', 'rsa2048', 'encrypt,sign', 'never']);
    return 'stranger@example.com';
  }

  /** Encrypts bytes for a key; the options are gpg's. */
  encrypt(bytes, recipient, ...options) {
    return this.#gpg(['--trust-model', 'always', ...options, '--recipient', recipient, '--encrypt'], bytes);
  }

  #fingerprints() {
    return this.#gpg(['--with-colons', '--list-keys']).toString().split('\n')
      .filter((line) => line.startsWith('fpr:')).map((line) => line.split(':')[9]);
  }

  #gpg(options, input) {
    return execFileSync('gpg', ['--batch', '--yes', '--quiet', ...options], {
      input, env: { ...process.env, GNUPGHOME: this.home }, stdio: ['pipe', 'pipe', 'pipe'],
    });
  }

  close() {
    try {
      execFileSync('gpgconf', ['--kill', 'all'], { env: { ...process.env, GNUPGHOME: this.home } });
    } finally {
      fs.rmSync(this.home, { recursive: true, force: true });
    }
  }
}

module.exports = { GnuPg };
