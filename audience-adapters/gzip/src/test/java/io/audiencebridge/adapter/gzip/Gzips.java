// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.gzip;

import io.audiencebridge.contractkit.MemorySink;
import io.audiencebridge.contractkit.MemorySource;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSink;
import io.vavr.control.Either;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Content through our codec and through the JDK's own streams. */
final class Gzips {
    private Gzips() {}

    static byte[] ours(byte[] content, int piece, GzipSettings settings, Executor executor) {
        MemorySink target = MemorySink.ample();
        ByteSink sink = GzipCodec.of(settings, executor).get().compressing(target);
        for (int from = 0; from < content.length; from += piece) {
            sink.write(content, from, Math.min(piece, content.length - from)).get();
        }
        sink.finish().get();
        return target.bytes();
    }

    static Either<BridgeError, byte[]> expanded(byte[] file) {
        return MemorySource.drained(
                GzipCodec.standard(Runnable::run).expanding(MemorySource.of(file), "folder/x.gz"), 1000);
    }

    static byte[] byTheJdk(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static byte[] readByTheJdk(byte[] file) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(file))) {
            return in.readAllBytes();
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    static byte[] digits(int size) {
        Random random = new Random(size);
        byte[] content = new byte[size];
        for (int i = 0; i < size; i++) {
            content[i] = (byte) ('0' + random.nextInt(10));
        }
        return content;
    }
}
