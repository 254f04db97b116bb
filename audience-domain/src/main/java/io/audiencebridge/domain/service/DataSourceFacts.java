// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.IntegrationCode;
import io.audiencebridge.domain.identity.KeyContent;
import io.audiencebridge.domain.identity.KeyForm;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import java.util.Map;

/** A data source as facts of a run record. */
final class DataSourceFacts {
    private static final String PREFIX = "dataSource.";
    private static final String FIELD = PREFIX + "field";

    private DataSourceFacts() {}

    static void write(DataSource source, Map<String, String> facts) {
        facts.put(PREFIX + "id", Long.toString(source.id()));
        facts.put(PREFIX + "targetingDimension", source.targetingDimension());
        source.integrationCode().ifPresent(code -> facts.put(PREFIX + "integrationCode", code.value()));
        source.destinationId().ifPresent(id -> facts.put(PREFIX + "destinationId", Long.toString(id)));
        source.mergeRuleDataSourceId().ifPresent(id -> facts.put(PREFIX + "mergeRule", Long.toString(id)));
        if (source.key() instanceof Declared declared) {
            facts.put(FIELD, declared.field());
            facts.put(PREFIX + "content", declared.content().name());
            facts.put(PREFIX + "stored", declared.stored().name());
            facts.put(PREFIX + "wire", declared.wire().name());
        }
    }

    static DataSource read(Map<String, String> facts) {
        DataSource.Builder source = DataSource.builder();
        source.id(Facts.number(facts, PREFIX + "id"));
        source.key(key(facts));
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

    private static ReconciliationKey key(Map<String, String> facts) {
        if (!facts.containsKey(FIELD)) {
            return new ReconciliationKey.Visitor();
        }
        return Declared.builder()
                .field(Facts.required(facts, FIELD))
                .content(KeyContent.valueOf(Facts.required(facts, PREFIX + "content")))
                .stored(KeyForm.valueOf(Facts.required(facts, PREFIX + "stored")))
                .wire(KeyForm.valueOf(Facts.required(facts, PREFIX + "wire")))
                .build();
    }
}
