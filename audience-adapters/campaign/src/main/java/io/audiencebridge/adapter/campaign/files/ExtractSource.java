// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.files;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/**
 * The keys of an extract: UTF-8, RFC 4180. Memory is bounded by one batch and one recipient. One reader.
 */
final class ExtractSource implements KeySource {
    private static final int LONGEST_FIELD = 1 << 20;
    private final String file;
    private final OptionalLong promised;
    private final Call call;
    private final SourceStream bytes;
    private final TextKeysBuilder rows = new TextKeysBuilder();
    private final ExtractRows handler;
    private final CloseableIterator<Boolean> records;
    private boolean ended;

    /**
     * Reads {@code source}, which is expanded already.
     *
     * @param file its name, for messages
     * @param promised rows that the workflow says it wrote; empty when it does not say
     */
    ExtractSource(ByteSource source, String file, boolean byVisitorId, OptionalLong promised, Call call) {
        this.file = file;
        this.promised = promised;
        this.call = call;
        this.bytes = new SourceStream(source);
        this.handler = new ExtractRows(rows, byVisitorId);
        this.records = CsvReader.builder()
                .maxBufferSize(LONGEST_FIELD)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(
                        handler,
                        new InputStreamReader(
                                bytes,
                                StandardCharsets.UTF_8
                                        .newDecoder()
                                        .onMalformedInput(CodingErrorAction.REPORT)
                                        .onUnmappableCharacter(CodingErrorAction.REPORT)))
                .iterator();
    }

    @Override
    public Either<BridgeError, Option<TextKeys>> next() {
        return ended ? Either.right(Option.none()) : call.check().flatMap(open -> batch());
    }

    @Override
    public void close() {
        ended = true;
        bytes.close();
    }

    private Either<BridgeError, Option<TextKeys>> batch() {
        try {
            while (!rows.isFull() && records.hasNext()) {
                records.next();
                if (handler.wrong() != null) {
                    return Either.left(wrongRow());
                }
            }
        } catch (CsvParseException | UncheckedIOException unreadable) {
            return Either.left(
                    Unreadable.in(unreadable, damage("cannot be read as UTF-8 and CSV behind row " + handler.read())));
        }
        return rows.isFull() ? Either.right(Option.some(rows.build())) : last();
    }

    private Either<BridgeError, Option<TextKeys>> last() {
        ended = true;
        if (!handler.isHeaded()) {
            return Either.left(damage("is empty; not even a header is there"));
        }
        if (promised.isPresent() && promised.getAsLong() != handler.read()) {
            return Either.left(
                    damage("has " + handler.read() + " rows, and its workflow's log says " + promised.getAsLong()));
        }
        handler.end();
        return Either.right(rows.size() == 0 ? Option.none() : Option.some(rows.build()));
    }

    private BridgeError wrongRow() {
        String where = handler.isHeaded() ? "in row " + (handler.read() + 1) + " " : "";
        return damage(where + handler.wrong());
    }

    private BridgeError damage(String what) {
        return Unreadable.damage(file, what);
    }
}
