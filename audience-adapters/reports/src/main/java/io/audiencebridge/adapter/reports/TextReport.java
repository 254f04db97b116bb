// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.reports;

import static io.audiencebridge.adapter.reports.Columns.written;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.reconcile.MatchTally;
import io.audiencebridge.domain.sharing.Complement;
import io.audiencebridge.domain.sharing.EventTally;
import io.audiencebridge.domain.sharing.Expiring;
import io.audiencebridge.domain.sharing.ExportTally;
import io.audiencebridge.domain.sharing.FreshnessWindow;
import io.audiencebridge.domain.sharing.ImportTally;
import io.audiencebridge.domain.sharing.KeyRoute;
import io.audiencebridge.domain.sharing.MembershipTally;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.StoredTally;
import io.audiencebridge.domain.sharing.SyncTally;
import io.audiencebridge.domain.sharing.WorkflowReport;
import io.audiencebridge.domain.spi.engine.ReportWriter;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** Receipts as a balance that a person reads: counts aligned, each sum shown (SEMANTICS S2, S3, S13). Times are in UTC. */
public final class TextReport implements ReportWriter {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final ToLongFunction<String> sizes;

    /** A writer that names files without their sizes. */
    public TextReport() {
        this(file -> -1);
    }

    /**
     * A writer.
     *
     * @param sizes a file's size in bytes, negative where it is not known
     */
    public TextReport(ToLongFunction<String> sizes) {
        this.sizes = sizes;
    }

    @Override
    public Either<BridgeError, String> write(Seq<Receipt> receipts) {
        return Journey.of(receipts).map(this::text);
    }

    private String text(Journey journey) {
        Columns columns = new Columns();
        journey.exported().forEach(receipt -> export(columns, receipt));
        journey.synced().forEach(receipt -> synced(columns, receipt));
        journey.imported().forEach(receipt -> importing(columns, receipt));
        journey.carried().forEach(receipt -> carried(columns, receipt));
        return columns.toString();
    }

    private void export(Columns columns, Receipt receipt) {
        ExportTally tally = receipt.exported().orElseThrow();
        people(columns, tally);
        receipt.files().forEach(file -> columns.line("  file " + file + size(file)));
        receipt.visible().ifPresent(window -> columns.line(visible(window)));
        receipt.expiries().stream()
                .filter(expiry -> expiry.what() == Expiring.MEMBERSHIP)
                .forEach(expiry -> columns.line("  from " + minute(expiry.at()) + " UTC "
                        + expiry.what().meaning()));
        receipt.stored().ifPresent(stored -> stored(columns, stored));
        notices(columns, receipt);
    }

    /** The balance of an export. */
    static void people(Columns columns, ExportTally tally) {
        columns.line("EXPORT, in people").count("  read", tally.read());
        columns.count("    shared", tally.shared()).count("    already shared", tally.alreadyShared());
        some(columns, "      of them sent again, before they expire", tally.renewed());
        complement(columns, tally.complement());
        columns.line("  " + written(tally.read()) + " read = " + written(tally.shared()) + " shared + "
                + written(tally.alreadyShared()) + " already shared + "
                + written(tally.complement().total()) + " not shared");
        columns.count("  rows written, one for each key", tally.rows());
        some(columns, "  ids that left the list and stay shared", tally.staying());
    }

    private static void stored(Columns columns, StoredTally tally) {
        columns.line("STORED BY THE SYSTEM, in rows").count("  sent", tally.sent());
        columns.count("    stored", tally.stored());
        tally.rejected().forEach((reason, rows) -> columns.count("    rejected: " + reason, rows));
        some(columns, "    not explained by the system", tally.unexplained());
        columns.line("  " + written(tally.sent()) + " sent = " + written(tally.stored()) + " stored + "
                + written(tally.rejectedRows()) + " rejected"
                + (tally.unexplained() == 0 ? "" : " + " + written(tally.unexplained()) + " not explained"));
        columns.line("  done at " + minute(tally.ended()) + " UTC");
    }

    /** Counts that are mostly nothing are told only when they are something. */
    private static void some(Columns columns, String label, long count) {
        if (count != 0) {
            columns.count(label, count);
        }
    }

    private static void notices(Columns columns, Receipt receipt) {
        receipt.late().ifPresent(since -> columns.line("  LATE since " + minute(since) + " UTC"));
        receipt.notices().forEach(notice -> columns.line("  note: " + notice));
    }

    private String size(String file) {
        long size = sizes.applyAsLong(file);
        return size < 0 ? "" : ", " + written(size) + " bytes";
    }

    private static void synced(Columns columns, Receipt receipt) {
        SyncTally tally = receipt.synced().orElseThrow();
        columns.line("IDS SYNCHRONISED, in people").count("  read", tally.read());
        columns.count("    synchronised", tally.synced()).count("    already synchronised", tally.alreadySynced());
        some(columns, "      of them told again, before they are forgotten", tally.renewed());
        complement(columns, tally.complement());
        columns.line("  " + written(tally.read()) + " read = " + written(tally.synced()) + " synchronised + "
                + written(tally.alreadySynced()) + " already synchronised + "
                + written(tally.complement().total()) + " not synchronised");
        columns.count("  pairs written", tally.pairs());
        notices(columns, receipt);
    }

    private static void events(Columns columns, EventTally tally) {
        columns.line("EVENTS, in rows").count("  exports applied", tally.exports());
        columns.count("  read", tally.read());
        columns.count("    in the audience", tally.realized()).count("    left it", tally.exited());
        columns.count("    known or overtaken", tally.stale());
        columns.count("    contradicted", tally.conflicting()).count("    invalid", tally.invalid());
        columns.line("  " + written(tally.read()) + " read = " + written(tally.realized()) + " in + "
                + written(tally.exited()) + " left + " + written(tally.stale()) + " known or overtaken + "
                + written(tally.conflicting()) + " contradicted + " + written(tally.invalid()) + " invalid");
    }

    private static void complement(Columns columns, Complement complement) {
        columns.count("    not shared", complement.total());
        columns.count("      no visitor id", complement.noVisitorId());
        columns.count("      no declared id", complement.noDeclaredId());
        columns.count("      no valid id", complement.invalid());
        columns.count("      opted out", complement.optedOut());
    }

    private static String visible(FreshnessWindow window) {
        return "  visible in the audience from " + minute(window.earliest()) + ", usually by "
                + minute(window.expected()) + ", at the latest by " + minute(window.latest()) + " UTC";
    }

    private static String minute(Instant time) {
        return MINUTE.format(time);
    }

    private static void importing(Columns columns, Receipt receipt) {
        ImportTally tally = receipt.imported().orElseThrow();
        receipt.events().ifPresent(events -> events(columns, events));
        rows(columns, tally.match());
        receipt.membership().ifPresent(membership -> membership(columns, membership));
        receipt.matched().ifPresent(plan -> columns.line(route(plan.route())).line("  because " + plan.because()));
        listed(columns, tally);
        notices(columns, receipt);
    }

    /** The balance of an import: its rows, and the list. */
    static void list(Columns columns, ImportTally tally) {
        rows(columns, tally.match());
        listed(columns, tally);
    }

    private static void listed(Columns columns, ImportTally tally) {
        columns.line("IMPORT, in people").count("  in the list now", tally.listSize());
        columns.count("    added", tally.added()).count("    kept", tally.kept());
        columns.count("  removed from the list", tally.removed());
        columns.line("  " + written(tally.match().links()) + " links = " + written(tally.listSize()) + " in the list + "
                + written(tally.collapsed()) + " further ids of the same people");
        columns.line("  " + written(tally.listSize()) + " in the list = " + written(tally.added()) + " added + "
                + written(tally.kept()) + " kept");
    }

    private static String route(KeyRoute route) {
        return switch (route) {
            case LOOK_UP -> "MATCHED by asking for the recipients who have the members' ids";
            case SCAN -> "MATCHED by reading all recipients";
            case EXTRACT -> "MATCHED by an extract of all recipients";
            case KEPT_INDEX -> "MATCHED by a kept copy of all recipients, and what changed since";
        };
    }

    private static void membership(Columns columns, MembershipTally tally) {
        columns.line("MEMBERSHIP, in ids").count("  deliveries applied", tally.deliveries());
        columns.count("    entered", tally.entered());
        columns.count("    delivered again", tally.again());
        columns.count("    left", tally.left());
        columns.count("  members now", tally.members());
    }

    private static void carried(Columns columns, Receipt receipt) {
        WorkflowReport told = receipt.workflow().orElseThrow();
        columns.line("CARRIED BY THE SYSTEM'S OWN WORKFLOW, in people");
        told.result().ifPresent(people -> columns.count("  result", people));
        told.complement().ifPresent(people -> columns.count("  complement", people));
        columns.line(
                "  done at " + minute(told.ended()) + " UTC; a workflow tells no reasons, the bridge's own route does");
        receipt.visible().ifPresent(window -> columns.line(visible(window)));
    }

    private static void rows(Columns columns, MatchTally match) {
        columns.line("IMPORT, in rows").count("  read", match.read());
        columns.count("    matched one person", match.matched());
        columns.count("    ambiguous, the id of several people", match.ambiguous());
        columns.count("    unmatched, the id of nobody", match.unmatched());
        columns.count("    invalid", match.invalid());
        columns.count("    duplicate", match.duplicate());
        columns.count("    suppressed, opted out", match.suppressed());
        columns.line("  " + written(match.read()) + " read = " + written(match.matched()) + " matched + "
                + written(match.ambiguous()) + " ambiguous + " + written(match.unmatched()) + " unmatched + "
                + written(match.invalid()) + " invalid + " + written(match.duplicate()) + " duplicate + "
                + written(match.suppressed()) + " suppressed");
    }
}
