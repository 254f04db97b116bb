// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.quickstart;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.member.IdHashSet;
import io.audiencebridge.sandbox.SeedRecipient;
import io.vavr.control.Either;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Reads one person from one line; left the reason why the line cannot be read. Remembers the ids seen, 16 bytes each. Not thread-safe. */
final class PersonLine {
    static final List<String> HEADER = List.of("recipientId", "email", "declaredId", "visitorIds");

    private static final CsvReader.CsvReaderBuilder CSV = CsvReader.builder().allowUnclosedQuote(false);

    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final IdHashSet seen = new IdHashSet();

    Either<String, SeedRecipient> read(byte[] line, int length) {
        return fields(line, length).flatMap(this::person);
    }

    /** The columns of a line. */
    Either<String, CsvRecord> fields(byte[] line, int length) {
        try {
            return Either.right(CSV.ofSingleCsvRecord(
                    decoder.decode(ByteBuffer.wrap(line, 0, length)).toString()));
        } catch (CharacterCodingException notUtf8) {
            return Either.left("is not UTF-8");
        } catch (CsvParseException notCsv) {
            return Either.left("has a quotation mark that is not closed, or text behind a closing one");
        }
    }

    private Either<String, SeedRecipient> person(CsvRecord columns) {
        if (columns.getFieldCount() != HEADER.size()) {
            return Either.left("has " + columns.getFieldCount() + " columns instead of " + HEADER.size());
        }
        if (columns.getFields().stream().anyMatch(PersonLine::isBeyondXml)) {
            return Either.left("has a control character, which Campaign cannot hold");
        }
        String id = columns.getField(0);
        if (id.isEmpty()) {
            return Either.left("has no recipientId");
        }
        return RecipientId.parse(id)
                .mapLeft(violation -> "has a recipientId that is neither a 64-bit number nor a UUID")
                .flatMap(parsed -> isNew(parsed)
                        ? Either.right(person(parsed, columns))
                        : Either.left("has a recipientId that was seen before"));
    }

    /** The set takes its ids for evenly spread, as digests are; two rounds of a Feistel network spread numbers and stay one to one. */
    private boolean isNew(RecipientId id) {
        long high = id.high() ^ spread(id.low());
        return seen.add(high, id.low() ^ spread(high));
    }

    private static long spread(long half) {
        long mixed = (half ^ (half >>> 33)) * 0xff51afd7ed558ccdL;
        return mixed ^ (mixed >>> 29);
    }

    /** XML 1.0, which Campaign speaks, has no place for such a character, not even escaped. */
    private static boolean isBeyondXml(String text) {
        return text.chars().anyMatch(character -> (character < ' ' && character != '\t') || character >= 0xfffe);
    }

    /** With the id as Campaign writes it: no leading zeros, lower case. */
    private static SeedRecipient person(RecipientId id, CsvRecord columns) {
        List<String> visitorIds = Arrays.stream(columns.getField(3).split("\\|", -1))
                .filter(visitorId -> !visitorId.isEmpty())
                .toList();
        return new SeedRecipient(id.text(), columns.getField(1), columns.getField(2), visitorIds, false);
    }
}
