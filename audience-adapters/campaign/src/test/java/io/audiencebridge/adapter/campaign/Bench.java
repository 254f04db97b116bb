// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.adapter.http.HttpSettings;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.Progress;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.ConnectorContext;
import io.audiencebridge.domain.spi.connector.MemberFeed;
import io.audiencebridge.domain.spi.connector.MemberReader;
import io.audiencebridge.domain.spi.engine.Cipher;
import io.audiencebridge.domain.spi.engine.Codec;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.audiencebridge.domain.spi.engine.TokenSource;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.domain.system.SystemId;
import io.audiencebridge.sandbox.Sandbox;
import io.audiencebridge.sandbox.SeedRecipient;
import io.vavr.control.Either;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;

/** A sandbox and a connection to its Campaign by a native session. */
final class Bench implements AutoCloseable {
    static final ConnectionName CAMPAIGN = ConnectionName.of(SystemId.CAMPAIGN);
    static final DataSource VISITOR = DataSource.visitor(13701);
    static final DataSource DECLARED = declared("declaredId");
    final Sandbox sandbox;
    final Connector connector;

    private Bench(Sandbox sandbox, UnaryOperator<CampaignSettings.Builder> change) {
        this.sandbox = sandbox;
        this.connector = new CampaignConnectorFactory()
                .connect(change.apply(settings(sandbox)).build(), new NoTokens())
                .get();
    }

    static Bench of(List<SeedRecipient> people, UnaryOperator<CampaignSettings.Builder> change) {
        return new Bench(Sandbox.builder().recipients(people).start(), change);
    }

    static Bench of(SeedRecipient... people) {
        return of(List.of(people), builder -> builder);
    }

    static Bench ofMany(int people) {
        return ofMany(people, builder -> builder);
    }

    static Bench ofMany(int people, UnaryOperator<CampaignSettings.Builder> change) {
        return new Bench(Sandbox.builder().recipients(people).start(), change);
    }

    static CampaignSettings.Builder settings(Sandbox sandbox) {
        return CampaignSettings.builder()
                .uri(sandbox.campaign())
                .operator(sandbox.operator())
                .password(Secret.of(sandbox.password()))
                .http(HttpSettings.standard());
    }

    /** Settings that try every request once and wait for no answer for long. */
    static CampaignSettings.Builder impatient(CampaignSettings.Builder settings) {
        return settings.http(HttpSettings.builder()
                .maxAttempts(1)
                .readTimeout(Duration.ofMillis(500))
                .build());
    }

    static SeedRecipient person(String id, String... visitorIds) {
        return new SeedRecipient(id, id + "@example.com", "CRM-" + id, List.of(visitorIds), false);
    }

    static DataSource declared(String field) {
        return DataSource.builder()
                .id(13702)
                .key(Declared.builder().field(field).build())
                .build();
    }

    static AudienceRef list(String id) {
        return new AudienceRef(CAMPAIGN, id);
    }

    static Call call() {
        return Call.within("c-7", Duration.ofMinutes(10), System::nanoTime, Progress.SILENT);
    }

    <A> A ability(Class<A> type) {
        return connector.ability(type).get();
    }

    /** A new list with these members; its id. */
    String addList(String label, long... members) {
        return sandbox.campaignData()
                .addList(label, LongStream.of(members).mapToObj(Long::toString).toList());
    }

    /** The members of a list, without the wire. */
    List<String> memberIds(String list) {
        return sandbox.campaignData().lists().stream()
                .filter(one -> one.id().equals(list))
                .findFirst()
                .orElseThrow()
                .memberIds();
    }

    /** The members of a list through the connector. */
    List<String> members(AudienceRef list) {
        MemberFeed feed =
                ability(MemberReader.class).members(list, VISITOR, call()).get();
        return rows(Either.right(((MemberFeed.Ready) feed).members()));
    }

    /** All rows as {@code id:key}, with {@code -} for no key and {@code !} behind an opt-out. */
    static List<String> rows(Either<BridgeError, KeySource> opened) {
        List<String> found = new ArrayList<>();
        try (KeySource source = opened.get()) {
            for (var batch = source.next().get();
                    batch.isDefined();
                    batch = source.next().get()) {
                for (int row = 0; row < batch.get().size(); row++) {
                    found.add(text(batch.get(), row));
                }
            }
        }
        return found;
    }

    /** How often Campaign was called with that method. */
    long calls(String method) {
        return sandbox.exchanges().stream()
                .filter(exchange -> exchange.request()
                        .content()
                        .header("SOAPAction")
                        .orElse("")
                        .endsWith("#" + method + "\""))
                .count();
    }

    @Override
    public void close() {
        connector.close();
        sandbox.close();
    }

    private static String text(TextKeys batch, int row) {
        String key = batch.has(row, TextKeys.KEYLESS)
                ? "-"
                : new String(batch.text(), batch.start(row), batch.end(row) - batch.start(row), StandardCharsets.UTF_8);
        return RecipientId.text(batch.recipientHigh(row), batch.recipientLow(row)) + ":" + key
                + (batch.has(row, TextKeys.OPTED_OUT) ? "!" : "");
    }

    /** A bridge that signs in with {@code tokens}. */
    static ConnectorContext signedIn(TokenSource tokens) {
        return new NoTokens() {
            @Override
            public Either<BridgeError, TokenSource> tokens() {
                return Either.right(tokens);
            }
        };
    }

    /** A bridge that was built without a sign-in. */
    static class NoTokens implements ConnectorContext {
        @Override
        public Either<BridgeError, TokenSource> tokens() {
            return Either.left(BridgeError.InvalidRequest.of("signIn", "is missing"));
        }

        @Override
        public Either<BridgeError, FileExchange> files(String name) {
            return Either.left(BridgeError.InvalidRequest.of("files", "are missing"));
        }

        @Override
        public Either<BridgeError, Codec> codec() {
            return Either.left(BridgeError.InvalidRequest.of("codec", "is missing"));
        }

        @Override
        public Either<BridgeError, Cipher> cipher(String name) {
            return Either.left(BridgeError.InvalidRequest.of("cipher", "is missing"));
        }

        @Override
        public InstantSource clock() {
            return InstantSource.system();
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
            return "";
        }
    }
}
