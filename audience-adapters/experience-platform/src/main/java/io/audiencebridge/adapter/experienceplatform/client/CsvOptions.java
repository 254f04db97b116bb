// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import io.audiencebridge.domain.system.HouseValue;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** How a destination writes its files; as its {@code csvOptions} say. Source: Experience Platform, "Configure file formatting options". */
@HouseValue
@Value.Immutable
public interface CsvOptions {
    /** Between cells; empty, the default, is found out from the header: comma, tab, semicolon, bar or colon. */
    Optional<Character> delimiter();

    /** Around cells; {@code "} by default, empty for none. */
    @Value.Default
    default Optional<Character> quote() {
        return Optional.of('"');
    }

    /** Before a quote inside a quoted cell; a backslash by default. A doubled quote is read as one in any case. */
    @Value.Default
    default char escape() {
        return '\\';
    }

    /** What stands, without quotes, for no value; {@code null} by default. */
    @Value.Default
    default String nullValue() {
        return "null";
    }

    /** What stands, without quotes, for an empty value; nothing by default. */
    @Value.Default
    default String emptyValue() {
        return "";
    }

    /** The encoding; UTF-8 by default. A byte order mark wins over it. */
    @Value.Default
    default Charset charset() {
        return StandardCharsets.UTF_8;
    }

    /** The names of the columns of files that have no header; none by default: the first row names them. */
    List<String> columns();

    /** The longest row, in bytes; 1 MiB by default. What is longer is a row that was never ended, and is rejected. */
    @Value.Default
    default int maxRowBytes() {
        return 1 << 20;
    }

    /** As a destination writes that was left as it is. */
    static CsvOptions standard() {
        return builder().build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds options. */
    final class Builder extends ImmutableCsvOptions.Builder {
        Builder() {}
    }
}
