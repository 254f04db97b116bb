// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.sandbox.Http;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The golden cases P6, P8 and P9: runs that nobody scheduled. */
class AdHocRunsTest {
    private static final String PATH = "/data/core/activation/disflowprovider/adhocrun";

    private final Exports exports = new Exports();
    private Rest rest;
    private String flow;

    @BeforeEach
    void prepare() throws IOException {
        rest = new Rest(exports.sandbox);
        flow = rest.flow();
        rest.activate(flow, exports.audience);
        exports.platform.qualify(exports.audience, "ann");
    }

    @AfterEach
    void stop() {
        exports.sandbox.close();
    }

    private void anHourLater() {
        exports.sandbox.experiencePlatformServer().set("adHocAfter", "PT0S");
    }

    @Test
    void an_audience_of_a_flow_is_exported_five_minutes_later() throws IOException {
        anHourLater();

        JsonNode order =
                Http.json(rest.adHoc(flow, exports.audience)).path("order").path(0);
        String status = order.path("statusURL").asText();
        String path =
                status.substring(exports.sandbox.experiencePlatform().toString().length());
        String before = rest.read(path).findValue("status").asText();
        exports.sandbox.clock().advance(Duration.ofMinutes(5));

        assertThat(order.path("segment").asText()).isEqualTo(exports.audience);
        assertThat(order.path("order").asText()).isEqualTo(flow);
        assertThat(before).isEqualTo("processing");
        assertThat(rest.read(path).findValue("status").asText()).isEqualTo("success");
        assertThat(exports.keys()).hasSize(2);
    }

    @Test
    void p6_a_second_run_is_refused_while_the_first_goes_on() throws IOException {
        anHourLater();
        rest.adHoc(flow, exports.audience);
        String run = exports.platform.runs().get(0).id();

        HttpResponse<String> again = rest.adHoc(flow, exports.audience);

        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body())
                .isEqualTo("{\"message\":\"Run already going on for audience " + exports.audience + " for order " + flow
                        + " with run id " + run + "\"}");
    }

    @Test
    void an_audience_must_be_part_of_the_flow_for_an_hour() throws IOException {
        HttpResponse<String> young = rest.adHoc(flow, exports.audience);
        HttpResponse<String> foreign = rest.adHoc(flow, exports.platform.addAudience("Other"));

        assertThat(young.statusCode()).isEqualTo(400);
        assertThat(young.body())
                .isEqualTo("{\"message\":\"Segments VIP are not part of this dataflow or out of schedule range!\"}");
        assertThat(foreign.body())
                .isEqualTo("{\"message\":\"Segments Other are not part of this dataflow or out of schedule range!\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "*/*; ; 400",
                "*/*; \"exportIds\":[]; 400",
                "*/*; \"exportIds\":[\"1001\"]; 200",
                "application/vnd.adobe.adhoc.activation+json; ; 400",
                "`application/vnd.adobe.adhoc.activation+json;version=1`; ; 400",
            })
    void p9_without_the_accept_header_the_first_version_wants_export_ids(String accept, String more, int status)
            throws IOException {
        anHourLater();
        String body = "{\"activationInfo\":{\"%s\":[\"%s\"]}%s}"
                .formatted(flow, exports.audience, more == null ? "" : "," + more);

        HttpResponse<String> answer =
                Http.send(rest.request(PATH).header("Accept", accept).POST(HttpRequest.BodyPublishers.ofString(body)));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(status == 400 ? "exportIds" : "statusURL");
    }

    @Test
    void p8_eighty_one_audiences_are_too_many() throws IOException {
        String audiences = IntStream.range(0, 81).mapToObj(i -> "\"" + i + "\"").collect(Collectors.joining(","));

        HttpResponse<String> answer = Http.send(rest.request(PATH)
                .header("Accept", "application/vnd.adobe.adhoc.activation+json; version=2")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"activationInfo\":{\"%s\":[%s]}}".formatted(flow, audiences))));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("80");
    }
}
