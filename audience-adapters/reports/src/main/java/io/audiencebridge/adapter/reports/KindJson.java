// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.reports;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.domain.diagnosis.Explanation;
import io.audiencebridge.domain.sharing.Timeline;
import io.audiencebridge.domain.sharing.TimelineLeg;
import io.audiencebridge.domain.spi.engine.Report;
import io.vavr.collection.HashMap;
import io.vavr.collection.Vector;

/** Every kind of report as one object that says which kind it is. A key that has nothing to say is left out. */
final class KindJson {
    /** Of the schema; raised only if a key ever changed its meaning. */
    static final int VERSION = 1;

    private KindJson() {}

    static ObjectNode of(Report report) {
        if (report instanceof Report.Journey journey) {
            return journey(journey);
        }
        if (report instanceof Report.Diagnosed diagnosed) {
            return DiagnosisJson.of(diagnosed.diagnosis(), begun("diagnosis"));
        }
        if (report instanceof Report.Previewed previewed) {
            return PreviewJson.of(previewed.preview(), begun("preview"));
        }
        return report instanceof Report.Timed timed
                ? timeline(timed.timeline())
                : explanation(((Report.Explained) report).explanation());
    }

    private static ObjectNode begun(String kind) {
        return JsonNodeFactory.instance.objectNode().put("kind", kind).put("version", VERSION);
    }

    private static ObjectNode journey(Report.Journey journey) {
        ObjectNode json = begun("journey");
        json.setAll(JsonReport.json(
                Journey.of(journey.receipts()).getOrElseThrow(error -> new IllegalArgumentException(error.message()))));
        var runs = json.putArray("runs");
        journey.receipts().forEach(receipt -> runs.add(ReceiptJson.of(receipt, journey.sizes())));
        return json;
    }

    private static ObjectNode timeline(Timeline timeline) {
        ObjectNode json = begun("timeline")
                .put("subject", timeline.subject())
                .put("at", timeline.at().toString());
        ObjectNode run = ReceiptJson.of(timeline.receipt(), HashMap.empty());
        json.set("run", run);
        Journey.of(Vector.of(timeline.receipt())).forEach(alone -> json.set("counts", JsonReport.json(alone)));
        var legs = json.putArray("legs");
        timeline.legs().forEach(leg -> legs.add(leg(leg)));
        return json;
    }

    private static ObjectNode leg(TimelineLeg leg) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("name", leg.name())
                .put("title", leg.title())
                .put("state", leg.state().name());
        leg.window().ifPresent(window -> json.set("window", ReceiptJson.window(window)));
        leg.seen().ifPresent(seen -> json.put("seen", seen.toString()));
        ReceiptJson.text(json, "told", leg.told());
        ReceiptJson.text(json, "source", leg.source());
        return json;
    }

    private static ObjectNode explanation(Explanation explanation) {
        ObjectNode json = begun("explanation")
                .put("subject", explanation.subject())
                .put("at", explanation.at().toString())
                .put("verdict", explanation.verdict().name())
                .put("because", explanation.because());
        var facts = json.putArray("facts");
        explanation
                .facts()
                .forEach(fact -> facts.addObject().put("where", fact.where()).put("told", fact.told()));
        return json;
    }
}
