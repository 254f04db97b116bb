// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.KeyFingerprinter;
import io.audiencebridge.domain.identity.KeyTranslator;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.member.EventMerge;
import io.audiencebridge.domain.member.EventSource;
import io.audiencebridge.domain.member.MemberEvents;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.sharing.EventTally;
import io.audiencebridge.domain.spi.connector.EventExport;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Optional;

/** Reads exports into a merge and counts what became of each row (SEMANTICS S29). Not thread-safe. */
final class ReceivedEvents {
    private final EventMerge merge;
    private final KeyTranslator translator;
    private final Call call;
    private final KeyFingerprinter fingerprinter = new KeyFingerprinter();
    private final byte[] key = new byte[KeyTranslator.LONGEST];
    private int exports;
    private long read;
    private long realized;
    private long exited;
    private long stale;
    private long conflicting;
    private long invalid;

    ReceivedEvents(EventMerge merge, ReconciliationKey key, Call call) {
        this.merge = merge;
        this.translator = ReceivedKeys.fromExport(key);
        this.call = call;
    }

    /** Reads all of {@code export}. Right: the rows that said that somebody is in the audience. Left: it could not be read whole; the merge is of no worth then. */
    Either<BridgeError, Long> take(EventExport export) {
        exports++;
        long time = export.time().toEpochMilli();
        merge.beginFile(time, export.isFull());
        long before = realized + stale;
        return export.open()
                .flatMap(source -> drain(source, time, export.isFull()))
                .map(done -> {
                    merge.endFile();
                    return realized + stale - before;
                });
    }

    EventTally tally(Optional<EventTally> earlier) {
        EventTally.Builder tally = EventTally.builder();
        tally.exports(exports + earlier.map(EventTally::exports).orElse(0));
        tally.read(read + earlier.map(EventTally::read).orElse(0L));
        tally.realized(realized + earlier.map(EventTally::realized).orElse(0L));
        tally.exited(exited + earlier.map(EventTally::exited).orElse(0L));
        tally.stale(stale + earlier.map(EventTally::stale).orElse(0L));
        tally.conflicting(conflicting + earlier.map(EventTally::conflicting).orElse(0L));
        tally.invalid(invalid + earlier.map(EventTally::invalid).orElse(0L));
        return tally.build();
    }

    private Either<BridgeError, Boolean> drain(EventSource source, long exportTime, boolean full) {
        try (source) {
            while (true) {
                Either<BridgeError, Option<MemberEvents>> next = call.check().flatMap(open -> source.next());
                if (next.isLeft()) {
                    return Either.left(next.getLeft());
                }
                if (next.get().isEmpty()) {
                    return Either.right(true);
                }
                take(next.get().get(), exportTime, full);
                call.progress().moved("applying exports", read, -1);
            }
        }
    }

    private void take(MemberEvents events, long exportTime, boolean full) {
        TextKeys keys = events.keys();
        for (int row = 0; row < keys.size(); row++) {
            read++;
            boolean leaver = keys.has(row, TextKeys.LEAVING);
            int length = keys.has(row, TextKeys.UNDECIDABLE) || (full && leaver)
                    ? KeyTranslator.INVALID
                    : translator.translate(keys.text(), keys.start(row), keys.end(row), key);
            if (length == KeyTranslator.INVALID) {
                invalid++;
            } else {
                long time = events.times()[row];
                fingerprinter.take(key, 0, length);
                count(
                        merge.take(
                                fingerprinter.high(),
                                fingerprinter.low(),
                                time == MemberEvents.UNTIMED ? exportTime : time,
                                !leaver),
                        leaver);
            }
        }
    }

    private void count(EventMerge.Verdict verdict, boolean leaver) {
        switch (verdict) {
            case APPLIED -> {
                exited += leaver ? 1 : 0;
                realized += leaver ? 0 : 1;
            }
            case STALE -> stale++;
            case OVERRULED -> conflicting++;
            case OVERRULING -> {
                realized--;
                conflicting++;
                exited++;
            }
        }
    }
}
