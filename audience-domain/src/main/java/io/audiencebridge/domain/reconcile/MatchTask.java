// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.reconcile;

import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.system.HouseValue;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** Members to be matched with recipients. The caller closes both sources. */
@HouseValue
@Value.Immutable
public interface MatchTask {
    /** By which key. */
    ReconciliationKey key();

    /** The audience's rows, keys in wire form. */
    KeySource members();

    /**
     * Members known from before by the fingerprints of their keys (SEMANTICS S6); nobody by default. They count as rows read; a row whose key is among them is a
     * duplicate.
     */
    @Value.Default
    default IdSet keptMembers() {
        return IdSet.EMPTY;
    }

    /** The recipients, keys in stored form, unless they are packed already. */
    KeySource recipients();

    /**
     * Whether each key of {@link #recipients()} is 16 bytes, as {@link PackingSource} makes them, instead of text; false by default. Packed by fingerprint if there are kept
     * members, else as {@link KeyPacker} packs whole keys. An engine that cannot take them answers {@code InvalidRequest}.
     */
    @Value.Default
    default boolean packedRecipients() {
        return false;
    }

    /** What to do with a key of several recipients. */
    @Value.Default
    default AmbiguityPolicy ambiguity() {
        return AmbiguityPolicy.ALL;
    }

    /** How many rows {@link #members()} may have, if that is known before they are read; an engine that has no room for so many refuses before it reads one. */
    OptionalLong expectedMembers();

    /**
     * Whether keys whose packed forms are the same are compared in full, so that not even a chance of one in 10^22 is left; false by default, which takes a tenth of the memory.
     */
    @Value.Default
    default boolean proof() {
        return false;
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds tasks. */
    final class Builder extends ImmutableMatchTask.Builder {
        Builder() {}
    }
}
