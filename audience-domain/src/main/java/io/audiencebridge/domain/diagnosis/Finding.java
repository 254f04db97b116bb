// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.diagnosis;

import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.HouseValue;
import org.immutables.value.Value;

/** A precondition that does not hold, or something that a reader of the result should know. Never holds a person's id. */
@HouseValue
@Value.Immutable
public interface Finding {

    /** Which precondition. */
    Precondition precondition();

    /** At which connection it was seen. */
    ConnectionName connection();

    /** What it does to the sharing. */
    Severity severity();

    /** How sure it is. */
    Certainty certainty();

    /** What was seen, in a sentence that names the value. */
    String seen();

    /** What was expected, in a sentence. */
    String expected();

    /** What to do, in one sentence. */
    String remedy();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds findings. */
    final class Builder extends ImmutableFinding.Builder {
        Builder() {}
    }
}
