// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud;

import io.audiencebridge.adapter.experiencecloud.client.ExperienceCloudIdService;
import io.audiencebridge.adapter.http.HttpSettings;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.ConnectorContext;
import io.audiencebridge.domain.spi.engine.Cipher;
import io.audiencebridge.domain.spi.engine.Codec;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.audiencebridge.domain.spi.engine.TokenSource;
import io.vavr.control.Either;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A connector over a server whose answers a test gives. */
final class Bench implements AutoCloseable {
    static final ImsOrgId ORGANISATION = new ImsOrgId("5BFE274A5F6980A50A495C08@AdobeOrg");

    final MockWebServer server = new MockWebServer();
    final Connector connector;

    /** The bridge's time. */
    volatile Instant now = Instant.parse("2026-11-24T12:00:00Z");

    Bench(UnaryOperator<ExperienceCloudSettings.Builder> more) throws Exception {
        server.start();
        ExperienceCloudSettings.Builder settings = ExperienceCloudSettings.builder()
                .organisation(ORGANISATION)
                .uri(server.url("/").uri())
                .companyUri(server.url("/acme.demdex.net").uri())
                .http(HttpSettings.builder().maxAttempts(1).build());
        connector = new ExperienceCloudConnectorFactory()
                .connect(more.apply(settings).build(), new Context(() -> now))
                .get();
    }

    static Bench standard() throws Exception {
        return new Bench(UnaryOperator.identity());
    }

    ExperienceCloudIdService service() {
        return connector.ability(ExperienceCloudIdService.class).get();
    }

    void answers(String body) {
        answers(200, body, Map.of());
    }

    void answers(int status, String body, Map<String, String> headers) {
        MockResponse.Builder response = new MockResponse.Builder().code(status).body(body);
        headers.forEach(response::addHeader);
        server.enqueue(response.build());
    }

    /** Path and query of the last request, as they were sent. */
    String target() throws InterruptedException {
        RecordedRequest request = server.takeRequest();
        return request.getTarget();
    }

    @Override
    public void close() {
        connector.close();
        server.close();
    }

    /** A bridge that has nothing: the ID service needs no token and no file. */
    record Context(InstantSource clock) implements ConnectorContext {
        @Override
        public Either<BridgeError, TokenSource> tokens() {
            return none();
        }

        @Override
        public Either<BridgeError, FileExchange> files(String name) {
            return none();
        }

        @Override
        public Either<BridgeError, Codec> codec() {
            return none();
        }

        @Override
        public Either<BridgeError, Cipher> cipher(String name) {
            return none();
        }

        @Override
        public Executor executor() {
            return Runnable::run;
        }

        @Override
        public long hashSeed() {
            return 1;
        }

        @Override
        public String application() {
            return "bench";
        }

        private static <T> Either<BridgeError, T> none() {
            return Either.left(BridgeError.InvalidRequest.of("bench", "has nothing"));
        }
    }
}
