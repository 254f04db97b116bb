// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.diagnosis;

import io.audiencebridge.domain.system.HouseValue;
import java.time.Instant;
import java.util.List;
import org.immutables.value.Value;

/** Why one person is, or is not, in an audience or a list. Shown to whoever named the person, and logged nowhere; it prints no id. */
@HouseValue
@Value.Immutable
public interface Explanation {

    /** Of which audience or list, for people. */
    String subject();

    /** When it was looked at. */
    Instant at();

    /** The answer. */
    Verdict verdict();

    /** The answer in one sentence. */
    String because();

    /** The facts that lead to it, in order. */
    List<Fact> facts();

    /** Whether the person is in. */
    enum Verdict {
        /** The person is in. */
        IN,
        /** The person is not in. */
        OUT,
        /** The person was sent, and the system has not made it visible yet. */
        ON_THE_WAY,
        /** The facts at hand do not decide it. */
        UNDECIDED
    }

    /**
     * A link of the chain.
     *
     * @param where what was asked: the ledger, the journal, the suppression store or a connection's name
     * @param told what it told, in a sentence without an id
     */
    record Fact(String where, String told) {}

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds explanations. */
    final class Builder extends ImmutableExplanation.Builder {
        Builder() {}
    }
}
