// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.reports;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.ListedRun;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.spi.engine.RunLineWriter;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.util.List;

/**
 * Runs as JSON lines for programs: what the run is about, and under {@code counts} what {@link JsonReport} says of its receipt. The names are fixed: later versions add keys and
 * change none; a key that has nothing to say is left out. Moments are ISO 8601 in UTC.
 */
public final class JsonLines implements RunLineWriter {
    /** A writer. */
    public JsonLines() {}

    @Override
    public Either<BridgeError, String> line(ListedRun run) {
        return Journey.of(Vector.of(run.receipt())).map(journey -> {
            ObjectNode line = about(run);
            receipt(run.receipt(), line);
            line.set("counts", JsonReport.json(journey));
            return line + "\n";
        });
    }

    private static ObjectNode about(ListedRun run) {
        ObjectNode line = JsonNodeFactory.instance
                .objectNode()
                .put("run", run.receipt().run().value())
                .put("state", run.receipt().state().name());
        run.kind().ifPresent(kind -> line.put("kind", kind.name()));
        line.put("started", run.started().toString());
        line.put("updated", run.updated().toString());
        run.source().ifPresent(name -> line.put("source", name.value()));
        run.target().ifPresent(name -> line.put("target", name.value()));
        run.list().ifPresent(list -> line.put("list", list));
        run.audience().ifPresent(audience -> line.put("audience", audience));
        run.dataSource().ifPresent(id -> line.put("dataSource", id));
        return line;
    }

    private static void receipt(Receipt receipt, ObjectNode line) {
        line.put("route", receipt.route().name());
        receipt.waiting()
                .ifPresent(waiting -> line.putObject("waiting")
                        .put("until", waiting.until().toString())
                        .put("because", waiting.because()));
        texts(line, "files", receipt.files());
        texts(line, "notices", receipt.notices());
        receipt.late().ifPresent(late -> line.put("late", late.toString()));
    }

    private static void texts(ObjectNode line, String name, List<String> texts) {
        if (!texts.isEmpty()) {
            ArrayNode all = line.putArray(name);
            texts.forEach(all::add);
        }
    }
}
