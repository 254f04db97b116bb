// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.connector.ConnectorContext;
import io.audiencebridge.domain.spi.connector.MemberWriter;
import io.audiencebridge.domain.system.ConnectionName;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildingABridgeTest {
    private static final ConnectionName ONE = new ConnectionName("one");

    @TempDir
    Path home;

    private final List<String> closed = new ArrayList<>();

    @Test
    void settings_find_their_factories_and_connectors_see_tokens_files_and_the_rest() {
        InstantSource clock = InstantSource.fixed(Instant.EPOCH);
        List<Runnable> ran = new ArrayList<>();
        Executor executor = ran::add;

        try (AudienceBridge bridge =
                whole().clock(clock).executor(executor).application("my-batch").build()) {
            ConnectorContext context = bridge.client(ONE, Stubs.Line.class).context();

            assertThat(context.tokens().get()).isInstanceOf(Stubs.Tokens.class);
            assertThat(context.files("inbound").get()).isInstanceOf(Stubs.Folder.class);
            assertThat(context.files("outbound").getLeft().message()).contains("outbound", "files(");
            assertThat(context.clock()).isSameAs(clock);
            context.executor().execute(() -> {});
            assertThat(ran).hasSize(1);
            assertThat(context.application()).isEqualTo("my-batch");
        }
    }

    @Test
    void a_cipher_is_found_by_its_name_and_closed_with_the_bridge() {
        try (AudienceBridge bridge =
                whole().cipher("adobe", new Stubs.Enciphering(closed, "")).build()) {
            ConnectorContext context = bridge.client(ONE, Stubs.Line.class).context();

            assertThat(context.cipher("adobe").get()).isInstanceOf(Stubs.Keyless.class);
            assertThat(message(context.cipher("other").getLeft())).contains("'other'", "cipher(");
        }
        assertThat(closed).containsExactly("one", "cipher", "inbound", "tokens");
    }

    @Test
    void two_ciphers_of_one_name_and_a_key_that_cannot_be_read_are_told_together() {
        AudienceBridgeBuilder builder = whole().cipher("adobe", new Stubs.Enciphering(closed, "bad key"))
                .cipher("adobe", new Stubs.Enciphering(closed, ""));

        assertThatThrownBy(builder::build)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContainingAll("two ciphers named 'adobe'");
    }

    @Test
    void every_bridge_has_its_own_hash_seed() {
        assertThat(List.of(seed(), seed(), seed())).doesNotHaveDuplicates();
    }

    @Test
    void everything_is_closed_once_and_users_before_what_they_use_even_if_one_throws() {
        AudienceBridge bridge =
                whole().connect(new Stubs.Connecting("two", closed)).build();

        bridge.close();
        bridge.close();

        assertThat(closed).containsExactly("two", "one", "inbound", "tokens");
    }

    @Test
    void settings_that_nobody_understands_are_named_with_what_to_add() {
        AudienceBridgeBuilder builder = whole().connect(new Stubs.Orphan(new ConnectionName("orphan")));

        assertThatThrownBy(builder::build)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(Stubs.Orphan.class.getName())
                .hasMessageContaining("ConnectorFactory")
                .hasMessageContaining("add the artifact");
    }

    @Test
    void every_mistake_of_every_part_is_told_at_once_and_what_was_opened_is_closed() {
        AudienceBridgeBuilder builder = AudienceBridge.builder()
                .signIn(new Stubs.SigningIn(closed, "bad credential"))
                .signIn(new Stubs.SigningIn(closed, ""))
                .signIn(new Stubs.SigningIn(closed, "bad credential"))
                .files("inbound", new Stubs.Exchanging("inbound", closed, "bad folder"))
                .connect(new Stubs.Connecting("one", closed))
                .connect(new Stubs.Connecting(new ConnectionName("two"), closed, "bad line", false))
                .connect(new Stubs.Connecting("one", closed))
                .application("Caf\u00e9")
                .limit(Duration.ZERO);

        assertThatThrownBy(builder::build)
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        thrown -> assertThat(thrown.error().violations()).doesNotHaveDuplicates())
                .hasMessageContainingAll(
                        "bad credential",
                        "two sign-ins",
                        "bad folder",
                        "bad line",
                        "two connections named 'one'",
                        "application",
                        "limit",
                        "home");
        assertThat(closed).containsExactly("one");
    }

    @Test
    void a_factory_that_throws_is_reported_without_its_words() {
        AudienceBridgeBuilder builder =
                whole().connect(new Stubs.Connecting(new ConnectionName("two"), closed, "", true));

        assertThatThrownBy(builder::build)
                .isInstanceOf(ProtocolBreachException.class)
                .hasMessageContaining("Stubs$Connections threw")
                .hasMessageNotContaining("hush");
    }

    @Test
    void a_home_that_is_no_folder_is_a_local_failure() throws Exception {
        Path file = java.nio.file.Files.createFile(home.resolve("file"));

        assertThatThrownBy(() -> whole().home(file).build()).isInstanceOf(LocalFailureException.class);
        assertThat(closed).containsExactly("one", "inbound", "tokens");
    }

    @Test
    void a_client_is_found_by_its_type_unless_two_connections_offer_it() {
        try (AudienceBridge one = whole().build();
                AudienceBridge two =
                        whole().connect(new Stubs.Connecting("two", closed)).build()) {
            assertThat(one.client(Stubs.Line.class).settings().connection()).isEqualTo(ONE);

            assertThat(message(two.attempts().client(Stubs.Line.class).getLeft()))
                    .contains("one, two", "name one");
            assertThat(message(one.attempts().client(String.class).getLeft())).contains("No connection offers");
            assertThat(message(one.attempts().client(ONE, String.class).getLeft()))
                    .contains("'one'");
            assertThat(message(one.attempts().client(MemberWriter.class).getLeft()))
                    .contains("share");
        }
    }

    private long seed() {
        try (AudienceBridge bridge = whole().build()) {
            return bridge.client(Stubs.Line.class).context().hashSeed();
        }
    }

    private AudienceBridgeBuilder whole() {
        return AudienceBridge.builder()
                .signIn(new Stubs.SigningIn(closed, ""))
                .files("inbound", new Stubs.Exchanging("inbound", closed, ""))
                .connect(new Stubs.Connecting("one", closed))
                .home(home);
    }

    private static String message(BridgeError error) {
        assertThat(error).isInstanceOf(BridgeError.InvalidRequest.class);
        return error.message();
    }
}
