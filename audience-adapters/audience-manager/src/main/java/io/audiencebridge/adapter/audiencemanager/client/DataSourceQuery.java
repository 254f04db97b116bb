// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.system.HouseValue;
import java.util.Optional;
import org.immutables.value.Value;

/** Which data sources are wanted. */
@HouseValue
@Value.Immutable
public interface DataSourceQuery extends ListQuery {
    /** Only with that integration code. */
    Optional<String> integrationCode();

    /** Only those that inbound files are expected for; false by default. */
    @Value.Default
    default boolean inboundOnly() {
        return false;
    }

    /** Only those whose ids can stand in outbound files; false by default. */
    @Value.Default
    default boolean outboundOnly() {
        return false;
    }

    /** Only the company's own; false by default. */
    @Value.Default
    default boolean firstPartyOnly() {
        return false;
    }

    /** Whether those of other companies that may be used are there, too; false by default. */
    @Value.Default
    default boolean includeThirdParty() {
        return false;
    }

    /** Whether those that stand for report suites of Analytics are left out; false by default. */
    @Value.Default
    default boolean excludeReportSuites() {
        return false;
    }

    /** All data sources. */
    static DataSourceQuery all() {
        return builder().build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds queries. */
    final class Builder extends ImmutableDataSourceQuery.Builder {
        Builder() {}
    }
}
