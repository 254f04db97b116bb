// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.sandbox.audiencemanager.rules.SegmentRule;
import java.util.List;

/**
 * How many ids a rule would have among those who got its traits in the last days. Merge rules count for nothing here.
 * Source: audience-manager.md, section 2.6 and correction X6.
 *
 * <p>UNVERIFIED: how wide the interval of confidence is.
 */
final class Estimate {
    static final List<Integer> WINDOWS = List.of(7, 30, 60);
    private static final int TENTHS = 10;

    private final Company company;
    private final SegmentRule rule;

    Estimate(Company company, SegmentRule rule) {
        this.company = company;
        this.rule = rule;
    }

    /** The sizes of all windows. */
    ObjectNode sizes() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode sizes = answer.putArray("audienceSizes");
        WINDOWS.forEach(days -> sizes.add(size(days)));
        return answer;
    }

    /** The size of one window. */
    ObjectNode single(int days) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("audienceSize", size(days));
        return answer;
    }

    private ObjectNode size(int days) {
        long size = company.population().estimate(rule, days);
        ObjectNode view = JsonNodeFactory.instance
                .objectNode()
                .put("timeWindow", "DAYS" + days)
                .put("size", size);
        long slack = size / TENTHS;
        view.putObject("confidenceInterval").put("high", size + slack).put("low", size - slack);
        return view;
    }
}
