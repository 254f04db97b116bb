// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.campaign.client.CallOptions;
import io.audiencebridge.adapter.campaign.client.CampaignClient;
import io.audiencebridge.adapter.campaign.client.CampaignSignIn;
import io.audiencebridge.adapter.campaign.client.FileContent;
import io.audiencebridge.adapter.campaign.client.OptionValue;
import io.audiencebridge.adapter.campaign.client.SoapMethod;
import io.audiencebridge.adapter.campaign.client.SoapOutputs;
import io.audiencebridge.adapter.campaign.client.SoapType;
import io.audiencebridge.adapter.campaign.client.XmlElement;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.sandbox.Exchange;
import io.audiencebridge.sandbox.FaultEffect;
import io.audiencebridge.sandbox.FaultMatch;
import io.audiencebridge.sandbox.FaultRule;
import io.audiencebridge.sandbox.Sandbox;
import io.audiencebridge.sandbox.SandboxCampaignServer.ExpiryAnswer;
import io.vavr.control.Either;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The generic client and every kind of sign-in against the emulator, which knows nothing of this client. */
class WorkingWithTheSandboxTest {
    private static final CallOptions STANDARD = CallOptions.standard();
    private final Sandbox sandbox = Sandbox.builder().recipients(5).start();
    private final SandboxTokens tokens = new SandboxTokens(sandbox);

    @AfterEach
    void shut() {
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"operator", "exchange", "ims", "tokens"})
    void one_switch_changes_the_sign_in_and_nothing_else(String mode) {
        try (var line = signedInBy(mode(mode))) {
            assertThat(recipients(line).get()).isEqualTo("5");
            assertThat(client(line).status(STANDARD).get().isUp()).isTrue();
            assertThat(client(line).session(STANDARD).get().login()).isEqualTo(sandbox.operator());
        }
    }

    @ParameterizedTest
    @EnumSource(ExpiryAnswer.class)
    void an_ended_session_is_replaced_once_in_every_shape(ExpiryAnswer shape) {
        sandbox.campaignServer().answerExpiryWith(shape);
        for (String mode : new String[] {"operator", "exchange"}) {
            try (var line = signedInBy(mode(mode))) {
                recipients(line);
                sandbox.campaignServer().expireSessions();

                assertThat(recipients(line).get()).isEqualTo("5");
                sandbox.campaignServer().expireSessions();
                assertThat(client(line).messageQueue(STANDARD).get().capacity()).hasValue(400);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ExpiryAnswer.class)
    void given_tokens_that_ended_are_told_and_nobody_logs_on(ExpiryAnswer shape) {
        sandbox.campaignServer().answerExpiryWith(shape);
        try (var line = signedInBy(mode("tokens"))) {
            sandbox.campaignServer().expireSessions();
            long logons = logons();

            assertThat(recipients(line).getLeft()).isInstanceOf(BridgeError.AccessDenied.class);
            assertThat(logons()).isEqualTo(logons);
        }
    }

    @Test
    void an_ended_token_is_replaced_once() {
        try (var line = signedInBy(CampaignSignIn.ims())) {
            recipients(line);
            sandbox.clock().advance(Duration.ofDays(2));

            assertThat(recipients(line).get()).isEqualTo("5");
            assertThat(tokens.asked()).isEqualTo(2);
        }
    }

    @Test
    void a_session_of_long_lifetime_outlives_a_usual_one() {
        var operator = CampaignSignIn.operator(sandbox.operator(), Secret.of(sandbox.password()));
        try (var line = signedInBy(operator.remember())) {
            recipients(line);
            sandbox.clock().advance(Duration.ofDays(10));

            recipients(line);

            assertThat(logons()).isEqualTo(1);
            assertThat(client(line).session(STANDARD).get().sessionTimeout()).hasValue(Duration.ofDays(15));
        }
    }

    @Test
    void a_session_token_of_operator_and_password_needs_a_zone_that_allows_it() {
        var signIn = CampaignSignIn.sessionToken(Secret.of(sandbox.operator() + "/" + sandbox.password()));
        try (var line = signedInBy(signIn)) {
            assertThat(recipients(line).getLeft()).isInstanceOf(BridgeError.AccessDenied.class);

            sandbox.campaignServer().sessionTokenOnly(true);
            sandbox.campaignServer().allowUserPassword(true);

            assertThat(recipients(line).get()).isEqualTo("5");
        }
    }

    @Test
    void an_address_outside_of_every_zone_is_not_taken_for_a_wrong_password() {
        sandbox.campaignServer().refuseZone(true);
        try (var line = signedInBy(mode("operator"))) {
            var error = recipients(line).getLeft();

            assertThat(error).isInstanceOf(BridgeError.AccessDenied.class);
            assertThat(error.message()).contains("security zone", "XSV-350013");
        }
    }

    @Test
    void nobody_may_ask_for_the_time_and_for_nothing_else() {
        try (var line = signedInBy(CampaignSignIn.anonymous())) {
            var before = sandbox.clock().instant().truncatedTo(ChronoUnit.MILLIS);

            var time = client(line).serverTime(STANDARD).get();

            assertThat(time).isBetween(before, sandbox.clock().instant());
            assertThat(recipients(line).getLeft()).isInstanceOf(BridgeError.AccessDenied.class);
        }
    }

    @Test
    void options_are_read_by_their_type_and_a_missing_one_is_none() {
        try (var line = signedInBy(mode("operator"))) {
            assertThat(client(line).option("XtkInstancePrefix", STANDARD).get()).contains(new OptionValue.Text("sbx"));
            assertThat(client(line).option("NoSuchThing", STANDARD).get()).isEmpty();
        }
    }

    @Test
    void an_option_that_was_set_is_read_again_and_keeps_its_type() {
        try (var line = signedInBy(mode("operator"))) {
            var client = client(line);

            assertThat(client.setOption("AcmeLimit", new OptionValue.Whole(7), STANDARD)
                            .get())
                    .isEmpty();
            assertThat(client.setOption("AcmeLimit", new OptionValue.Whole(8), STANDARD)
                            .get())
                    .contains(new OptionValue.Whole(7));
            assertThat(client.setOption("AcmeLimit", new OptionValue.Text("9"), STANDARD)
                            .getLeft())
                    .isInstanceOf(BridgeError.InvalidRequest.class);
            assertThat(client.option("AcmeLimit", STANDARD).get()).contains(new OptionValue.Whole(8));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"operator", "exchange", "ims", "tokens"})
    void pings_are_signed_like_every_call(String mode) {
        try (var line = signedInBy(mode(mode))) {
            assertThat(client(line).status(STANDARD).get().applicationUp()).isTrue();
            assertThat(client(line).messageQueue(STANDARD).get().accepting()).isTrue();

            assertThat(pings())
                    .hasSize(2)
                    .allMatch(ping -> ping.answer().status() == 200)
                    .allMatch(ping -> mode.equals("ims") ? isSignedByBearer(ping) : isSignedBySession(ping));
        }
    }

    @Test
    void a_ping_of_nobody_ends_at_the_logon_page_and_is_told() {
        try (var line = signedInBy(CampaignSignIn.anonymous())) {
            assertThat(client(line).messageQueue(STANDARD).getLeft()).isInstanceOf(BridgeError.AccessDenied.class);
            assertThat(pings()).extracting(ping -> ping.answer().status()).containsExactly(302);
        }
    }

    @Test
    void a_file_comes_back_as_it_went() {
        byte[] content = "id;name\n1;Zoë\n".repeat(10_000).getBytes(StandardCharsets.UTF_8);
        try (var line = signedInBy(mode("ims"))) {
            var sink = new ByteArrayOutputStream();

            var stored = client(line)
                    .upload(FileContent.of("Zoë & co.csv", content), STANDARD)
                    .get();
            sandbox.clock().advance(Duration.ofDays(2));
            var count = client(line).download(stored, sink, STANDARD);

            assertThat(count.get()).isEqualTo(content.length);
            assertThat(sink.toByteArray()).isEqualTo(content);
        }
    }

    @Test
    void a_file_that_is_not_there_is_told() {
        try (var line = signedInBy(mode("operator"))) {
            var stored = client(line)
                    .upload(FileContent.of("x.csv", new byte[] {1}), STANDARD)
                    .get();
            sandbox.reset();

            var outcome = client(line).download(stored, new ByteArrayOutputStream(), STANDARD);

            assertThat(outcome.getLeft()).isInstanceOf(BridgeError.NotFound.class);
        }
    }

    @Test
    void hidden_details_are_told_to_be_hidden() {
        sandbox.campaignServer().showErrors(false);
        try (var line = signedInBy(mode("operator"))) {
            var error = client(line).call(query("@noSuchColumn"), STANDARD).getLeft();

            assertThat(error.message()).contains("showErrors");
            assertThat(error.incident().codes()).contains("SOP-330023");
        }
    }

    @Test
    void a_fault_of_a_fault_plan_is_what_its_codes_say() {
        sandbox.faults(FaultRule.once(
                FaultMatch.system("campaign").withSoapAction("ExecuteQuery"),
                new FaultEffect.Fault("SOP-330011 Error", "XSV-350122 The process is stopped")));
        try (var line = signedInBy(mode("operator"))) {
            var error = recipients(line).getLeft();

            assertThat(error).isInstanceOf(BridgeError.Unavailable.class);
            assertThat(error.incident().codes()).containsExactly("SOP-330011", "XSV-350122");
        }
    }

    private CampaignSignIn mode(String name) {
        return switch (name) {
            case "operator" -> CampaignSignIn.operator(sandbox.operator(), Secret.of(sandbox.password()));
            case "exchange" -> CampaignSignIn.bearerExchange();
            case "ims" -> CampaignSignIn.ims();
            default -> opened();
        };
    }

    /** Tokens of a session that somebody else opened: here by the generic door, as nobody. */
    private CampaignSignIn opened() {
        var logon = SoapMethod.of("xtk:session", "Logon")
                .in("login", SoapType.STRING, sandbox.operator())
                .in("password", SoapType.STRING, sandbox.password())
                .in("parameters", SoapType.ELEMENT, XmlElement.of("parameters"))
                .out("sessionToken", SoapType.STRING)
                .out("sessionInfo", SoapType.ELEMENT)
                .out("securityToken", SoapType.STRING)
                .build();
        try (var line = signedInBy(CampaignSignIn.anonymous())) {
            SoapOutputs outputs = client(line).call(logon, STANDARD).get();
            return CampaignSignIn.tokens(
                    Secret.of(outputs.value(0, SoapType.STRING).get()),
                    Secret.of(outputs.value(2, SoapType.STRING).get()));
        }
    }

    private Either<BridgeError, String> recipients(Connector line) {
        return client(line)
                .call(query("@id"), STANDARD)
                .map(outputs -> outputs.value(0, SoapType.DOCUMENT)
                        .flatMap(count -> count.attribute("count"))
                        .get());
    }

    private static SoapMethod query(String column) {
        return SoapMethod.of("xtk:queryDef", "ExecuteQuery")
                .on(XmlElement.of("queryDef")
                        .with("schema", "nms:recipient")
                        .with("operation", "count")
                        .with(XmlElement.of("where")
                                .with(XmlElement.of("condition").with("expr", column + " > 0"))))
                .out("output", SoapType.DOCUMENT)
                .idempotent(true)
                .build();
    }

    private List<Exchange> pings() {
        return sandbox.exchanges().stream()
                .filter(exchange -> exchange.request().path().matches("/nl/jsp/(mcP|p)ing\\.jsp"))
                .toList();
    }

    private static boolean isSignedByBearer(Exchange exchange) {
        var sent = exchange.request().content();
        return sent.header("Authorization").orElse("").startsWith("Bearer ")
                && sent.header("Cookie").isEmpty();
    }

    private static boolean isSignedBySession(Exchange exchange) {
        var sent = exchange.request().content();
        return sent.header("Cookie").orElse("").startsWith("__sessiontoken=")
                && !sent.header("X-Security-Token").orElse("").isEmpty()
                && sent.header("Authorization").isEmpty();
    }

    private long logons() {
        return sandbox.exchanges().stream()
                .filter(exchange -> exchange.request()
                        .content()
                        .header("SOAPAction")
                        .orElse("")
                        .endsWith("Logon\""))
                .count();
    }

    private Connector signedInBy(CampaignSignIn signIn) {
        var settings = CampaignSettings.builder()
                .uri(sandbox.campaign())
                .signIn(signIn)
                .build();
        return new CampaignConnectorFactory()
                .connect(settings, Bench.signedIn(tokens))
                .get();
    }

    private static CampaignClient client(Connector line) {
        return line.ability(CampaignClient.class).get();
    }
}
