// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.reports;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.reconcile.MatchTally;
import io.audiencebridge.domain.sharing.Complement;
import io.audiencebridge.domain.sharing.EventTally;
import io.audiencebridge.domain.sharing.ExportTally;
import io.audiencebridge.domain.sharing.ImportTally;
import io.audiencebridge.domain.sharing.MatchPlan;
import io.audiencebridge.domain.sharing.MembershipTally;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.StoredTally;
import io.audiencebridge.domain.sharing.SyncTally;
import io.audiencebridge.domain.sharing.WorkflowReport;
import io.audiencebridge.domain.spi.engine.ReportWriter;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * Receipts as one JSON object for programs. The names are fixed: later versions add keys and change none.
 *
 * <p>{@code export} and {@code import} hold the counts of SEMANTICS S2, S3 and S13, each only when it was counted; {@code workflows} holds what the
 * system's own workflows told of the transfers that they carried; {@code stored} what the receiving system says it stored, {@code membership} what
 * deliveries changed, {@code matched} by which route recipients were matched, {@code earlier} what a share found of earlier ones, {@code notices} what the caller should know.
 */
public final class JsonReport implements ReportWriter {
    /** A writer. */
    public JsonReport() {}

    @Override
    public Either<BridgeError, String> write(Seq<Receipt> receipts) {
        return Journey.of(receipts).map(journey -> json(journey) + "\n");
    }

    /** The journey as one object. */
    static ObjectNode json(Journey journey) {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        journey.exported()
                .flatMap(receipt -> Option.ofOptional(receipt.exported()))
                .forEach(tally -> report.set("export", exported(tally)));
        journey.imported()
                .flatMap(receipt -> Option.ofOptional(receipt.imported()))
                .forEach(tally -> report.set("import", imported(tally)));
        journey.exported()
                .flatMap(receipt -> Option.ofOptional(receipt.stored()))
                .forEach(tally -> report.set("stored", stored(tally)));
        journey.imported()
                .flatMap(receipt -> Option.ofOptional(receipt.membership()))
                .forEach(tally -> report.set("membership", membership(tally)));
        journey.imported()
                .flatMap(receipt -> Option.ofOptional(receipt.matched()))
                .forEach(plan -> report.set("matched", matched(plan)));
        journey.exported()
                .flatMap(receipt -> Option.ofOptional(receipt.exported()))
                .filter(tally -> tally.renewed() > 0 || tally.staying() > 0)
                .forEach(tally -> report.set("earlier", earlier(tally)));
        journey.imported()
                .flatMap(receipt -> Option.ofOptional(receipt.events()))
                .forEach(tally -> report.set("events", events(tally)));
        journey.synced()
                .flatMap(receipt -> Option.ofOptional(receipt.synced()))
                .forEach(tally -> report.withArray("synced").add(synced(tally)));
        notices(journey, report);
        if (journey.carried().nonEmpty()) {
            ArrayNode workflows = report.putArray("workflows");
            journey.carried()
                    .flatMap(receipt -> Option.ofOptional(receipt.workflow()))
                    .forEach(told -> workflows.add(carried(told)));
        }
        return report;
    }

    private static void notices(Journey journey, ObjectNode report) {
        Seq<String> notices =
                journey.exported().toList().appendAll(journey.imported()).flatMap(Receipt::notices);
        if (notices.nonEmpty()) {
            ArrayNode told = report.putArray("notices");
            notices.forEach(told::add);
        }
    }

    /** What the share found of earlier ones. */
    private static ObjectNode earlier(ExportTally tally) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("renewed", tally.renewed())
                .put("staying", tally.staying());
    }

    private static ObjectNode stored(StoredTally tally) {
        ObjectNode counts = JsonNodeFactory.instance
                .objectNode()
                .put("sent", tally.sent())
                .put("received", tally.received())
                .put("stored", tally.stored())
                .put("unexplained", tally.unexplained())
                .put("realized", tally.realized())
                .put("ended", tally.ended().toString());
        ObjectNode rejected = counts.putObject("rejected");
        tally.rejected().forEach(rejected::put);
        return counts;
    }

    private static ObjectNode events(EventTally tally) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("exports", tally.exports())
                .put("read", tally.read())
                .put("realized", tally.realized())
                .put("exited", tally.exited())
                .put("stale", tally.stale())
                .put("conflicting", tally.conflicting())
                .put("invalid", tally.invalid());
    }

    private static ObjectNode synced(SyncTally tally) {
        ObjectNode counts = JsonNodeFactory.instance
                .objectNode()
                .put("read", tally.read())
                .put("synced", tally.synced())
                .put("alreadySynced", tally.alreadySynced())
                .put("renewed", tally.renewed())
                .put("pairs", tally.pairs());
        counts.set("complement", complement(tally.complement()));
        return counts;
    }

    static ObjectNode matched(MatchPlan plan) {
        ObjectNode matched = JsonNodeFactory.instance
                .objectNode()
                .put("route", plan.route().name())
                .put("because", plan.because());
        plan.rows().ifPresent(rows -> matched.put("rows", rows));
        plan.read().ifPresent(read -> matched.put("read", read));
        plan.took().ifPresent(took -> matched.put("millis", took.toMillis()));
        return matched;
    }

    private static ObjectNode membership(MembershipTally tally) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("deliveries", tally.deliveries())
                .put("entered", tally.entered())
                .put("again", tally.again())
                .put("left", tally.left())
                .put("members", tally.members());
    }

    private static ObjectNode carried(WorkflowReport told) {
        ObjectNode counts =
                JsonNodeFactory.instance.objectNode().put("ended", told.ended().toString());
        told.result().ifPresent(people -> counts.put("result", people));
        told.complement().ifPresent(people -> counts.put("complement", people));
        return counts;
    }

    static ObjectNode exported(ExportTally tally) {
        ObjectNode counts = JsonNodeFactory.instance.objectNode();
        counts.put("read", tally.read());
        counts.put("shared", tally.shared());
        counts.put("alreadyShared", tally.alreadyShared());
        counts.put("rows", tally.rows());
        counts.set("complement", complement(tally.complement()));
        return counts;
    }

    private static ObjectNode complement(Complement complement) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("noVisitorId", complement.noVisitorId())
                .put("noDeclaredId", complement.noDeclaredId())
                .put("invalid", complement.invalid())
                .put("optedOut", complement.optedOut());
    }

    static ObjectNode imported(ImportTally tally) {
        MatchTally match = tally.match();
        return JsonNodeFactory.instance
                .objectNode()
                .put("read", match.read())
                .put("matched", match.matched())
                .put("ambiguous", match.ambiguous())
                .put("unmatched", match.unmatched())
                .put("invalid", match.invalid())
                .put("duplicate", match.duplicate())
                .put("suppressed", match.suppressed())
                .put("links", match.links())
                .put("collapsed", tally.collapsed())
                .put("listSize", tally.listSize())
                .put("added", tally.added())
                .put("kept", tally.kept())
                .put("removed", tally.removed());
    }
}
