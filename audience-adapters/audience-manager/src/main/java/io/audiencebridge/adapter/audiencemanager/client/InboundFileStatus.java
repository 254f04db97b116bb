// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.system.HouseValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * What became of one inbound file: the onboarding status. Counts are empty where the answer does not say.
 *
 * <p>UNVERIFIED: the names of the members of the answer; they are read in every spelling that follows from the labels of the receipt mail. Source: Audience
 * Manager, "Onboarding status report", "Inbound data transfers: receipt message".
 */
@HouseValue
@Value.Immutable
public interface InboundFileStatus {
    /** The file's name; empty where the answer does not say. */
    String fileName();

    /** The data source that the file is of. */
    OptionalLong dataSourceId();

    /** Lines received. */
    OptionalLong received();

    /** Lines processed, normally those received. */
    OptionalLong processed();

    /** Lines that were stored: all of the processed ones without an error. */
    OptionalLong stored();

    /** Lines that do not match the syntax. */
    OptionalLong formatErrors();

    /** Lines whose Audience Manager id is none. */
    OptionalLong invalidAamIds();

    /** Lines whose device advertising id has another form than its data source asks for. */
    OptionalLong invalidDeviceIds();

    /** Lines whose id leads to no Audience Manager id. */
    OptionalLong noMatchingAamIds();

    /** Lines none of whose items led to a trait. */
    OptionalLong noTraitRealized();

    /** Signals in all lines. */
    OptionalLong totalSignals();

    /** Signals that no trait's rule asks for. */
    OptionalLong unusedSignals();

    /** Traits given. */
    OptionalLong realizedTraits();

    /** Traits taken away. */
    OptionalLong removedTraits();

    /** Traits that belong to another data source than the file. */
    OptionalLong traitsFailedValidation();

    /** When processing began. */
    Optional<Instant> started();

    /** When processing ended. */
    Optional<Instant> ended();

    /** Lines that went wrong, ten of each kind at most, while error sampling is switched on and where they were asked for. */
    List<ErrorSample> samples();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds statuses. */
    final class Builder extends ImmutableInboundFileStatus.Builder {
        Builder() {}
    }
}
