// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.sharing;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.system.HouseValue;
import java.util.Optional;
import org.immutables.value.Value;

/** One part of an opt-out. Names connections, audiences and lists, never an id of the person. */
@HouseValue
@Value.Immutable
public interface OptOutLeg {
    /** What is to be done. */
    Kind kind();

    /** Where: a connection, an audience or a list. */
    String at();

    /** How far it is. */
    State state();

    /** How many things were done: digests remembered, ids found, places where the opt-out stands, rows written. */
    long count();

    /** What the caller has to do, a sentence; empty when the leg is done. */
    Optional<String> toDo();

    /** Why it failed, if it did. */
    Optional<BridgeError> error();

    /** What a leg does. */
    enum Kind {
        /** Remembers the person in the suppression store. */
        REMEMBER,
        /** Looks up further ids of the person, which are remembered too. */
        LOOK_UP,
        /** Tells a service, in all regions. */
        TELL,
        /** Writes a removal row for an audience into which the person was shared. */
        LEAVE_AUDIENCE,
        /** Takes the person out of a list. */
        LEAVE_LIST
    }

    /** How far a leg is. */
    enum State {
        /** There is nothing left to do. */
        DONE,
        /** Somebody has to do something first, or some time must pass. */
        PENDING,
        /** It went wrong; repeating the request tries it again. */
        FAILED
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds legs. */
    final class Builder extends ImmutableOptOutLeg.Builder {
        Builder() {}
    }
}
