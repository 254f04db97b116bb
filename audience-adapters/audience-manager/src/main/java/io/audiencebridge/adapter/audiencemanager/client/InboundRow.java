// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.system.HouseValue;
import io.vavr.control.Either;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A row of an inbound data file, as Audience Manager reads it: for files that were made elsewhere. Source: Audience Manager, "Inbound data file contents",
 * "Custom partner integrations".
 */
@HouseValue
@Value.Immutable
public interface InboundRow {
    /** The user's id; it is not printed. */
    @Value.Redacted
    String user();

    /** What kind of device, in Oracle's layout; such as {@code idfa}. */
    Optional<String> idType();

    /** Traits that the user gets. */
    List<Long> added();

    /** Traits that the user loses; always empty in a file that overwrites. */
    List<Long> removed();

    /** Signals of the user, in the row's order; they are not printed. */
    @Value.Redacted
    List<Signal> signals();

    /** Whether a file that overwrites takes all traits of their owner from the user. */
    default boolean isClearing() {
        return added().isEmpty() && removed().isEmpty() && signals().isEmpty();
    }

    /**
     * Reads a row without its line end. Left: why Audience Manager would not take it.
     *
     * @param name the name of its file, which decides how the row is read
     * @param ids the check of the file's ids; not asked in Oracle's layout, where each row says its kind
     */
    static Either<RowFault, InboundRow> parse(String row, InboundFileName name, UserIdCheck ids) {
        return new InboundRowGrammar(name, ids).read(row);
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /**
     * A key and a value.
     *
     * @param key {@code ic} for an integration code
     * @param value without quotation marks
     */
    record Signal(String key, String value) {
        @Override
        public String toString() {
            return "Signal[" + key + "]";
        }
    }

    /** Builds rows. */
    final class Builder extends ImmutableInboundRow.Builder {
        Builder() {}
    }
}
