// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.campaign.client.Query;
import io.audiencebridge.adapter.campaign.client.Rows;
import io.audiencebridge.adapter.campaign.client.XPath;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How often Campaign is asked for an answer that was cut: as often as the settings say, the transport's own repeats included. */
class RepeatingCutAnswersTest {
    private static final XPath ID = XPath.of("@id");
    private static final Query EVERYBODY = Query.on("nms:recipient").select(ID).build();
    private static final int LAST = 9;
    private static final int PAGE = 4;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4})
    void a_line_that_breaks_before_the_first_row_is_given_up_after_that_many(int maxAttempts) throws Exception {
        try (var instance = answering(maxAttempts, page -> cut(page, 0))) {
            var error = read(instance).getLeft();

            assertThat(error).isInstanceOf(BridgeError.Unavailable.class);
            assertThat(error.incident().attempts()).isEqualTo(maxAttempts);
        }
        assertThat(asked).hasSize(maxAttempts);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void xml_that_ends_before_the_first_row_is_given_up_after_that_many(int maxAttempts) throws Exception {
        try (var instance = answering(maxAttempts, page -> Instance.ok(page.substring(0, rowsOf(page) + 3)))) {
            assertThat(read(instance).getLeft()).isInstanceOf(BridgeError.ProtocolBreach.class);
        }
        assertThat(asked).hasSize(maxAttempts);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void an_answer_without_rows_is_given_up_after_that_many(int maxAttempts) throws Exception {
        String count = Answers.count(7);
        try (var instance = answering(maxAttempts, page -> Instance.ok(count.substring(0, count.length() - 30)))) {
            var counted = instance.withOperator().count(EVERYBODY, Instance.call());

            assertThat(counted.getLeft()).isInstanceOf(BridgeError.ProtocolBreach.class);
        }
        assertThat(asked).hasSize(maxAttempts);
    }

    @Test
    void repeats_of_the_transport_count_too() throws Exception {
        try (var instance = answering(3, page -> asked.size() == 2 ? cut(page, 0) : atOnce(503))) {
            assertThat(read(instance).isLeft()).isTrue();
        }
        assertThat(asked).hasSize(3);
    }

    @Test
    void the_last_attempt_may_bring_the_answer() throws Exception {
        try (var instance = answering(3, page -> asked.size() < 3 ? cut(page, 0) : Instance.ok(page))) {
            assertThat(read(instance).get()).hasSize(LAST);
        }
        assertThat(mostInARow()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "3,1", "1,3", "3,3"})
    void going_on_behind_rows_that_were_read_is_another_request(int maxAttempts, int rows) throws Exception {
        try (var instance = answering(maxAttempts, page -> cut(page, rows))) {
            assertThat(read(instance).get()).containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9");
        }
        assertThat(mostInARow()).isEqualTo(1);
    }

    @Test
    void each_request_has_all_its_attempts() throws Exception {
        try (var instance =
                answering(3, page -> Collections.frequency(asked, newest()) < 3 ? cut(page, 0) : cut(page, 2))) {
            assertThat(read(instance).get()).hasSize(LAST);
        }
        assertThat(mostInARow()).isEqualTo(3);
        assertThat(asked).hasSize(3 * 5 + 1);
    }

    @Test
    void a_session_that_is_over_is_replaced_whatever_is_left() throws Exception {
        try (var instance = answering(1, page -> asked.size() == 1 ? atOnce(401) : cut(page, 0))) {
            assertThat(read(instance).getLeft()).isInstanceOf(BridgeError.Unavailable.class);
            assertThat(instance.logons()).isEqualTo(2);
        }
        assertThat(asked).hasSize(2);
    }

    private Instance answering(int maxAttempts, Fate answer) throws Exception {
        var instance = new Instance(request -> {
            asked.add(body(request).replaceAll("___S\\d+", "session"));
            return answer.to(page(request));
        });
        instance.maxAttempts = maxAttempts;
        return instance;
    }

    /** What becomes of a whole page. */
    @FunctionalInterface
    private interface Fate {
        MockResponse to(String page);
    }

    private String newest() {
        return asked.get(asked.size() - 1);
    }

    private int mostInARow() {
        int most = 0;
        int now = 0;
        for (int i = 0; i < asked.size(); i++) {
            now = i > 0 && asked.get(i).equals(asked.get(i - 1)) ? now + 1 : 1;
            most = Math.max(most, now);
        }
        return most;
    }

    private static Either<BridgeError, List<String>> read(Instance instance) {
        return instance.withOperator().rows(EVERYBODY, PAGE, Instance.call()).flatMap(rows -> drained(rows));
    }

    private static Either<BridgeError, List<String>> drained(Rows opened) {
        List<String> ids = new ArrayList<>();
        try (Rows rows = opened) {
            var next = rows.next();
            while (next.isRight() && next.get()) {
                ids.add(rows.row().text(ID));
                next = rows.next();
            }
            return next.map(done -> ids);
        }
    }

    private static MockResponse atOnce(int status) {
        return Instance.status(status, "")
                .newBuilder()
                .setHeader("Retry-After", "0")
                .build();
    }

    /** A page whose connection is closed in the row after so many; whole if it has no more. */
    private static MockResponse cut(String page, int rows) {
        int at = rowsOf(page);
        for (int row = 0; row < rows && at >= 0; row++) {
            at = page.indexOf("<r id", at + 1);
        }
        return at < 0
                ? Instance.ok(page)
                : Instance.ok(page.substring(0, at + 3))
                        .newBuilder()
                        .setHeader("Content-Length", page.length())
                        .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE)
                        .build();
    }

    private static int rowsOf(String page) {
        return page.indexOf("<r id");
    }

    private static String page(RecordedRequest request) {
        var rows = new StringBuilder();
        int first = after(request) + 1;
        for (int id = first; id <= LAST && id < first + PAGE; id++) {
            rows.append("<r id='").append(id).append("'/>");
        }
        return Answers.envelope("<ExecuteQueryResponse xmlns='urn:xtk:queryDef'><pdomOutput xsi:type='ns:Element'>"
                + "<r-collection><!-- " + "behind what is looked at first ".repeat(40) + "-->" + rows
                + "</r-collection></pdomOutput></ExecuteQueryResponse>");
    }

    private static int after(RecordedRequest request) {
        Matcher last = Pattern.compile("@id > (\\d+)").matcher(body(request));
        return last.find() ? Integer.parseInt(last.group(1)) : 0;
    }

    private static String body(RecordedRequest request) {
        var body = request.getBody();
        return body == null ? "" : body.utf8();
    }
}
