// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.sharing.RunRecord;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The notices of a run as a fact, one a line, each once, in the order in which they came. */
final class NoticeFacts {
    private static final String NOTICES = "notices";

    private NoticeFacts() {}

    static RunRecord with(RunRecord record, Iterable<String> more) {
        Set<String> all = new LinkedHashSet<>(read(record.facts()));
        more.forEach(notice -> all.add(notice.replace('\n', ' ')));
        return all.isEmpty() ? record : Facts.with(record, Map.of(NOTICES, String.join("\n", all)));
    }

    static List<String> read(Map<String, String> facts) {
        return new ArrayList<>(facts.getOrDefault(NOTICES, "").lines().toList());
    }
}
