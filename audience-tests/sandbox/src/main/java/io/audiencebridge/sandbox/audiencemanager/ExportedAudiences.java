// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.sandbox.audiencemanager.files.Timing;
import java.time.Duration;

/** Audiences as Campaign's own export makes them: a trait and a segment of one name. UNVERIFIED how. Guarded by the company's lock. */
final class ExportedAudiences {
    private static final long ROOT_FOLDER = 0;

    /** Long enough that the trait is live for a file of the same moment, which counts as having arrived when the clock moved last. */
    private static final Duration LIVE_SINCE = Timing.TRAIT_LIVE_AFTER.plusDays(1);

    private final Company company;

    ExportedAudiences(Company company) {
        this.company = company;
    }

    long trait(String name, long dataSource) {
        if (company.dataSources().find(dataSource).isEmpty()) {
            return 0;
        }
        return company.traits()
                .with("dataSourceId", dataSource)
                .filter(trait -> trait.path("name").asText().equals(name))
                .filter(trait -> trait.path("traitType").asText().equals(TraitResource.ONBOARDED))
                .findFirst()
                .orElseGet(() -> create(name, dataSource))
                .path("sid")
                .asLong();
    }

    private ObjectNode create(String name, long dataSource) {
        ObjectNode trait = new TraitResource(company)
                .create(body(name, dataSource)
                        .put("traitType", TraitResource.ONBOARDED)
                        .put("ttl", 0));
        trait.put("createTime", company.now().minus(LIVE_SINCE).toEpochMilli());
        new SegmentResource(company)
                .create(body(name, dataSource)
                        .put("segmentRule", trait.path("sid").asText() + "T")
                        .put("mergeRuleDataSourceId", mergeRule(dataSource)));
        return trait;
    }

    private static ObjectNode body(String name, long dataSource) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("dataSourceId", dataSource)
                .put("folderId", ROOT_FOLDER);
    }

    /** The rule that reads a cross-device source's profiles; without one the device's. */
    private long mergeRule(long dataSource) {
        return company.dataSources().all().stream()
                .filter(source -> reads(source.path(StartingData.READS), dataSource))
                .map(source -> source.path("dataSourceId").asLong())
                .findFirst()
                .orElse(StartingData.DEVICE_ONLY);
    }

    private static boolean reads(JsonNode sources, long dataSource) {
        return sources.valueStream().anyMatch(source -> source.asLong() == dataSource);
    }
}
