// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.reports;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.domain.sharing.MatchPlan;
import io.audiencebridge.domain.sharing.Preview;

/** A preview as JSON; {@code export} and {@code import} as {@link JsonReport} has them. */
final class PreviewJson {
    private PreviewJson() {}

    static ObjectNode of(Preview preview, ObjectNode json) {
        json.put("subject", preview.subject());
        preview.exported().ifPresent(tally -> json.set("export", JsonReport.exported(tally)));
        preview.imported().ifPresent(tally -> json.set("import", JsonReport.imported(tally)));
        preview.waiting().ifPresent(waiting -> json.set("waiting", ReceiptJson.waiting(waiting)));
        ArrayNode files = json.putArray("files");
        preview.files()
                .forEach(file -> files.addObject()
                        .put("name", file.name())
                        .put("rows", file.rows())
                        .put("bytes", file.bytes()));
        ArrayNode calls = json.putArray("calls");
        preview.calls()
                .forEach(call -> calls.addObject()
                        .put("connection", call.connection())
                        .put("reading", call.reading())
                        .put("writing", call.writing()));
        preview.matched().ifPresent(plan -> json.set("matched", matched(plan)));
        preview.duration().ifPresent(duration -> json.put("millis", duration.toMillis()));
        json.put("pastRuns", preview.pastRuns());
        preview.visible().ifPresent(window -> json.set("visible", ReceiptJson.window(window)));
        ReceiptJson.texts(json, "notices", preview.notices());
        return json;
    }

    private static ObjectNode matched(MatchPlan plan) {
        ObjectNode json = JsonReport.matched(plan);
        if (!plan.estimates().isEmpty()) {
            ArrayNode estimates = json.putArray("estimates");
            plan.estimates()
                    .forEach(estimate -> estimates
                            .addObject()
                            .put("route", estimate.route().name())
                            .put("calls", estimate.calls())
                            .put("rows", estimate.rows())
                            .put("bytes", estimate.bytes())
                            .put("millis", estimate.time().toMillis()));
        }
        return json;
    }
}
