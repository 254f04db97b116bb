// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.adapter.campaign.client.BulkSettings;
import io.audiencebridge.adapter.gzip.GzipCodecFactory;
import io.audiencebridge.contractkit.ConnectorContract;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.KeyExtracts;
import io.audiencebridge.domain.spi.connector.MemberLoader;
import io.audiencebridge.domain.spi.engine.Codec;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.audiencebridge.domain.system.Secret;
import io.vavr.collection.HashSet;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.Set;

final class CampaignWithBulkFilesAsAConnectorTest extends ConnectorContract {
    @Override
    protected Connector open() {
        return new CampaignConnectorFactory()
                .connect(
                        CampaignSettings.builder()
                                .uri(URI.create("https://acme.example.com"))
                                .operator("bridge")
                                .password(Secret.of("w0rd"))
                                .bulk(BulkSettings.standard())
                                .build(),
                        new WithFiles())
                .get();
    }

    @Override
    protected Set<Class<?>> abilities() {
        return HashSet.<Class<?>>ofAll(new CampaignAsAConnectorTest().abilities())
                .addAll(Vector.<Class<?>>of(KeyExtracts.class, MemberLoader.class))
                .toJavaSet();
    }

    /** A bridge with files that nobody touches before a system is called. */
    private static final class WithFiles extends Bench.NoTokens {
        @Override
        public Either<BridgeError, FileExchange> files(String name) {
            return Either.right((FileExchange) Proxy.newProxyInstance(
                    WithFiles.class.getClassLoader(), new Class<?>[] {FileExchange.class}, (proxy, method, given) -> {
                        throw new AssertionError(method.getName() + " is called before anybody asked for files");
                    }));
        }

        @Override
        public Either<BridgeError, Codec> codec() {
            return Either.right(new GzipCodecFactory().open(executor()));
        }
    }
}
