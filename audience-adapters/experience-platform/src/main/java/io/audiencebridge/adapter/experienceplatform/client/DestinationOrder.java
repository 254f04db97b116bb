// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import io.audiencebridge.domain.system.HouseValue;
import io.audiencebridge.domain.system.Secret;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A destination that is to be there. */
@HouseValue
@Value.Immutable
public interface DestinationOrder {
    /** Its name, by which it is found again, and which {@code %DESTINATION_NAME%} puts into file names. */
    String name();

    /** What it is for; nothing by default. */
    @Value.Default
    default String description() {
        return "";
    }

    /** Its kind; Adobe Campaign's by default. */
    @Value.Default
    default DestinationKind kind() {
        return DestinationKind.ADOBE_CAMPAIGN;
    }

    /** Where it writes. */
    DestinationStorage storage();

    /** The public key by which files are encrypted, RSA, as armored text; empty, the default, for none. */
    Optional<Secret> publicKey();

    /** Whether it writes a manifest beside the files; true by default. */
    @Value.Default
    default boolean manifests() {
        return true;
    }

    /** How its files are written; as Platform does by itself, by default. Encoding, columns and the longest row are the reader's affair. */
    @Value.Default
    default CsvOptions csv() {
        return CsvOptions.standard();
    }

    /** Whether its files are compressed; false by default. */
    @Value.Default
    default boolean gzip() {
        return false;
    }

    /** Paths of attributes without which a profile gets no row; none by default. */
    List<String> mandatory();

    /** What makes two rows one; empty, the default, where nothing does. */
    Optional<Deduplication> unique();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds orders. */
    final class Builder extends ImmutableDestinationOrder.Builder {
        Builder() {}
    }
}
