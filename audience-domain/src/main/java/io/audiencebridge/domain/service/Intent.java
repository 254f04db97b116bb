// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.sharing.RunRecord;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What a run is about to keep outside the journal, written into the journal first, with what is to be counted then. A run that died in between looks whether it was kept,
 * by a mark that is kept with it, and counts it or forgets it; so nothing is counted twice or never.
 */
final class Intent {
    private static final String PREFIX = "intent.";
    private static final String MARK = PREFIX + "mark";

    private Intent() {}

    /** The record before {@code facts} become true: they do once something with the mark {@code mark} is kept. */
    static RunRecord planned(RunRecord record, String mark, Map<String, String> facts) {
        Map<String, String> planned = new TreeMap<>();
        planned.put(MARK, mark);
        facts.forEach((name, value) -> planned.put(PREFIX + name, value));
        return Facts.with(record, planned);
    }

    /** The record once it was looked whether what was planned is kept; nothing is planned any more. */
    static RunRecord settled(RunRecord record, Predicate<String> isKept) {
        String mark = record.facts().get(MARK);
        if (mark == null) {
            return record;
        }
        boolean kept = isKept.test(mark);
        Map<String, String> facts = new TreeMap<>();
        record.facts().forEach((name, value) -> {
            if (!name.startsWith(PREFIX)) {
                facts.putIfAbsent(name, value);
            } else if (kept && !name.equals(MARK)) {
                facts.put(name.substring(PREFIX.length()), value);
            }
        });
        return RunRecord.builder().from(record).facts(facts).build();
    }
}
