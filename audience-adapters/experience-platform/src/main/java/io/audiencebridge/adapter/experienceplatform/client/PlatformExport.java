// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import io.audiencebridge.domain.system.HouseValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** One export of an audience that is complete: its files, what they hold and when it holds. */
@HouseValue
@Value.Immutable
public interface PlatformExport {
    /** The audience's id in Platform. */
    String audience();

    /** What tells exports apart: their content, never their names or sizes (SEMANTICS S27). */
    String identity();

    /** Whether it holds all members or changes. */
    ExportKind kind();

    /** Whether it holds all members. */
    default boolean isFull() {
        return kind() == ExportKind.FULL;
    }

    /** The time that stands for rows without one, and at which a full export holds (SEMANTICS S25). */
    Instant time();

    /** Where that time comes from. */
    ExportTimeSource timeSource();

    /** The time in its files' names; empty when the template has none, so that each export overwrites the one before. */
    Optional<Instant> namedTime();

    /** Its files in the order of their numbers. */
    List<ExportPart> parts();

    /** Whether it is a full export that may lack people, since it was made too soon after the activation (SEMANTICS S28). */
    boolean mayLackPeople();

    /** What the caller should know, a sentence each. */
    List<String> notices();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds exports. */
    final class Builder extends ImmutablePlatformExport.Builder {
        Builder() {}
    }
}
