// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.campaign.client.Query;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.RetryAdvice;
import java.util.List;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every code that Campaign is known to give, what it becomes, and whether a repeat is advised; over HTTP, where the code really stands. */
class TellingCodesTest {
    private static final Query RECIPIENTS = Query.on("nms:recipient").build();

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
        XSV-350008 Session has expired or is invalid. Please reconnect. |                                               | AccessDenied     | Never | XSV-350008
        XSV-350012 Invalid login or password. Connection denied.        |                                               | AccessDenied     | Never | XSV-350012
        SOP-330011 Error while executing the method                     | XSV-350012 Invalid login or password.         | AccessDenied     | Never | SOP-330011 XSV-350012
        XSV-350013 The address is not in an allowed security zone       |                                               | AccessDenied     | Never | XSV-350013
        SOP-330007 Error while reading parameters                       | XSV-350114 Failed IMS call, response is 401   | AccessDenied     | Never | SOP-330007 XSV-350114
        SOP-330011 Error while executing the method                     | XSV-350000 Error while loading; WDB-200011 x  | NotFound         | Never | SOP-330011 XSV-350000 WDB-200011
        SOP-330011 Error while executing the method                     | XSV-350001 Error while saving                 | RejectedBySystem | Never | SOP-330011 XSV-350001
        SOP-330011 Error while executing the method                     | XSV-350023 Cannot save document of type 'x'   | RejectedBySystem | Never | SOP-330011 XSV-350023
        SOP-330011 Error while executing the method                     | XSV-350023 Cannot save; PGS-220000 deadlock   | Unavailable      | After | SOP-330011 XSV-350023 PGS-220000
        XSV-350063 No data source                                       |                                               | RejectedBySystem | Never | XSV-350063
        XSV-350122 The process is stopped                               |                                               | Unavailable      | After | XSV-350122
        SOP-330003 Unknown service                                      |                                               | InvalidRequest   | Never | SOP-330003
        SOP-330005 The method is not implemented                        |                                               | RejectedBySystem | Never | SOP-330005
        SOP-330006 The method is not defined in SOAP service            |                                               | RejectedBySystem | Never | SOP-330006
        SOP-330007 Error while reading parameters                       |                                               | InvalidRequest   | Never | SOP-330007
        SOP-330011 Error while executing the method                     |                                               | RejectedBySystem | Never | SOP-330011
        SOP-330021 Communication error with another server              |                                               | Unavailable      | After | SOP-330021
        SOP-330011 Error while executing the method                     | SOP-330023 The details are hidden             | RejectedBySystem | Never | SOP-330011 SOP-330023
        SOP-330024 Unspecified function library                         |                                               | InvalidRequest   | Never | SOP-330024
        SOP-330011 Error while executing the method                     | XTK-170006 The element is unknown             | InvalidRequest   | Never | SOP-330011 XTK-170006
        SOP-330011 Error while executing the method                     | XTK-170036 Unable to parse the expression     | InvalidRequest   | Never | SOP-330011 XTK-170036
        SOP-330011 Error while executing the method                     | XTK-170024 The schema temp:x is unknown       | NotFound         | Never | SOP-330011 XTK-170024
        SOP-330011 Error while executing the method                     | XTK-170999 Some other expression              | InvalidRequest   | Never | SOP-330011 XTK-170999
        XFR-180000 The document nms:recipient was not found             |                                               | NotFound         | Never | XFR-180000
        SOP-330011 Error while executing the method                     | WDB-200011 The requested record is not there  | NotFound         | Never | SOP-330011 WDB-200011
        SOP-330011 Error while executing the method                     | PGS-220000 violates unique constraint "x"     | Conflict         | Never | SOP-330011 PGS-220000
        SOP-330011 Error while executing the method                     | ODB-240000 Duplicate entry                    | Conflict         | Never | SOP-330011 ODB-240000
        SOP-330011 Error while executing the method                     | PGS-220000 violates foreign key constraint    | Conflict         | Never | SOP-330011 PGS-220000
        SOP-330011 Error while executing the method                     | PGS-220000 deadlock detected                  | Unavailable      | After | SOP-330011 PGS-220000
        SOP-330011 Error while executing the method                     | ODB-240000 SQLSTATE 40001                     | Unavailable      | After | SOP-330011 ODB-240000
        SOP-330011 Error while executing the method                     | PGS-220000 connection refused                 | Unavailable      | After | SOP-330011 PGS-220000
        SOP-330011 Error while executing the method                     | PGS-220000 division by zero                   | RejectedBySystem | Never | SOP-330011 PGS-220000
        RST-360011 An error occurred                                    | RST-360012 inside; WDB-200011 no record       | NotFound         | Never | RST-360011 RST-360012 WDB-200011
        RST-360000 An error occurred                                    |                                               | RejectedBySystem | Never | RST-360000
        SOP-330011 Error while executing the method                     | INT-150012 HTTP error                         | Unavailable      | After | SOP-330011 INT-150012
        SOP-330011 Error while executing the method                     | IOB-090007 Cannot connect                     | Unavailable      | After | SOP-330011 IOB-090007
        SOP-330011 Error while executing the method                     | WEB-530007 No answer                          | Unavailable      | After | SOP-330011 WEB-530007
        SOP-330011 Error while executing the method                     | DLV-490037 A delivery                         | RejectedBySystem | Never | SOP-330011 DLV-490037
        SOP-330011 Error while executing the method                     | WKF-560000 A workflow                         | RejectedBySystem | Never | SOP-330011 WKF-560000
        SOP-330011 Error while executing the method                     | JST-310000 A template                         | RejectedBySystem | Never | SOP-330011 JST-310000
        SOP-330011 Error while executing the method                     | SCR-160012 A script                           | RejectedBySystem | Never | SOP-330011 SCR-160012
        SOP-330011 Error while executing the method                     | BAS-010000 A base                             | RejectedBySystem | Never | SOP-330011 BAS-010000
        """)
    void the_most_telling_code_decides_whatever_the_status(
            String words, String detail, String variant, String advice, String codes) throws Exception {
        var fault = Answers.fault(words, detail == null ? "" : detail);
        for (int status : new int[] {200, 400, 500}) {
            try (var instance = new Instance(request -> Instance.status(status, fault))) {
                var error = instance.withOperator()
                        .count(RECIPIENTS, Instance.call())
                        .getLeft();

                assertThat(error.code()).isEqualTo(variant);
                assertThat(advice(error)).isEqualTo(advice);
                assertThat(error.incident().codes()).containsExactlyElementsOf(List.of(codes.split(" ")));
                assertThat(error.message()).contains(codes.split(" "));
            }
        }
    }

    @ParameterizedTest(name = "HTTP {0}")
    @CsvSource({
        "429, Throttled, After",
        "502, Unavailable, After",
        "503, Unavailable, After",
        "504, Unavailable, After",
        "500, Unavailable, After",
        "403, AccessDenied, Never",
        "404, NotFound, Never"
    })
    void a_status_alone_says_what_it_says_everywhere(int status, String variant, String advice) throws Exception {
        for (String body : List.of("", "busy", "<!DOCTYPE html><html><body>Busy &nbsp; page</body></html>")) {
            try (var instance = new Instance(request -> Instance.status(status, body))) {
                var error = instance.withOperator()
                        .count(RECIPIENTS, Instance.call())
                        .getLeft();

                assertThat(error.code()).isEqualTo(variant);
                assertThat(advice(error)).isEqualTo(advice);
            }
        }
    }

    @Test
    void a_write_whose_answer_a_gateway_lost_has_an_unknown_outcome() throws Exception {
        try (var instance = new Instance(request -> Instance.status(504, ""))) {
            var error = instance.withOperator()
                    .write("nms:group", out -> out.open("group").close(), false, Instance.call())
                    .getLeft();

            assertThat(error).isInstanceOf(BridgeError.OutcomeUnknown.class);
            assertThat(advice(error)).isEqualTo("CheckFirst");
        }
    }

    @Test
    void a_fault_that_says_nothing_counts_less_than_a_status_that_says_to_wait() throws Exception {
        var vague = Answers.fault("SOP-330011 Error while executing the method", "SOP-330023 hidden");
        try (var instance = new Instance(request -> Instance.status(503, vague))) {
            var error =
                    instance.withOperator().count(RECIPIENTS, Instance.call()).getLeft();

            assertThat(error).isInstanceOf(BridgeError.Unavailable.class);
        }
    }

    @Test
    void the_way_to_a_logon_page_asks_for_a_sign_in_and_any_other_way_is_not_gone() throws Exception {
        var logon = redirect("/nl/jsp/logon.jsp?target=%2Fnl");
        try (var instance = new Instance(request -> logon)) {
            var error =
                    instance.withOperator().count(RECIPIENTS, Instance.call()).getLeft();

            assertThat(error).isInstanceOf(BridgeError.AccessDenied.class);
            assertThat(instance.logons).hasValue(2);
        }
        var elsewhere = redirect("https://other.example.com/x?secret=hunter2");
        try (var instance = new Instance(request -> elsewhere)) {
            var error =
                    instance.withOperator().count(RECIPIENTS, Instance.call()).getLeft();

            assertThat(error).isInstanceOf(BridgeError.ProtocolBreach.class);
            assertThat(error.message()).contains("https://other.example.com").doesNotContain("hunter2");
            assertThat(instance.logons).hasValue(1);
        }
    }

    @Test
    void a_page_for_people_with_a_good_status_is_named() throws Exception {
        for (String page : List.of(
                "<!DOCTYPE html><html><body>Welcome <br> XSV-350008</body></html>",
                "\n<HTML><head><title>x</title>",
                "<!-- proxy --><html></html>")) {
            try (var instance = new Instance(request -> Instance.ok(page))) {
                var error = instance.withOperator()
                        .count(RECIPIENTS, Instance.call())
                        .getLeft();

                assertThat(error).isInstanceOf(BridgeError.ProtocolBreach.class);
                assertThat(error.message()).contains("an HTML page for people", "check that the address");
            }
        }
    }

    @Test
    void a_record_that_is_there_already_is_what_an_insertion_wanted() throws Exception {
        var duplicate = Answers.fault(
                "SOP-330011 Error while executing the method",
                "PGS-220000 ERROR: duplicate key value violates unique constraint \"nmsgroup_name\"");
        try (var instance = new Instance(request -> Instance.ok(duplicate))) {
            var isNew = instance.withOperator()
                    .insert("nms:group", out -> out.open("group").close(), Instance.call());

            assertThat(isNew.get()).isFalse();
        }
        var dangling = Answers.fault("SOP-330011 Error", "PGS-220000 violates foreign key constraint unique_list");
        try (var instance = new Instance(request -> Instance.ok(dangling))) {
            var outcome = instance.withOperator()
                    .insert("nms:group", out -> out.open("group").close(), Instance.call());

            assertThat(outcome.getLeft()).isInstanceOf(BridgeError.Conflict.class);
        }
    }

    private static MockResponse redirect(String location) {
        return new MockResponse.Builder()
                .code(302)
                .setHeader("Location", location)
                .build();
    }

    private static String advice(BridgeError error) {
        RetryAdvice advice = error.retryAdvice();
        return advice.getClass().getSimpleName();
    }
}
