// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.IntegrationCode;
import java.util.Map;

/** A data source as facts of a run record. */
final class DataSourceFacts {
    private static final String PREFIX = "dataSource.";

    private DataSourceFacts() {}

    static void write(DataSource source, Map<String, String> facts) {
        facts.put(PREFIX + "id", Long.toString(source.id()));
        facts.put(PREFIX + "targetingDimension", source.targetingDimension());
        source.integrationCode().ifPresent(code -> facts.put(PREFIX + "integrationCode", code.value()));
        source.destinationId().ifPresent(id -> facts.put(PREFIX + "destinationId", Long.toString(id)));
        source.mergeRuleDataSourceId().ifPresent(id -> facts.put(PREFIX + "mergeRule", Long.toString(id)));
        KeyFacts.write(source.key(), facts);
    }

    static DataSource read(Map<String, String> facts) {
        DataSource.Builder source = DataSource.builder();
        source.id(Facts.number(facts, PREFIX + "id"));
        source.key(KeyFacts.read(facts));
        source.targetingDimension(Facts.required(facts, PREFIX + "targetingDimension"));
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
