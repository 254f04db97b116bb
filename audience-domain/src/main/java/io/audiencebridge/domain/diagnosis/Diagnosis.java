// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.diagnosis;

import io.audiencebridge.domain.system.HouseValue;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What was looked at and what was found; the cause first. Nothing was changed by looking. */
@HouseValue
@Value.Immutable
public interface Diagnosis {

    /** What was, or would be, shared: from where to where, for people. */
    String subject();

    /** When it was looked at. */
    Instant at();

    /** Every precondition that was looked at, in the order of the way that members take. */
    List<CheckOutcome> outcomes();

    /** The findings: what blocks first, and of those the cause before what follows from it. */
    List<Finding> findings();

    /** How many would be matched, if that was asked for and could be measured. */
    Optional<Forecast> forecast();

    /** The finding that explains an empty audience best; none when nothing blocks. */
    default Option<Finding> cause() {
        return Vector.ofAll(findings()).headOption().filter(finding -> finding.severity() == Severity.BLOCKS);
    }

    /** The outcomes that could not be seen. */
    default Seq<CheckOutcome.Unseen> unseen() {
        return Vector.ofAll(outcomes())
                .filter(CheckOutcome.Unseen.class::isInstance)
                .map(CheckOutcome.Unseen.class::cast);
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds diagnoses. */
    final class Builder extends ImmutableDiagnosis.Builder {
        Builder() {}
    }
}
