// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.forecast;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.diagnosis.SampleFacts;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.audiencebridge.domain.spi.connector.KeyReader;
import io.audiencebridge.domain.spi.connector.MemberFeed;
import io.audiencebridge.domain.spi.connector.MemberReader;
import io.vavr.control.Either;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;

/** Two systems that hold what is listed. */
final class Listed {
    private Listed() {}

    /** A system with an audience of these keys. */
    static Side members(List<String> keys) {
        MemberReader reader = (audience, dataSource, call) -> Either.right(new MemberFeed.Ready(
                rows(keys, (number, rows) -> write(keys.get((int) number), rows.recipient(0, 0)))));
        return new Side(reader);
    }

    /** A system with a recipient for each of these keys. */
    static Side recipients(List<String> keys) {
        return new Side(new Reader(keys));
    }

    private static KeySource rows(List<String> keys, Rows.Writer writer) {
        return new Rows(
                LongStream.range(0, keys.size()),
                writer,
                SampleFacts.builder().whole(true).how("").build());
    }

    private static void write(String key, TextKeysBuilder rows) {
        byte[] text = key.getBytes(StandardCharsets.UTF_8);
        if (text.length == 0) {
            rows.keyless((byte) 0);
        } else {
            rows.key(text, 0, text.length, (byte) 0);
        }
    }

    private record Reader(List<String> keys) implements KeyReader {
        @Override
        public Either<BridgeError, KeySource> keysOf(AudienceRef list, DataSource dataSource, Call call) {
            return allKeys(dataSource, call);
        }

        @Override
        public Either<BridgeError, KeySource> allKeys(DataSource dataSource, Call call) {
            return Either.right(rows(
                    keys, (number, rows) -> write(keys.get((int) number), rows.recipient(0, number + 1))));
        }
    }
}
