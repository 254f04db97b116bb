// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.campaign.soap.Answers;
import io.audiencebridge.adapter.campaign.soap.Instance;
import io.audiencebridge.adapter.http.HttpSettings;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.spi.connector.KeyReader;
import io.audiencebridge.domain.system.Secret;
import io.vavr.control.Either;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recipients whose pages are cut: asked for again as often as the settings say, as long as none of them is whole. */
class ReadingCutPagesTest {
    private static final int PEOPLE = 6;

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void a_recipient_who_never_comes_whole_is_asked_for_that_often(int maxAttempts) throws Exception {
        try (var instance = new Instance(request -> Instance.ok(cut(request, 1)))) {
            assertThat(read(instance, maxAttempts).getLeft()).isInstanceOf(BridgeError.ProtocolBreach.class);
            assertThat(queries(instance)).isEqualTo(maxAttempts);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void going_on_behind_the_last_whole_recipient_is_another_request(int maxAttempts) throws Exception {
        try (var instance = new Instance(request -> Instance.ok(cut(request, 2)))) {
            assertThat(read(instance, maxAttempts).getLeft()).isInstanceOf(BridgeError.ProtocolBreach.class);
            assertThat(queries(instance)).isEqualTo(PEOPLE - 1 + maxAttempts);
        }
    }

    /** Reads to the end, which does not come: the last recipient's page is always cut. */
    private static Either<BridgeError, Boolean> read(Instance instance, int maxAttempts) {
        var settings = CampaignSettings.builder()
                .uri(instance.uri())
                .operator("admin")
                .password(Secret.of("p"))
                .http(HttpSettings.builder().maxAttempts(maxAttempts).build())
                .build();
        var connector = new CampaignConnectorFactory()
                .connect(settings, new Bench.NoTokens())
                .get();
        return connector
                .ability(KeyReader.class)
                .get()
                .allKeys(Bench.DECLARED, Bench.call())
                .flatMap(ReadingCutPagesTest::drained);
    }

    private static Either<BridgeError, Boolean> drained(KeySource opened) {
        try (KeySource source = opened) {
            var next = source.next();
            while (next.isRight() && next.get().isDefined()) {
                next = source.next();
            }
            return next.map(end -> true);
        }
    }

    private static long queries(Instance instance) {
        return instance.actions.stream()
                .filter(action -> action.contains("ExecuteQuery"))
                .count();
    }

    /** A page that ends in the middle, behind so many of its rows. */
    private static String cut(RecordedRequest request, int rows) {
        Matcher last = Pattern.compile("@id > (\\d+)")
                .matcher(Objects.requireNonNull(request.getBody()).utf8());
        int first = last.find() ? Integer.parseInt(last.group(1)) + 1 : 1;
        var text = new StringBuilder();
        for (int id = first; id <= PEOPLE && id < first + rows; id++) {
            text.append("<recipient id='")
                    .append(id)
                    .append("' declaredId='CRM-")
                    .append(id)
                    .append("'/>");
        }
        String whole = Answers.envelope("<ExecuteQueryResponse xmlns='urn:xtk:queryDef'>"
                + "<pdomOutput xsi:type='ns:Element'><recipient-collection>" + text + "<cut");
        return whole.substring(0, whole.indexOf("<cut") + 4);
    }
}
