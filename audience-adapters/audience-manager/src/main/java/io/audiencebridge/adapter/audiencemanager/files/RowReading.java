// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;

/** How a destination's rows are read for one segment. */
final class RowReading {
    private static final String DEFAULT_RESERVED = " ,";

    private final OutboundSettings settings;
    private final DataSource dataSource;
    private final MappedSegment segment;

    RowReading(OutboundSettings settings, DataSource dataSource, MappedSegment segment) {
        this.settings = settings;
        this.dataSource = dataSource;
        this.segment = segment;
    }

    /** A reader of who is in. Left: {@code InvalidRequest} when rows cannot tell, or hold other ids (SEMANTICS S9). */
    Either<BridgeError, RowReader> members() {
        return reader(false);
    }

    /** A reader of who came and who left. Left: as {@link #members()}, or rows do not tell who left. */
    Either<BridgeError, RowReader> changes() {
        return reader(true);
    }

    private Either<BridgeError, RowReader> reader(boolean changes) {
        if (settings.rows().isEmpty()) {
            return carried(DEFAULT_RESERVED).map(sound -> byDefault(changes));
        }
        return RowTemplate.of(settings.rows())
                .flatMap(template -> carried(template.reserved())
                        .flatMap(sound -> RowIds.of(template, dataSource))
                        .flatMap(ids -> changes && !template.has(RowTemplate.REMOVED)
                                ? wrong(
                                        "dataSource.destinationId",
                                        "the destination delivers changes, and its row template has no <REMOVED_SEGMENT_LIST>, so nobody can tell who left; add it, or have full files delivered")
                                : Either.right(new TemplateRows(
                                        template,
                                        new RowAudience(ids, dataSource.id(), segment),
                                        settings.headerLines(),
                                        changes))));
    }

    private RowReader byDefault(boolean changes) {
        byte[][] names = segment.names()
                .map(name -> name.getBytes(StandardCharsets.UTF_8))
                .toJavaArray(byte[][]::new);
        return new DefaultRows(names, settings.headerLines(), changes);
    }

    private Either<BridgeError, String> carried(String reserved) {
        Option<String> alias = Option.of(segment.alias()).filter(text -> cannotStandInARow(text, reserved));
        return alias.isEmpty()
                ? Either.right(reserved)
                : wrong(
                        "audience",
                        "'" + alias.get()
                                + "' cannot be found in a row, where its characters separate; change the alias of the segment's mapping");
    }

    private static boolean cannotStandInARow(String alias, String reserved) {
        return alias.chars()
                .anyMatch(character -> character < ' ' || character == 0x7f || reserved.indexOf(character) >= 0);
    }

    private static <T> Either<BridgeError, T> wrong(String subject, String message) {
        return Either.left(BridgeError.InvalidRequest.of(subject, message));
    }
}
