// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.ims;

import io.audiencebridge.contractkit.TokenSourceContract;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.spi.engine.TokenSource;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.sandbox.Sandbox;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

final class ImsTokenSourceTest extends TokenSourceContract {
    private static Sandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.builder().recipients(0).start();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Override
    protected TokenSource open() {
        sandbox.reset();
        return new ImsTokenSourceFactory()
                .open(
                        ImsSettings.builder()
                                .organisation(new ImsOrgId(sandbox.orgId()))
                                .clientId(sandbox.clientId())
                                .clientSecret(Secret.of(sandbox.clientSecret()))
                                .uri(sandbox.ims())
                                .build(),
                        sandbox.clock())
                .get();
    }

    @Override
    protected Instant now() {
        return sandbox.clock().instant();
    }

    @Override
    protected void pass(Duration time) {
        sandbox.clock().advance(time);
    }

    @Override
    protected int requests() {
        return sandbox.exchanges().size();
    }

    @Override
    protected void refuse() {
        sandbox.imsServer().dropSecret(sandbox.clientSecret());
    }
}
