// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.Progress;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.KeyFingerprinter;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.IdSetBuilder;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Rows as texts of {@code recipient:key}: without a key behind the colon the recipient has none; {@code !} behind it says opted out, {@code ?} undecidable, {@code <} leaving.
 */
final class Rows {
    private Rows() {}

    static TextKeys batch(String... rows) {
        TextKeysBuilder batch = new TextKeysBuilder();
        for (String row : rows) {
            long id = Long.parseLong(row.substring(0, row.indexOf(':')));
            String key = row.substring(row.indexOf(':') + 1);
            byte marks = 0;
            if (!key.isEmpty() && "!?<".indexOf(key.charAt(key.length() - 1)) >= 0) {
                marks = mark(key.charAt(key.length() - 1));
                key = key.substring(0, key.length() - 1);
            }
            batch.recipient(id >> 63, id);
            if (key.isEmpty()) {
                batch.keyless(marks);
            } else {
                byte[] text = key.getBytes(StandardCharsets.UTF_8);
                batch.key(text, 0, text.length, marks);
            }
        }
        return batch.build();
    }

    private static byte mark(char sign) {
        return switch (sign) {
            case '!' -> TextKeys.OPTED_OUT;
            case '?' -> TextKeys.UNDECIDABLE;
            default -> TextKeys.LEAVING;
        };
    }

    static Given source(TextKeys... batches) {
        return new Given(List.of(batches), Option.none());
    }

    /** Fails at its end. */
    static Given failing(BridgeError error, TextKeys... batches) {
        return new Given(List.of(batches), Option.some(error));
    }

    static String text(TextKeys batch, int row) {
        String marks = (batch.has(row, TextKeys.OPTED_OUT) ? "!" : "")
                + (batch.has(row, TextKeys.UNDECIDABLE) ? "?" : "")
                + (batch.has(row, TextKeys.LEAVING) ? "<" : "");
        return batch.recipientLow(row)
                + ":"
                + new String(batch.text(), batch.start(row), batch.end(row) - batch.start(row), StandardCharsets.UTF_8)
                + marks;
    }

    static List<String> texts(TextKeys batch) {
        List<String> texts = new ArrayList<>();
        for (int row = 0; row < batch.size(); row++) {
            texts.add(text(batch, row));
        }
        return texts;
    }

    static List<String> all(KeySource source) {
        List<String> texts = new ArrayList<>();
        for (Option<TextKeys> batch = source.next().get();
                batch.isDefined();
                batch = source.next().get()) {
            texts.addAll(texts(batch.get()));
        }
        return texts;
    }

    static IdSet fingerprints(String... keys) {
        IdSetBuilder ids = new IdSetBuilder();
        KeyFingerprinter fingerprinter = new KeyFingerprinter();
        for (String key : keys) {
            byte[] text = key.getBytes(StandardCharsets.UTF_8);
            fingerprinter.take(text, 0, text.length);
            ids.add(fingerprinter.high(), fingerprinter.low());
        }
        return ids.build();
    }

    static Call call() {
        return call(Progress.SILENT);
    }

    static Call call(Progress progress) {
        return Call.within("test", Duration.ofMinutes(1), System::nanoTime, progress);
    }

    static final class Given implements KeySource {
        private final Deque<TextKeys> left;
        private final Option<BridgeError> end;
        private int closed;
        private int asked;

        private Given(List<TextKeys> batches, Option<BridgeError> end) {
            this.left = new ArrayDeque<>(batches);
            this.end = end;
        }

        @Override
        public Either<BridgeError, Option<TextKeys>> next() {
            asked++;
            return left.isEmpty() && end.isDefined() ? Either.left(end.get()) : Either.right(Option.of(left.poll()));
        }

        @Override
        public void close() {
            closed++;
        }

        int closed() {
            return closed;
        }

        int asked() {
            return asked;
        }
    }
}
