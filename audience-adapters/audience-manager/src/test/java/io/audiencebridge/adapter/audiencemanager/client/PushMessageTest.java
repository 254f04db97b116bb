// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Source: audience-manager.md, section 5.7. */
final class PushMessageTest {
    private static final String MESSAGE = """
            {"ProcessTime":"Wed Jul 27 16:17:42 UTC 2016","User_DPID":"12345","Client_ID":"74323","AAM_Destination_Id":"423","User_count":"2",
            "Users":[
            {"AAM_UUID":"1939357236854736935031994941689971572700000","DataPartner_UUID":"4250948725049857","AAM_Regions":["9",7],
            "Segments":[{"Segment_ID":"14356","Status":"1","DateTime":"Wed Jul 27 16:17:22 UTC 2016"},
            {"Segment_ID":"gold","Status":0,"DateTime":"yesterday"}]},
            {"DataPartner_UUID":"4250948725049858","Segments":[]}]}""";

    @Test
    void a_message_is_read_as_documented() {
        PushMessage message = parsed(MESSAGE);

        assertThat(message.processed()).hasValue(Instant.parse("2016-07-27T16:17:42Z"));
        assertThat(message.userDataSource()).hasValue(12345);
        assertThat(message.clientId()).isEqualTo("74323");
        assertThat(message.destination()).hasValue(423);
        assertThat(message.statedUsers()).hasValue(2);
        assertThat(message.unreadable()).isZero();
        PushedUser user = message.users().get(0);
        assertThat(user.aamUuid()).hasValueSatisfying(uuid -> assertThat(uuid).hasSize(43));
        assertThat(user.partnerUuid()).hasValue("4250948725049857");
        assertThat(user.regions()).containsExactly("9", "7");
        assertThat(user.segments())
                .containsExactly(
                        new PushedSegment("14356", true, Optional.of(Instant.parse("2016-07-27T16:17:22Z"))),
                        new PushedSegment("gold", false, Optional.empty()));
        assertThat(message.users().get(1).regions()).isEmpty();
    }

    @Test
    void the_destination_may_be_spelled_as_the_table_does_and_members_may_be_missing() {
        PushMessage message = parsed("{\"AAM_Destination_ID\":423,\"Users\":[],\"New\":{\"er\":[1]}}");

        assertThat(message.destination()).hasValue(423);
        assertThat(message.processed()).isEmpty();
        assertThat(message.userDataSource()).isEqualTo(OptionalLong.empty());
        assertThat(message.clientId()).isEmpty();
    }

    @Test
    void what_nobody_can_tell_is_left_out_and_counted_never_taken_for_an_entry() {
        PushMessage message = parsed("""
                {"Users":[{"Segments":[{"Segment_ID":"1","Status":"1"}]},{"AAM_UUID":"7","Segments":[
                {"Segment_ID":"1","Status":"2"},{"Segment_ID":"","Status":"1"},{"Status":"1"},{"Segment_ID":"2"},{"Segment_ID":"3","Status":true},
                {"Segment_ID":"4","Status":"01"},null,{"Segment_ID":"5","Status":1}]},17]}""");

        assertThat(message.unreadable()).isEqualTo(9);
        assertThat(message.users()).hasSize(1);
        assertThat(message.users().get(0).segments()).containsExactly(new PushedSegment("5", true, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "{}",
                "{\"Users\":{}}",
                "{\"Users\":[]",
                "{\"Users\":[]} {}",
                "<Users/>",
                "\u0000"
            })
    void anything_else_is_refused_without_repeating_it(String body) {
        var refused = PushMessage.parse(body.getBytes(StandardCharsets.UTF_8)).getLeft();

        assertThat(refused.code()).isEqualTo("InvalidRequest");
        assertThat(refused.message()).startsWith("body: it is no JSON");
    }

    @Test
    void brackets_in_brackets_are_refused_and_not_followed() {
        String deep = "{\"Users\":" + "[".repeat(200_000);

        assertThat(PushMessage.parse(deep.getBytes(StandardCharsets.UTF_8)).isLeft())
                .isTrue();
    }

    @Test
    void the_same_bytes_have_the_same_fingerprint_and_others_another() {
        assertThat(parsed(MESSAGE).fingerprint())
                .isEqualTo(parsed(MESSAGE).fingerprint())
                .isNotEqualTo(parsed(MESSAGE + " ").fingerprint())
                .matches("[0-9a-f]{64}");
    }

    @Test
    void no_id_is_printed() {
        assertThat(parsed(MESSAGE).toString())
                .contains("423")
                .contains("14356")
                .doesNotContain("4250948725049857")
                .doesNotContain("19393572");
    }

    private static PushMessage parsed(String text) {
        return PushMessage.parse(text.getBytes(StandardCharsets.UTF_8)).get();
    }
}
