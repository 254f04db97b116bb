// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.reconcile;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

/** Rows of gzip parts, several parts at once: inflating belongs to the source. A row is a key, or a recipient's number, a tab and a key. */
final class PartsSource implements KeySource {
    private static final int BUFFER = 1 << 16;
    private static final int WAITING = 8;
    private static final TextKeys END = new TextKeysBuilder().build();

    private final ExecutorService readers;
    private final BlockingQueue<TextKeys> batches = new ArrayBlockingQueue<>(WAITING);
    private final ConcurrentLinkedQueue<Path> parts;
    private final boolean numbered;
    private int reading;

    PartsSource(List<Path> files, boolean numbered, int threads) {
        this.parts = new ConcurrentLinkedQueue<>(files);
        this.numbered = numbered;
        this.reading = threads;
        this.readers = Executors.newFixedThreadPool(threads);
        for (int i = 0; i < threads; i++) {
            readers.execute(this::read);
        }
    }

    @Override
    public Either<BridgeError, Option<TextKeys>> next() {
        try {
            while (reading > 0) {
                TextKeys batch = batches.take();
                if (batch != END) {
                    return Either.right(Option.some(batch));
                }
                reading--;
            }
            return Either.right(Option.none());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Either.left(BridgeError.LocalFailure.of("interrupted"));
        }
    }

    @Override
    public void close() {
        readers.shutdownNow();
    }

    private void read() {
        try {
            for (Path part = parts.poll(); part != null; part = parts.poll()) {
                read(part);
            }
            batches.put(END);
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void read(Path part) throws IOException, InterruptedException {
        TextKeysBuilder rows = new TextKeysBuilder();
        byte[] buffer = new byte[2 * BUFFER];
        int held = 0;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(part), BUFFER)) {
            for (int read = in.read(buffer, 0, BUFFER); read >= 0; read = in.read(buffer, held, BUFFER)) {
                held = rows(buffer, held + read, rows);
                if (rows.isFull()) {
                    batches.put(rows.build());
                }
            }
        }
        batches.put(rows.build());
    }

    /** Takes the whole rows of {@code buffer[0, end)}, moves the rest to the front and says how much that is. */
    private int rows(byte[] buffer, int end, TextKeysBuilder rows) {
        int start = 0;
        for (int at = 0; at < end; at++) {
            if (buffer[at] == '\n') {
                row(buffer, start, at, rows);
                start = at + 1;
            }
        }
        System.arraycopy(buffer, start, buffer, 0, end - start);
        return end - start;
    }

    private void row(byte[] buffer, int start, int end, TextKeysBuilder rows) {
        int key = start;
        if (numbered) {
            long number = 0;
            while (buffer[key] != '\t') {
                number = number * 10 + buffer[key++] - '0';
            }
            key++;
            rows.recipient(0, number);
        }
        rows.key(buffer, key, end, (byte) 0);
    }
}
