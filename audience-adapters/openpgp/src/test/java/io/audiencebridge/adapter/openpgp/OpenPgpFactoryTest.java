// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.openpgp;

import io.audiencebridge.contractkit.FactoryContract;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.CipherFactory;
import io.vavr.control.Either;
import java.util.List;

final class OpenPgpFactoryTest extends FactoryContract<OpenPgpSettings> {
    private static final Keys KEYS = Keys.usual();

    @Override
    protected Class<?> port() {
        return CipherFactory.class;
    }

    @Override
    protected Class<?> factory() {
        return OpenPgpFactory.class;
    }

    @Override
    protected Class<OpenPgpSettings> settings() {
        return new OpenPgpFactory().settings();
    }

    @Override
    protected OpenPgpSettings sound() {
        return Ciphers.settings(KEYS).build();
    }

    @Override
    protected OpenPgpSettings broken() {
        return Ciphers.settings(KEYS).keyBits(192).level(0).build();
    }

    @Override
    protected List<String> mistakes() {
        return List.of("openPgp.keyBits", "openPgp.level");
    }

    @Override
    protected List<String> secrets() {
        return List.of(Keys.PASSPHRASE, KEYS.privateArmour());
    }

    @Override
    protected Either<BridgeError, ?> open(OpenPgpSettings settings) {
        return Ciphers.FACTORY.open(settings);
    }
}
