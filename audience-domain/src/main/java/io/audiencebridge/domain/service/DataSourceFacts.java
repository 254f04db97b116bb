// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.DeclaredIdCipher;
import io.audiencebridge.domain.identity.Integration;
import io.audiencebridge.domain.identity.IntegrationCode;
import io.audiencebridge.domain.spi.engine.RunFilter;
import java.util.Map;
import java.util.Set;

/** A data source as facts of a run record. */
final class DataSourceFacts {
    private static final String PREFIX = "dataSource.";
    private static final String INTEGRATION = PREFIX + "integration";

    private DataSourceFacts() {}

    static void write(DataSource source, Map<String, String> facts) {
        facts.put(PREFIX + "id", Long.toString(source.id()));
        facts.put(PREFIX + "targetingDimension", source.targetingDimension());
        facts.put(INTEGRATION, source.integration().name());
        source.integrationCode().ifPresent(code -> facts.put(PREFIX + "integrationCode", code.value()));
        source.destinationId().ifPresent(id -> facts.put(PREFIX + "destinationId", Long.toString(id)));
        source.mergeRuleDataSourceId().ifPresent(id -> facts.put(PREFIX + "mergeRule", Long.toString(id)));
        KeyFacts.write(source.key(), facts);
    }

    /** Journals that were written before there was a choice know Audience Manager alone. */
    static Integration integration(Map<String, String> facts) {
        return Integration.valueOf(facts.getOrDefault(INTEGRATION, Integration.AUDIENCE_MANAGER.name()));
    }

    /** That a run shared {@code source}. */
    static RunFilter.Fact isOf(DataSource source) {
        return new RunFilter.Fact(Set.of(PREFIX + "id"), Long.toString(source.id()));
    }

    /** That a run shared through {@code integration}, and wrote it down. */
    static RunFilter.Fact isThrough(Integration integration) {
        return new RunFilter.Fact(Set.of(INTEGRATION), integration.name());
    }

    static DataSource read(Map<String, String> facts, Map<String, DeclaredIdCipher> ciphers) {
        DataSource.Builder source = DataSource.builder();
        source.id(Facts.number(facts, PREFIX + "id"));
        source.key(KeyFacts.read(facts, ciphers));
        source.targetingDimension(Facts.required(facts, PREFIX + "targetingDimension"));
        source.integration(integration(facts));
        if (facts.containsKey(PREFIX + "integrationCode")) {
            source.integrationCode(new IntegrationCode(Facts.required(facts, PREFIX + "integrationCode")));
        }
        if (facts.containsKey(PREFIX + "destinationId")) {
            source.destinationId(Facts.number(facts, PREFIX + "destinationId"));
        }
        if (facts.containsKey(PREFIX + "mergeRule")) {
            source.mergeRuleDataSourceId(Facts.number(facts, PREFIX + "mergeRule"));
        }
        return source.build();
    }
}
