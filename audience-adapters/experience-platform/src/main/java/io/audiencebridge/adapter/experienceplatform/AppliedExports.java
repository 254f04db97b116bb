// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform;

import io.audiencebridge.adapter.experienceplatform.client.PlatformExport;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The exports that were applied before, by their identities: content and time (SEMANTICS S27). The same content again is nothing new when it follows itself. When
 * something else lay between it is: rows seldom have times, and "Ann entered" is another event a day after she left (SEMANTICS S26).
 *
 * @param identities as they were given out
 */
record AppliedExports(Set<String> identities) {
    private static final char BETWEEN = '@';

    static String identity(PlatformExport export) {
        return export.identity() + BETWEEN + time(export);
    }

    boolean any() {
        return !identities.isEmpty();
    }

    boolean has(PlatformExport export) {
        return identities.contains(identity(export));
    }

    /** Those that tell something new, in the order in which they are given. */
    Seq<PlatformExport> fresh(Seq<PlatformExport> exports) {
        NavigableMap<Instant, String> applied = new TreeMap<>();
        identities.forEach(identity -> applied.put(time(identity), content(identity)));
        NavigableMap<Instant, String> known = new TreeMap<>(applied);
        exports.forEach(export -> known.put(time(export), export.identity()));
        return exports.reject(this::has)
                .reject(export -> before(export, applied, known).contains(export.identity()));
    }

    /**
     * What came before an export: by its time. Where names have no time each export overwrites the one before, so that they come in their order, and the
     * file's own time says no more than when it was copied: the newest that was applied came before then.
     */
    private static Option<String> before(
            PlatformExport export, NavigableMap<Instant, String> applied, NavigableMap<Instant, String> known) {
        return Option.of(export.namedTime().isEmpty() ? applied.lastEntry() : known.lowerEntry(time(export)))
                .map(Map.Entry::getValue);
    }

    private static Instant time(PlatformExport export) {
        return export.namedTime().orElseGet(export::time);
    }

    private static Instant time(String identity) {
        return Try.of(() -> Instant.parse(identity.substring(identity.lastIndexOf(BETWEEN) + 1)))
                .getOrElse(Instant.MIN);
    }

    private static String content(String identity) {
        return identity.substring(0, Math.max(0, identity.lastIndexOf(BETWEEN)));
    }
}
