// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.files;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSink;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.audiencebridge.domain.spi.engine.Codec;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * The files of one order in the exchange: the file itself, and beside it a note of when its workflow was started, so that any process can go on. The note's
 * name is that of the file with {@code .ordered} behind it.
 */
final class BulkStore {
    private static final String NOTE = ".ordered";
    private static final int LONGEST_NOTE = 64;
    private final FileExchange exchange;
    private final Codec codec;
    private final String file;

    BulkStore(BulkFiles files, String file) {
        this.exchange = files.exchange();
        this.codec = files.codec();
        this.file = file;
    }

    /** The file's name. */
    String file() {
        return file;
    }

    /** Whether the file is there. */
    Either<BridgeError, Boolean> isThere(Call call) {
        return exchange.list(file, call)
                .map(found -> found.exists(stored -> stored.name().equals(file)));
    }

    /** The file's content. */
    Either<BridgeError, ByteSource> read(Call call) {
        return exchange.read(file, call).map(packed -> codec.expanding(packed, file));
    }

    /** Takes the content of a new file in place of whatever an attempt that failed left behind. */
    Either<BridgeError, ByteSink> create(Call call) {
        return exchange.delete(file, call)
                .flatMap(gone -> exchange.create(file, call))
                .map(codec::compressing);
    }

    /** When the workflow was started; the beginning of time while it waits for its turn, none when nothing was ordered. */
    Either<BridgeError, Option<Instant>> ordered(Call call) {
        Either<BridgeError, ByteSource> note = exchange.read(file + NOTE, call);
        if (note.isLeft()) {
            return note.getLeft() instanceof BridgeError.NotFound
                    ? Either.right(Option.none())
                    : Either.left(note.getLeft());
        }
        try (ByteSource source = note.get()) {
            return text(source).flatMap(this::instant);
        }
    }

    /** Writes down that the workflow is started at {@code moment} of the instance's clock. */
    Either<BridgeError, Instant> note(Instant moment, Call call) {
        byte[] text = moment.toString().getBytes(StandardCharsets.US_ASCII);
        return forget(call)
                .flatMap(gone -> exchange.create(file + NOTE, call))
                .flatMap(sink -> sink.write(text, 0, text.length)
                        .peekLeft(failed -> sink.abort())
                        .flatMap(written -> sink.finish()))
                .map(stored -> moment);
    }

    /** Removes the note: the next attempt orders anew. */
    Either<BridgeError, String> forget(Call call) {
        return exchange.delete(file + NOTE, call);
    }

    /** Removes all of it; right: whether there was anything. */
    Either<BridgeError, Boolean> discard(Call call) {
        return exchange.list(file, call)
                .flatMap(found -> exchange.delete(file, call)
                        .flatMap(gone -> forget(call))
                        .map(gone -> found.exists(stored ->
                                stored.name().equals(file) || stored.name().equals(file + NOTE))));
    }

    private static Either<BridgeError, String> text(ByteSource source) {
        byte[] bytes = new byte[LONGEST_NOTE];
        int length = 0;
        while (length < bytes.length) {
            Either<BridgeError, Integer> read = source.read(bytes, length, bytes.length - length);
            if (read.isLeft()) {
                return Either.left(read.getLeft());
            }
            if (read.get() == ByteSource.END) {
                break;
            }
            length += read.get();
        }
        return Either.right(new String(bytes, 0, length, StandardCharsets.US_ASCII));
    }

    private Either<BridgeError, Option<Instant>> instant(String text) {
        try {
            return Either.right(Option.some(Instant.parse(text.strip())));
        } catch (DateTimeException other) {
            return Either.left(BridgeError.LocalFailure.of("File " + file + NOTE
                    + " does not say when the workflow was started; delete it, then resume the run"));
        }
    }
}
