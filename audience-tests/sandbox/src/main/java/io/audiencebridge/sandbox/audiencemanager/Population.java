// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Who is in a segment: its rule over the traits that have not expired.
 *
 * <p>Ids of a cross-device source are in it only if the segment's merge rule reads that source; a paused segment keeps the
 * members it had. Source: audience-manager.md, corrections X2, sections 1.6 and 1.7. Guarded by the company's lock.
 */
final class Population {
    private final Company company;
    private final Map<Long, Map<Long, BitSet>> frozen = new HashMap<>();

    Population(Company company) {
        this.company = company;
    }

    /** The numbers of the members among the ids of a data source; the caller may change the set. */
    BitSet members(ObjectNode segment, long dataSource) {
        Map<Long, BitSet> kept = frozen.get(segment.path("sid").asLong());
        if (kept != null) {
            return (BitSet) kept.getOrDefault(dataSource, new BitSet()).clone();
        }
        if (!reads(segment, dataSource)) {
            return new BitSet();
        }
        return SegmentRule.of(segment)
                .members(
                        trait -> holders(trait, dataSource),
                        company.profiles().ids(dataSource).size());
    }

    /** How many ids of all data sources are in it. */
    long size(ObjectNode segment) {
        return company.profiles().dataSources().stream()
                .mapToLong(source -> members(segment, source).cardinality())
                .sum();
    }

    /** How many ids of all data sources have a trait. */
    long holders(long trait) {
        return company.profiles().dataSources().stream()
                .mapToLong(source -> holders(trait, source).cardinality())
                .sum();
    }

    private BitSet holders(long trait, long dataSource) {
        return company.profiles()
                .find(trait, dataSource)
                .map(found -> found.since(earliest(trait)))
                .orElseGet(BitSet::new);
    }

    /** Whoever has had a trait longer than its time to live, in days, has it no more; 0 days is for ever. */
    private Instant earliest(long trait) {
        long days = company.traits()
                .find(trait)
                .map(found -> found.path("ttl").asLong())
                .orElse(0L);
        return days == 0 ? Instant.EPOCH : company.now().minus(Duration.ofDays(days));
    }

    private boolean reads(ObjectNode segment, long dataSource) {
        boolean crossDevice = company.dataSources()
                .find(dataSource)
                .filter(found -> found.path("idType").asText().equals("CROSS_DEVICE"))
                .isPresent();
        return !crossDevice
                || company.mergeRule(segment.path("mergeRuleDataSourceId").asLong())
                        .filter(rule -> names(rule.path(StartingData.READS), dataSource))
                        .isPresent();
    }

    private static boolean names(JsonNode sources, long dataSource) {
        for (JsonNode source : sources) {
            if (source.asLong() == dataSource) {
                return true;
            }
        }
        return false;
    }

    /** Keeps the members of a segment as they are from now on. */
    void freeze(ObjectNode segment) {
        Map<Long, BitSet> members = new HashMap<>();
        company.profiles().dataSources().forEach(source -> members.put(source, members(segment, source)));
        frozen.put(segment.path("sid").asLong(), members);
    }

    /** Lets the rule decide again. */
    void thaw(long segment) {
        frozen.remove(segment);
    }

    void clear() {
        frozen.clear();
    }
}
