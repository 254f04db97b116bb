// SPDX-License-Identifier: Apache-2.0

/** Files encrypted and decrypted by OpenPGP. */
module io.audiencebridge.adapter.openpgp {
    requires transitive io.audiencebridge.domain;
    requires org.bouncycastle.pg;
    requires org.bouncycastle.provider;
    requires static org.immutables.value.annotations;
    requires static transitive org.jspecify;

    exports io.audiencebridge.adapter.openpgp;

    provides io.audiencebridge.domain.spi.engine.CipherFactory with
            io.audiencebridge.adapter.openpgp.OpenPgpFactory;
}
