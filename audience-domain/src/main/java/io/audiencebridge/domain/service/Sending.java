// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.KeyFingerprinter;
import io.audiencebridge.domain.identity.KeyTranslator;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.member.IdHashSet;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.IdSetBuilder;
import io.audiencebridge.domain.member.KeySink;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.audiencebridge.domain.sharing.ExportTally;
import io.audiencebridge.domain.spi.connector.WriteSummary;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** The loops over batches: from sources through the sorter into sinks. */
final class Sending {
    private Sending() {}

    /** Sorts all of {@code keys}, with helping hands of {@code executor}, and sends what is new; a failure aborts the sink. */
    static Either<BridgeError, ExportTally> all(
            Either<BridgeError, KeySource> keys, ExportSorter sorter, LazySink sink, Executor executor, Call call) {
        TextKeysBuilder rows = TextKeysBuilder.reusing();
        long[] seen = new long[1];
        KeysAhead ahead = new KeysAhead(sorter.key(), executor, (batch, made) -> {
            sorter.sort(batch, made, rows);
            seen[0] += batch.size();
            call.progress().moved("sending members", seen[0], -1);
            return rows.isFull() ? sink.accept(rows.build()) : Either.right(0);
        });
        return keys.flatMap(source -> drain(source, call, ahead::take))
                .flatMap(read -> ahead.finish())
                .flatMap(sent -> sink.accept(rows.build()))
                .flatMap(sent -> sorter.tally().balanced())
                .peekLeft(error -> sink.abort());
    }

    /** The fingerprints of all valid keys of {@code source}. */
    static Either<BridgeError, IdHashSet> fingerprints(KeySource source, ReconciliationKey key, Call call) {
        IdHashSet found = new IdHashSet();
        KeyTranslator translator = KeyTranslator.storedToWire(key);
        KeyFingerprinter fingerprinter = new KeyFingerprinter();
        byte[] wire = new byte[KeyTranslator.LONGEST];
        return drain(source, call, batch -> {
                    for (int row = 0; row < batch.size(); row++) {
                        int length = batch.has(row, TextKeys.KEYLESS)
                                ? KeyTranslator.INVALID
                                : translator.translate(batch.text(), batch.start(row), batch.end(row), wire);
                        if (length != KeyTranslator.INVALID) {
                            fingerprinter.take(wire, 0, length);
                            found.add(fingerprinter.high(), fingerprinter.low());
                        }
                    }
                    return Either.right(batch.size());
                })
                .map(read -> found);
    }

    /** The recipients of all rows of {@code source}. */
    static Either<BridgeError, IdSet> recipients(KeySource source, Call call) {
        IdSetBuilder found = new IdSetBuilder();
        return drain(source, call, batch -> {
                    for (int row = 0; row < batch.size(); row++) {
                        found.add(batch.recipientHigh(row), batch.recipientLow(row));
                    }
                    return Either.right(batch.size());
                })
                .map(read -> found.build());
    }

    /** Sends {@code recipients} as rows without keys that carry {@code marks}. */
    static Either<BridgeError, Integer> recipients(
            IdSet recipients, KeySink<WriteSummary> sink, byte marks, String step, Call call) {
        TextKeysBuilder rows = new TextKeysBuilder();
        for (int i = 0; i < recipients.size(); i++) {
            rows.recipient(recipients.high(i), recipients.low(i)).keyless(marks);
            if (rows.isFull()) {
                Either<BridgeError, Integer> sent = call.check().flatMap(open -> sink.accept(rows.build()));
                if (sent.isLeft()) {
                    return sent;
                }
                call.progress().moved(step, i + 1L, recipients.size());
            }
        }
        return sink.accept(rows.build());
    }

    /** Hands every batch of {@code source} to {@code work} and closes the source. */
    static Either<BridgeError, Boolean> drain(
            KeySource source, Call call, Function<TextKeys, Either<BridgeError, Integer>> work) {
        try (source) {
            while (true) {
                Either<BridgeError, Option<TextKeys>> next = call.check().flatMap(open -> source.next());
                if (next.isLeft()) {
                    return Either.left(next.getLeft());
                }
                if (next.get().isEmpty()) {
                    return Either.right(true);
                }
                Either<BridgeError, Integer> done = work.apply(next.get().get());
                if (done.isLeft()) {
                    return Either.left(done.getLeft());
                }
            }
        }
    }
}
