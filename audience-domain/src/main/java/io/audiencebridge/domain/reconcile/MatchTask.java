// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.reconcile;

import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.system.HouseValue;
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

    /** The recipients, keys in stored form. */
    KeySource recipients();

    /** What to do with a key of several recipients. */
    @Value.Default
    default AmbiguityPolicy ambiguity() {
        return AmbiguityPolicy.ALL;
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
