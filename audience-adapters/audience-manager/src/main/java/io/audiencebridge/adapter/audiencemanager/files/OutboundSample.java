// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.diagnosis.SampleBudget;
import io.audiencebridge.domain.diagnosis.SampleFacts;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.reconcile.KeyHash;
import io.audiencebridge.domain.spi.connector.SampledKeys;
import io.audiencebridge.domain.spi.engine.Codec;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The beginnings of some files of a delivery, chosen by the seed: nobody can enter a gzip file in its middle. How many rows there are in all follows from the share of the bytes that was read. A
 * delivery that turns out to be small is read whole. One reader.
 */
final class OutboundSample implements SampledKeys {
    private static final int MOST_PARTS = 8;

    /** Bytes that were read and not yet expanded, at the most: one buffer a file. */
    private static final double AHEAD = 64 << 10;

    private final RowReading reading;
    private final CountedExchange exchange;
    private final OutboundBytes bytes;
    private final DeliveredLines delivered;
    private final SampleBudget budget;
    private final Call call;
    private final int files;
    private final long allBytes;
    private Seq<DeliveredFile> left;
    private @Nullable OutboundRows open;
    private @Nullable RowReader reader;
    private long linesBefore;
    private long members;
    private int begun;
    private int cut;

    OutboundSample(
            String delivery,
            Seq<DeliveredFile> files,
            CountedExchange exchange,
            Codec codec,
            RowReading reading,
            SampleBudget budget,
            Call call) {
        this.reading = reading;
        this.exchange = exchange;
        this.bytes = new OutboundBytes(exchange, codec, call);
        this.delivered = new DeliveredLines(delivery);
        this.budget = budget;
        this.call = call;
        this.files = files.size();
        this.allBytes = files.map(file -> file.file().size()).sum().longValue();
        KeyHash chance = new KeyHash(budget.seed());
        this.left = files.zipWithIndex().sortBy(file -> chance.of(0, file._2())).map(file -> file._1());
    }

    @Override
    public Either<BridgeError, Option<TextKeys>> next() {
        while (true) {
            OutboundRows now = open;
            if (now == null) {
                if (left.isEmpty() || (begun >= parts() && !isSmall())) {
                    return delivered.sound().map(sound -> Option.none());
                }
                now = begin();
            }
            Either<BridgeError, Option<TextKeys>> batch = now.next();
            if (batch.isLeft() || batch.get().isDefined()) {
                return batch.peek(rows -> members += rows.map(TextKeys::size).getOrElse(0));
            }
            end(now);
        }
    }

    @Override
    public SampleFacts facts() {
        boolean whole = left.isEmpty() && cut == 0;
        double error = Math.min(0.5, begun * AHEAD / 2 / bytesExpanded());
        return SampleFacts.builder()
                .total(whole ? OptionalLong.empty() : OptionalLong.of(Math.round(members / shareRead())))
                .totalError(whole ? 0 : error)
                .whole(whole)
                .blocks(true)
                .fair(false)
                .how(
                        whole
                                ? "from " + files + (files == 1 ? " file" : " files")
                                : "from the beginning of " + begun + " of " + files
                                        + (files == 1 ? " file" : " files chosen by the seed")
                                        + ", " + String.format(Locale.ROOT, "%.3f%%", 100 * shareRead())
                                        + " of the bytes, since a compressed file cannot be entered in its middle")
                .build();
    }

    @Override
    public void close() {
        OutboundRows now = open;
        open = null;
        if (now != null) {
            now.close();
        }
    }

    private OutboundRows begin() {
        RowReader rows = reading.members().get();
        OutboundRows now = new OutboundRows(delivered, Vector.of(left.head()), bytes, rows, call, this::isEnough);
        left = left.tail();
        begun++;
        reader = rows;
        open = now;
        return now;
    }

    private void end(OutboundRows now) {
        cut += isEnough() ? 1 : 0;
        now.close();
        linesBefore += linesHere();
        reader = null;
        open = null;
    }

    /** Whether the file that is open gave its part of the sample. */
    private boolean isEnough() {
        return !isSmall() && linesHere() * (double) parts() >= budget.of(linesInAll());
    }

    private boolean isSmall() {
        return linesInAll() <= budget.keys();
    }

    private int parts() {
        return Math.min(files, MOST_PARTS);
    }

    private long linesHere() {
        RowReader now = reader;
        return now == null ? 0 : now.decided() + now.undecided();
    }

    private long linesInAll() {
        return Math.round((linesBefore + linesHere()) / shareRead());
    }

    private double shareRead() {
        return allBytes == 0 ? 1 : Math.min(1, bytesExpanded() / allBytes);
    }

    /** About half a buffer was read ahead in each file that is not at its end. */
    private double bytesExpanded() {
        return Math.max(
                Math.max(1, exchange.bytes() / 2.0), exchange.bytes() - (cut + (open == null ? 0 : 1)) * AHEAD / 2);
    }
}
