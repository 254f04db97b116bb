// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

import io.audiencebridge.domain.system.HouseValue;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** Campaign's own view of a data source: by which key of its recipients it is matched, and what it is to Audience Manager. */
@HouseValue
@Value.Immutable
public interface AmcDataSource {
    /** The record's id; empty text for one that is not stored yet. */
    @Value.Default
    default String id() {
        return "";
    }

    /** Its internal name, such as {@code defaultDataSource}. */
    String name();

    /** Its title, for people. */
    String label();

    /** The id of Audience Manager's data source; 0 until Adobe has provisioned it. */
    long dataSourceId();

    /** The id of Audience Manager's destination through which members travel to Campaign; 0 if there is none. */
    @Value.Default
    default long destinationId() {
        return 0;
    }

    /** The targeting dimension; {@code nms:recipient} by default. */
    @Value.Default
    default String targetSchema() {
        return "nms:recipient";
    }

    /** Where the recipient's key stands, such as {@code [trackingLog/@sourceId]} or {@code @email}. */
    String reconciliationKey();

    /** How keys are hashed, in Campaign's words: {@code none}, {@code SHA256} or another. */
    @Value.Default
    default String hashAlgorithm() {
        return "none";
    }

    /** Whether it matches by visitor id and not by declared id. */
    boolean visitor();

    /** When it was changed last. */
    Optional<Instant> modified();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds data sources. */
    final class Builder extends ImmutableAmcDataSource.Builder {
        Builder() {}
    }
}
