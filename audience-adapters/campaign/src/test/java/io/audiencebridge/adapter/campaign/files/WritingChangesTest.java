// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.Progress;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Files of members that a workflow loads. */
class WritingChangesTest {
    private static final String UUID = "f47ac10b-58cc-4372-a567-0e02b2c3d479";

    @Test
    void who_enters_is_added_and_who_is_marked_as_leaving_is_removed() {
        var sink = new Zipped.Sink(Integer.MAX_VALUE);
        var file = new ChangeFile(sink);

        file.accept(batch((byte) 0, "1", "-20", UUID, "-9223372036854775808"), call());
        file.accept(batch(TextKeys.LEAVING, "9223372036854775807", "0000000000000000042"), call());
        var rows = file.finish().get();

        assertThat(rows).isEqualTo(6);
        assertThat(sink.finished).isTrue();
        assertThat(sink.bytes.toString(StandardCharsets.US_ASCII))
                .isEqualTo("operation,recipientId\r\nadd,1\r\nadd,-20\r\nadd," + UUID
                        + "\r\nadd,-9223372036854775808\r\nremove,9223372036854775807\r\nremove,42\r\n");
    }

    @Test
    void the_same_change_is_the_same_bytes() {
        var one = new Zipped.Sink(Integer.MAX_VALUE);
        var other = new Zipped.Sink(Integer.MAX_VALUE);

        for (Zipped.Sink sink : new Zipped.Sink[] {one, other}) {
            var file = new ChangeFile(sink);
            file.accept(batch((byte) 0, "1", "2"), call());
            file.finish();
        }

        assertThat(one.bytes.toByteArray()).isEqualTo(other.bytes.toByteArray());
    }

    @Test
    void rows_that_name_nobody_are_refused() {
        var file = new ChangeFile(new Zipped.Sink(Integer.MAX_VALUE));

        assertThat(file.accept(batch((byte) 0, "0"), call()).getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
    }

    @Test
    void what_the_exchange_refuses_comes_back() {
        var onTheWay = new Zipped.Sink(100_000);
        var atTheEnd = new Zipped.Sink(4);
        var file = new ChangeFile(onTheWay);
        var ids = IntStream.rangeClosed(1, 20_000).mapToObj(Integer::toString).toArray(String[]::new);

        assertThat(file.accept(batch((byte) 0, ids), call()).getLeft().message())
                .isEqualTo("The disk is full");
        assertThat(new ChangeFile(atTheEnd).finish().getLeft().message()).isEqualTo("The disk is full");
        assertThat(atTheEnd.finished).isFalse();
        assertThat(atTheEnd.aborted).isTrue();
    }

    private static TextKeys batch(byte marks, String... recipients) {
        TextKeysBuilder rows = new TextKeysBuilder();
        for (String id : recipients) {
            RecipientId recipient = RecipientId.parse(id).get();
            rows.recipient(recipient.high(), recipient.low()).keyless(marks);
        }
        return rows.build();
    }

    private static Call call() {
        return Call.within("c-7", Duration.ofMinutes(1), System::nanoTime, Progress.SILENT);
    }
}
