// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Rows read to their end, as text: {@code ?} could not be decided, {@code -} marks who left. */
final class Drained {
    private Drained() {}

    static Either<BridgeError, List<String>> rows(KeySource source) {
        List<String> rows = new ArrayList<>();
        try (source) {
            while (true) {
                Either<BridgeError, Option<TextKeys>> next = source.next();
                if (next.isLeft()) {
                    return Either.left(next.getLeft());
                }
                if (next.get().isEmpty()) {
                    return Either.right(rows);
                }
                rows.addAll(of(next.get().get()));
            }
        }
    }

    static List<String> of(TextKeys batch) {
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < batch.size(); row++) {
            int start = batch.start(row);
            String key = new String(batch.text(), start, batch.end(row) - start, StandardCharsets.UTF_8);
            String marked = batch.has(row, TextKeys.LEAVING) ? "-" + key : key;
            rows.add(batch.has(row, TextKeys.UNDECIDABLE) ? "?" : marked);
        }
        return rows;
    }
}
