// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.reports;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.domain.diagnosis.CheckOutcome;
import io.audiencebridge.domain.diagnosis.Diagnosis;
import io.audiencebridge.domain.diagnosis.Finding;
import io.audiencebridge.domain.diagnosis.Forecast;
import io.audiencebridge.domain.diagnosis.Interval;
import io.audiencebridge.domain.diagnosis.Precondition;
import io.audiencebridge.domain.system.ConnectionName;

/** A diagnosis as JSON: {@code findings} hold what was found, {@code checks} what became of every look. */
final class DiagnosisJson {
    private DiagnosisJson() {}

    static ObjectNode of(Diagnosis diagnosis, ObjectNode json) {
        json.put("subject", diagnosis.subject()).put("at", diagnosis.at().toString());
        diagnosis
                .cause()
                .forEach(cause -> json.put("cause", cause.precondition().name()));
        ArrayNode findings = json.putArray("findings");
        diagnosis.findings().forEach(finding -> findings.add(finding(finding)));
        ArrayNode checks = json.putArray("checks");
        diagnosis.outcomes().forEach(outcome -> checks.add(check(outcome)));
        diagnosis.forecast().ifPresent(forecast -> json.set("forecast", forecast(forecast)));
        return json;
    }

    private static ObjectNode finding(Finding finding) {
        return looked(finding.precondition(), finding.connection())
                .put("severity", finding.severity().name())
                .put("certainty", finding.certainty().name())
                .put("seen", finding.seen())
                .put("expected", finding.expected())
                .put("remedy", finding.remedy());
    }

    private static ObjectNode looked(Precondition precondition, ConnectionName connection) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("precondition", precondition.name())
                .put("fact", precondition.fact())
                .put("source", precondition.source())
                .put("connection", connection.value());
    }

    private static ObjectNode check(CheckOutcome outcome) {
        ObjectNode json = looked(outcome.precondition(), outcome.connection());
        if (outcome instanceof CheckOutcome.Met met) {
            return json.put("outcome", "MET").put("told", met.seen());
        }
        return outcome instanceof CheckOutcome.Unseen unseen
                ? json.put("outcome", "UNSEEN").put("told", unseen.because())
                : json.put("outcome", "FOUND")
                        .put("told", ((CheckOutcome.Found) outcome).finding().seen());
    }

    private static ObjectNode forecast(Forecast forecast) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("membersRead", forecast.membersRead());
        forecast.members().ifPresent(members -> json.put("members", members));
        json.put("recipientsRead", forecast.recipientsRead());
        forecast.recipients().ifPresent(recipients -> json.put("recipients", recipients));
        json.put("confidence", forecast.confidence());
        json.set("matchRate", interval(forecast.matchRate()));
        json.set("listSize", interval(forecast.listSize()));
        json.put("trust", forecast.trust());
        ArrayNode misses = json.putArray("nearMisses");
        forecast.nearMisses()
                .forEach(miss -> misses.addObject()
                        .put("transformation", miss.transformation())
                        .put("seen", miss.seen())
                        .put("remedy", miss.remedy())
                        .put("certainty", miss.certainty().name())
                        .set("rate", interval(miss.rate())));
        return json;
    }

    private static ObjectNode interval(Interval interval) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("low", interval.low())
                .put("estimate", interval.estimate())
                .put("high", interval.high());
    }
}
