// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.gzip;

import io.audiencebridge.domain.system.HouseValue;
import org.immutables.value.Value;

/** How hard files are compressed, and how much memory that may take. The same settings and bytes give the same compressed bytes. */
@HouseValue
@Value.Immutable
public interface GzipSettings {
    /** How hard to search for repeated text, 1 to 9; 1 by default: ids hardly repeat, so that level 6 takes five times as long for a twentieth of the size. */
    @Value.Default
    default int level() {
        return 1;
    }

    /**
     * Whether repeated text is not searched for at all, by default false. Half as fast again; smaller for files of bare ids, a fifth larger where every
     * row ends with the same text. {@link #level()} then means nothing.
     */
    @Value.Default
    default boolean huffmanOnly() {
        return false;
    }

    /**
     * Whether pieces of rows that look alike, ids and what follows every id, are written without a search: ids digit by digit, the rest as a reference to the
     * row before; true by default. Several times as fast and smaller than any level; any other piece is compressed as the other settings say.
     */
    @Value.Default
    default boolean fieldAware() {
        return true;
    }

    /** Bytes that are compressed in one piece, 1,024 at least and 16 MiB at most; 256 KiB by default. */
    @Value.Default
    default int chunkBytes() {
        return 256 << 10;
    }

    /** Pieces that may be in memory at once, 1 to 1,024; 8 by default. An open file takes at most this many times {@code 2 * chunkBytes + 600 KB}. */
    @Value.Default
    default int chunksInFlight() {
        return 8;
    }

    /** Whether each piece becomes a member of its own, by default false: one member a file, since some readers stop behind the first. */
    @Value.Default
    default boolean severalMembers() {
        return false;
    }

    /** The usual settings. */
    static GzipSettings standard() {
        return builder().build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds settings. */
    final class Builder extends ImmutableGzipSettings.Builder {
        Builder() {}
    }
}
