// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.identity;

import io.audiencebridge.domain.system.HouseValue;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * A namespace of ids on both sides: Audience Manager's data source and Campaign's AMC data source, with the key by which people are matched.
 *
 * <p>Source: Campaign Classic, "Configuring shared audiences integration"; Audience Manager, "Data sources list and settings".
 */
@HouseValue
@Value.Immutable
public interface DataSource {
    /** Audience Manager's id of the data source (DPID). */
    long id();

    /** By which id people are matched. */
    ReconciliationKey key();

    /** The customer's own name of it; a declared one is usually {@code AdobeCampaignID}. */
    Optional<IntegrationCode> integrationCode();

    /** Audience Manager's destination through which members travel to Campaign; needed for imports. */
    OptionalLong destinationId();

    /** The data source that stands for the profile merge rule of new segments; needed to share by declared id (SEMANTICS S21). */
    OptionalLong mergeRuleDataSourceId();

    /** Through which product it is shared; {@link Integration#AUDIENCE_MANAGER} by default. */
    @Value.Default
    default Integration integration() {
        return Integration.AUDIENCE_MANAGER;
    }

    /** Campaign's targeting dimension; only {@code nms:recipient} is supported (SEMANTICS S12). */
    @Value.Default
    default String targetingDimension() {
        return RECIPIENTS;
    }

    /** Campaign's schema of recipients. */
    String RECIPIENTS = "nms:recipient";

    /** A data source matched by visitor id. */
    static DataSource visitor(long id) {
        return builder().id(id).key(new ReconciliationKey.Visitor()).build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds data sources. */
    final class Builder extends ImmutableDataSource.Builder {
        Builder() {}
    }
}
