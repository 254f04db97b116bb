// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Rows of recipients as text, {@code 3 A-3 opted out}. */
final class Rows {
    private Rows() {}

    /** Every row of {@code source}, which is closed: the recipient, the key if there is one, and whether the person opted out. */
    static List<String> told(KeySource source) {
        List<String> lines = new ArrayList<>();
        try (source) {
            for (var next = source.next().get();
                    next.isDefined();
                    next = source.next().get()) {
                TextKeys batch = next.get();
                for (int row = 0; row < batch.size(); row++) {
                    lines.add(line(batch, row));
                }
            }
        }
        return lines;
    }

    /** Every key of {@code source}, which is closed; {@code leaving} stands before those of leavers. */
    static List<String> keys(KeySource source) {
        List<String> keys = new ArrayList<>();
        try (source) {
            for (var next = source.next().get();
                    next.isDefined();
                    next = source.next().get()) {
                TextKeys batch = next.get();
                for (int row = 0; row < batch.size(); row++) {
                    keys.add((batch.has(row, TextKeys.LEAVING) ? "leaving " : "") + key(batch, row));
                }
            }
        }
        return keys;
    }

    private static String key(TextKeys batch, int row) {
        return new String(batch.text(), batch.start(row), batch.end(row) - batch.start(row), StandardCharsets.UTF_8);
    }

    private static String line(TextKeys batch, int row) {
        String key = batch.has(row, TextKeys.KEYLESS) ? "" : " " + key(batch, row);
        String mark = batch.has(row, TextKeys.OPTED_OUT) ? " opted out" : "";
        return RecipientId.text(batch.recipientHigh(row), batch.recipientLow(row)) + key + mark;
    }
}
