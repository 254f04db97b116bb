// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.system.HouseValue;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * The receipt that Audience Manager mails when it has read inbound files together. A line that the mail does not have is empty, not zero.
 *
 * <p>Source: Audience Manager, "Sample message to partners after inbound processing".
 */
@HouseValue
@Value.Immutable
public interface InboundReceipt {
    /** The partner's number. */
    OptionalLong partner();

    /** Names of the files read, without bucket and folders. */
    List<String> files();

    /** Lines in all files. */
    long received();

    /** Lines that do not follow the grammar. */
    OptionalLong formatErrors();

    /** Ids of Audience Manager that are none. */
    OptionalLong invalidAamIds();

    /** Device ids that are none. UNVERIFIED: that the mail has such a line; the onboarding report has it. */
    OptionalLong invalidDeviceIds();

    /** Ids to which no browser or device is known. */
    OptionalLong noMatchingAamIds();

    /** Lines whose items hit no trait. */
    OptionalLong noTraitRealized();

    /** Lines that were processed; usually all received. */
    OptionalLong processed();

    /** Lines that led to data. */
    long stored();

    /** Devices for which data was loaded. */
    OptionalLong devices();

    /** Signals in the lines. */
    OptionalLong signals();

    /** Signals that hit no rule. */
    OptionalLong unusedSignals();

    /** Traits that users got. */
    OptionalLong realizedTraits();

    /** Traits that users lost. */
    OptionalLong removedTraits();

    /** Traits that do not belong to the data source of their file. */
    OptionalLong traitsFailed();

    /** Lines with such traits. */
    OptionalLong usersWithTraitsFailed();

    /** When the job began. */
    Optional<Instant> started();

    /** When the job ended. */
    Optional<Instant> ended();

    /** Lines that no counter explains: the documents' own sample leaves 7. 0 when all is explained, negative when more is explained than was processed. */
    default long unexplained() {
        return processed().orElse(received())
                - formatErrors().orElse(0)
                - invalidAamIds().orElse(0)
                - invalidDeviceIds().orElse(0)
                - noMatchingAamIds().orElse(0)
                - noTraitRealized().orElse(0)
                - stored();
    }

    /** Reads the text of the mail; other lines of it are passed over. Left: {@code InvalidRequest} when it is no such receipt. */
    static Either<BridgeError, InboundReceipt> parse(String mail) {
        return new ReceiptText(mail).read();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds receipts. */
    final class Builder extends ImmutableInboundReceipt.Builder {
        Builder() {}
    }
}
