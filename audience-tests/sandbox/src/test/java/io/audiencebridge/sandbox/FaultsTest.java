// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FaultsTest {
    private static Sandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.builder().recipients(0).start();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @AfterEach
    void clear() {
        sandbox.reset();
    }

    @Test
    void a_status_is_answered_in_place_of_the_emulator_as_often_as_told() throws IOException {
        var busy = new FaultEffect.Status(429, "slow down", Map.of("Retry-After", "5"));
        sandbox.faults(new FaultRule(FaultMatch.system("ims").withPath("/ims/token/*"), 1, 1, busy));

        HttpResponse<String> first = token();
        HttpResponse<String> second = token();
        HttpResponse<String> third = token();

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.statusCode()).isEqualTo(429);
        assertThat(second.body()).isEqualTo("slow down");
        assertThat(second.headers().firstValue("Retry-After")).contains("5");
        assertThat(third.statusCode()).isEqualTo(200);
    }

    @Test
    void a_rule_for_another_system_method_or_path_changes_nothing() throws IOException {
        FaultEffect fault = new FaultEffect.Status(503);
        sandbox.faults(
                FaultRule.always("campaign", fault),
                FaultRule.once(FaultMatch.system("ims").withMethod("GET"), fault),
                FaultRule.once(FaultMatch.ANYTHING.withPath("/ims/validate"), fault),
                FaultRule.once(FaultMatch.ANYTHING.withSoapAction("Write"), fault));

        assertThat(token().statusCode()).isEqualTo(200);
    }

    @Test
    void a_soap_fault_comes_with_200_and_in_the_words_of_the_router() throws IOException {
        var fault = new FaultEffect.Fault("WDB-200011 No <record>.", "PGS-220000 & more");
        sandbox.faults(FaultRule.once(FaultMatch.system("campaign").withSoapAction("Write"), fault));

        HttpResponse<String> answer =
                Http.send(HttpRequest.newBuilder(sandbox.campaign().resolve("/nl/jsp/soaprouter.jsp"))
                        .header("SOAPAction", "xtk:persist|xtk:session#Write")
                        .POST(HttpRequest.BodyPublishers.ofString("<ignored/>")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("<faultcode>SOAP-ENV:Server</faultcode>")
                .contains(">WDB-200011 No &lt;record&gt;.</faultstring>")
                .contains(">PGS-220000 &amp; more</detail>");
    }

    @Test
    void an_answer_is_rewritten_and_its_length_with_it() throws IOException {
        sandbox.faults(FaultRule.once(
                FaultMatch.system("campaign"),
                new FaultEffect.Rewrite("^<redir (\\w+)=", "\n<!DOCTYPE redir><redir $1x=")));

        HttpResponse<String> answer = Http.get(sandbox.campaign().resolve("/r/test"));

        assertThat(answer.body())
                .startsWith("\n<!DOCTYPE redir><redir statusx='OK'")
                .endsWith("/>");
        assertThat(Http.get(sandbox.campaign().resolve("/r/test")).body()).startsWith("<redir status=");
    }

    @Test
    void a_shut_port_refuses_connections_until_the_faults_are_cleared() throws IOException {
        token();
        sandbox.faults(FaultRule.always("ims", new FaultEffect.Refuse(Optional.empty())));

        assertThatThrownBy(
                        () -> new Socket(sandbox.ims().getHost(), sandbox.ims().getPort()))
                .isInstanceOf(ConnectException.class);

        sandbox.clearFaults();
        assertThat(token().statusCode()).isEqualTo(200);
    }

    @Test
    void a_reset_before_the_emulator_leaves_nothing_done() throws IOException {
        sandbox.faults(FaultRule.once(FaultMatch.system("ims"), new FaultEffect.ResetBefore()));

        assertThatThrownBy(this::rawToken).isInstanceOf(SocketException.class).hasMessageContaining("reset");

        assertThat(livingTokens()).isZero();
        assertThat(sandbox.exchanges()).singleElement().satisfies(exchange -> {
            assertThat(exchange.answer().status()).isZero();
            assertThat(exchange.answer().fault()).contains("reset-before");
            assertThat(exchange.request().content().head()).contains("grant_type=client_credentials");
        });
    }

    @Test
    void a_reset_after_the_emulator_hides_what_was_done() throws IOException {
        sandbox.faults(FaultRule.once(FaultMatch.system("ims"), new FaultEffect.ResetAfter()));

        assertThatThrownBy(this::rawToken).isInstanceOf(SocketException.class).hasMessageContaining("reset");

        assertThat(livingTokens()).isOne();
    }

    @ParameterizedTest
    @MethodSource("cuts")
    void whoever_sees_a_cut_finds_the_request_recorded(FaultEffect cut) {
        sandbox.faults(new FaultRule(FaultMatch.system("ims"), 0, FaultRule.ALWAYS, cut));

        for (int request = 1; request <= 50; request++) {
            assertThatThrownBy(this::rawToken).isInstanceOf(IOException.class);
            assertThat(sandbox.exchanges()).hasSize(request);
        }
    }

    static List<FaultEffect> cuts() {
        return List.of(new FaultEffect.ResetBefore(), new FaultEffect.ResetAfter());
    }

    @Test
    void a_stalled_request_gets_no_byte_and_then_the_end() throws IOException {
        sandbox.faults(FaultRule.once(FaultMatch.system("ims"), new FaultEffect.Stall(Duration.ofMillis(600))));

        try (Socket socket = sendToken()) {
            socket.setSoTimeout(200);
            assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);

            socket.setSoTimeout(10_000);
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
        assertThat(livingTokens()).isZero();
    }

    @Test
    void a_delayed_request_is_answered_late() throws IOException {
        sandbox.faults(FaultRule.once(FaultMatch.system("ims"), new FaultEffect.Delay(Duration.ofMillis(300))));
        long start = System.nanoTime();

        HttpResponse<String> answer = token();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void a_dripping_answer_arrives_whole_but_slowly() throws IOException {
        sandbox.faults(FaultRule.once(FaultMatch.system("ims"), new FaultEffect.Drip(50, Duration.ofMillis(20))));
        long start = System.nanoTime();

        HttpResponse<String> answer = token();

        assertThat(Http.json(answer).path("token_type").asText()).isEqualTo("bearer");
        int pauses = (answer.body().length() - 1) / 50;
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isGreaterThanOrEqualTo(Duration.ofMillis(20).multipliedBy(pauses));
    }

    @Test
    void a_truncated_answer_announces_more_than_it_brings() throws IOException {
        sandbox.faults(FaultRule.once(FaultMatch.system("ims"), new FaultEffect.Truncate(10)));

        String answer = rawToken();

        assertThat(announced(answer)).isGreaterThan(100);
        assertThat(body(answer)).hasSize(10);
    }

    @Test
    void a_client_that_checks_lengths_sees_a_truncated_answer_fail() {
        sandbox.faults(FaultRule.once(FaultMatch.system("ims"), new FaultEffect.Truncate(Integer.MAX_VALUE)));

        assertThatThrownBy(this::token).isInstanceOf(IOException.class);
    }

    @Test
    void a_wrong_length_makes_a_whole_answer_look_short() throws IOException {
        sandbox.faults(FaultRule.once(FaultMatch.system("ims"), new FaultEffect.WrongLength(OptionalLong.of(20))));

        String answer = rawToken();

        assertThat(announced(answer)).isEqualTo(20);
        assertThat(body(answer)).hasSizeGreaterThan(100).endsWith("}");
    }

    private HttpResponse<String> token() throws IOException {
        return Http.postForm(Http.tokenUri(sandbox), Http.tokenForm(sandbox));
    }

    private int livingTokens() throws IOException {
        return Http.json(Http.get(sandbox.control().resolve("/state")))
                .path("livingTokens")
                .asInt(-1);
    }

    /** The answer to a token request, every byte of it, up to the end of the connection. */
    private String rawToken() throws IOException {
        try (Socket socket = sendToken();
                InputStream in = socket.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private Socket sendToken() throws IOException {
        HttpRequest like = HttpRequest.newBuilder(Http.tokenUri(sandbox)).build();
        String form = Http.encode(Http.tokenForm(sandbox));
        Socket socket = new Socket(like.uri().getHost(), like.uri().getPort());
        String request = "POST /ims/token/v3 HTTP/1.1\r\nHost: sandbox\r\nConnection: close\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length() + "\r\n\r\n"
                + form;
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    private static int announced(String answer) {
        return Integer.parseInt(answer.replaceAll("(?is).*\r\nContent-Length: (\\d+)\r\n.*", "$1"));
    }

    private static String body(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }
}
