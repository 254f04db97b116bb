// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.reconcile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.GZIPInputStream;

/** The floor: the files are inflated by as many threads and nothing is done with them. */
record InflateOnly(int threads) implements Engine {
    @Override
    public Counts match(Crowd crowd) throws IOException {
        ConcurrentLinkedQueue<Path> parts = new ConcurrentLinkedQueue<>(crowd.members());
        parts.addAll(crowd.recipients());
        Thread[] readers = new Thread[threads];
        for (int i = 0; i < threads; i++) {
            readers[i] = new Thread(() -> inflate(parts));
            readers[i].start();
        }
        try {
            for (Thread reader : readers) {
                reader.join();
            }
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
        return new Counts(0, 0, 0, 0, 0, 0);
    }

    private static void inflate(ConcurrentLinkedQueue<Path> parts) {
        byte[] buffer = new byte[1 << 16];
        for (Path part = parts.poll(); part != null; part = parts.poll()) {
            try (InputStream in = new GZIPInputStream(Files.newInputStream(part), buffer.length)) {
                while (in.read(buffer) >= 0) {
                    // only the time counts
                }
            } catch (IOException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }
}
