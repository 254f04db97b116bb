// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.CipherFactory;
import io.audiencebridge.domain.system.Secret;
import io.vavr.control.Either;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** The toy held to the contract of factories; each subclass breaks it in one way. */
abstract class ToyCiphersContract extends FactoryContract<ToyCiphers.Settings> {
    private static final String KEY = "toy-key-0815";

    @BeforeEach
    void onTrial() {
        assumeTrue(Trial.isUnderWay(), "broken on purpose");
    }

    @Override
    protected Class<?> port() {
        return CipherFactory.class;
    }

    @Override
    protected Class<?> factory() {
        return ToyCiphers.class;
    }

    @Override
    protected Class<ToyCiphers.Settings> settings() {
        return new ToyCiphers().settings();
    }

    @Override
    protected ToyCiphers.Settings sound() {
        return new ToyCiphers.Settings("toy", 256, Secret.of(KEY));
    }

    @Override
    protected ToyCiphers.Settings broken() {
        return new ToyCiphers.Settings("", 8, Secret.of(KEY));
    }

    @Override
    protected List<String> mistakes() {
        return List.of("name", "bits");
    }

    @Override
    protected List<String> secrets() {
        return List.of(KEY);
    }

    @Override
    protected Either<BridgeError, ?> open(ToyCiphers.Settings settings) {
        return new ToyCiphers().open(settings);
    }
}
