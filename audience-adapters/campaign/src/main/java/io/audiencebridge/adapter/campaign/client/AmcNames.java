// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

import io.audiencebridge.domain.system.HouseValue;
import org.immutables.value.Value;

/**
 * How an instance names what its shared-audience integration is made of. UNVERIFIED, all of it: no public document names the schema of the AMC data sources,
 * nor the attributes by which a list is bound to an audience; the defaults follow the forms of Campaign's console and the model of Campaign Standard. Look
 * them up in the instance (Administration, Configuration, Data schemas) and correct them here.
 *
 * <p>Attributes are plain names without {@code @}.
 */
@HouseValue
@Value.Immutable
public interface AmcNames {
    /** The schema of the AMC data sources. */
    @Value.Default
    default String schema() {
        return "nms:amcDataSource";
    }

    /** Of a data source: the id of Audience Manager's data source, 0 until Adobe has provisioned it. */
    @Value.Default
    default String dataSourceId() {
        return "dataSourceId";
    }

    /** Of a data source: the id of Audience Manager's destination. */
    @Value.Default
    default String destinationId() {
        return "aamDestinationId";
    }

    /** Of a data source: the targeting dimension. */
    @Value.Default
    default String targetSchema() {
        return "targetSchema";
    }

    /** Of a data source: the path to the recipient's key. */
    @Value.Default
    default String reconciliationKey() {
        return "reconciliationKey";
    }

    /** Of a data source: how keys are hashed. */
    @Value.Default
    default String hashAlgorithm() {
        return "hashAlgorithm";
    }

    /** Of a data source: whether it matches by visitor id or by declared id. */
    @Value.Default
    default String type() {
        return "type";
    }

    /** The type that matches by visitor id. */
    @Value.Default
    default String visitorType() {
        return "visitor";
    }

    /** The type that matches by declared id. */
    @Value.Default
    default String declaredType() {
        return "declared";
    }

    /** Of a list: whether it is bound to a shared audience. */
    @Value.Default
    default String listIsShared() {
        return "isAMC";
    }

    /** Of a list: the id of the audience that it is bound to. */
    @Value.Default
    default String listAudienceId() {
        return "aamMappingId";
    }

    /** Of a list: the name of the audience that it is bound to. */
    @Value.Default
    default String listAudience() {
        return "sharedAudience";
    }

    /** Of a list: the id of the AMC data source that it is bound to. */
    @Value.Default
    default String listDataSource() {
        return "amcDataSource-id";
    }

    /** All defaults. */
    static AmcNames standard() {
        return builder().build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds names. */
    final class Builder extends ImmutableAmcNames.Builder {
        Builder() {}
    }
}
