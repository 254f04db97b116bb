// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.diagnosis;

import io.audiencebridge.domain.system.HouseValue;
import java.util.List;
import org.immutables.value.Value;

/** What was counted when rows of members were laid beside recipients. */
@HouseValue
@Value.Immutable
interface MatchCount {
    /** Rows of members that were read. */
    long rows();

    /** Rows whose key could match: those without a valid key, and those whose key was held. */
    long tried();

    /** Rows of those whose key a recipient had. */
    long matched();

    /** Pairs of such a row and a recipient who had its key. */
    long pairs();

    /** The sum of the squares of the pairs of each key. */
    double squaresByKey();

    /** The sum of the squares of the pairs of each recipient. */
    double squaresByPerson();

    /** The most pairs of one key or one recipient. */
    long most();

    /** Pairs of a key and a recipient by how many valid keys the recipient had; at index 0 nothing, at the last one those who had as many or more. */
    List<Long> linksByKeys();

    /** Pairs of two keys of one recipient that members had. */
    long twins();

    /** Recipients who were read. */
    long people();

    /** Those of them who had a member's key. */
    long hitPeople();

    /** Valid keys of recipients. */
    long keys();

    /** Pairs of two recipients with the same key. */
    long sharedKeys();

    /** How many times as uncertain the members' matches are as if rows had been drawn one by one; 1 if they were. */
    double spreadOfMembers();

    /** The same for the recipients' matches. */
    double spreadOfPeople();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds counts. */
    final class Builder extends ImmutableMatchCount.Builder {
        Builder() {}
    }
}
