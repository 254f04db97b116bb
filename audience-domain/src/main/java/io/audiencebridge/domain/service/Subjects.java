// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.sharing.RunId;
import io.vavr.control.Option;
import java.util.Map;

/** What must not be done twice at once, in words that a message may begin with. The same request has the same words in every process. */
final class Subjects {
    private Subjects() {}

    static String of(RunId run) {
        return "Run " + run;
    }

    /** What the request in {@code facts} changes; none in a record that holds no request. */
    static Option<String> of(Map<String, String> facts) {
        try {
            return RunFacts.kind(facts).map(kind -> switch (kind) {
                case SHARE ->
                    "Audience '" + Facts.required(facts, "audience") + "' of " + dataSource(facts) + " in '"
                            + Facts.required(facts, "to") + "'";
                case SYNC -> "The ids of " + dataSource(facts) + " in '" + Facts.required(facts, "to") + "'";
                case IMPORT, RECEIVE ->
                    "List '" + Facts.required(facts, "list") + "' in '" + Facts.required(facts, "into") + "'";
            });
        } catch (Facts.Missing damaged) {
            return Option.none();
        }
    }

    private static String dataSource(Map<String, String> facts) {
        return "data source " + Facts.required(facts, "dataSource.id");
    }
}
