// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.reports.page;

import io.audiencebridge.adapter.reports.page.Flow.Branch;
import io.audiencebridge.adapter.reports.page.Flow.Tone;
import io.audiencebridge.domain.reconcile.MatchTally;
import io.audiencebridge.domain.sharing.Complement;
import io.audiencebridge.domain.sharing.EventTally;
import io.audiencebridge.domain.sharing.ExportTally;
import io.audiencebridge.domain.sharing.ImportTally;
import io.audiencebridge.domain.sharing.StoredTally;
import io.audiencebridge.domain.sharing.SyncTally;
import io.audiencebridge.domain.sharing.WorkflowReport;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** Tallies as flows (SEMANTICS S2, S3, S13, S29). */
final class Balances {
    private static final String PEOPLE = "people";
    private static final String ROWS = "rows";

    private Balances() {}

    static Flow exported(ExportTally tally) {
        return new Flow(
                "What became of everybody in the list",
                PEOPLE,
                "read",
                Branch.of("shared", tally.shared(), Tone.WANTED),
                Branch.of("already shared", tally.alreadyShared(), Tone.KNOWN),
                complement("not shared", tally.complement()));
    }

    static Flow synced(SyncTally tally) {
        return new Flow(
                "What became of everybody in the list",
                PEOPLE,
                "read",
                Branch.of("synchronised", tally.synced(), Tone.WANTED),
                Branch.of("already synchronised", tally.alreadySynced(), Tone.KNOWN),
                complement("not synchronised", tally.complement()));
    }

    private static Branch complement(String name, Complement complement) {
        return Branch.of(
                name,
                Tone.LOST,
                Vector.of(
                        Branch.of("no visitor id", complement.noVisitorId(), Tone.LOST),
                        Branch.of("no declared id", complement.noDeclaredId(), Tone.LOST),
                        Branch.of("no valid id", complement.invalid(), Tone.WRONG),
                        Branch.of("opted out", complement.optedOut(), Tone.LOST)));
    }

    static Flow matched(MatchTally tally) {
        return new Flow(
                "What became of every row of the audience",
                ROWS,
                "read",
                Branch.of("matched", "the id of one person", tally.matched(), Tone.WANTED),
                Branch.of("ambiguous", "the id of several people", tally.ambiguous(), Tone.KNOWN),
                Branch.of("unmatched", "the id of nobody", tally.unmatched(), Tone.LOST),
                Branch.of("invalid", "no id", tally.invalid(), Tone.WRONG),
                Branch.of("duplicate", "came before", tally.duplicate(), Tone.LOST),
                Branch.of("suppressed", "opted out", tally.suppressed(), Tone.LOST));
    }

    static Flow people(ImportTally tally) {
        return new Flow(
                "Who is in the list now: links of an id with a person, and people",
                "links",
                "links",
                Branch.of(
                        "in the list",
                        Tone.WANTED,
                        Vector.of(
                                Branch.of("added", tally.added(), Tone.WANTED),
                                Branch.of("kept", "in it before", tally.kept(), Tone.KNOWN))),
                Branch.of("further ids", "of people who are in it already", tally.collapsed(), Tone.LOST));
    }

    static Flow events(EventTally tally) {
        return new Flow(
                "What the exports told, in " + Figures.number(tally.exports(), "export", "exports"),
                ROWS,
                "read",
                Branch.of("in the audience", tally.realized(), Tone.WANTED),
                Branch.of("left it", tally.exited(), Tone.KNOWN),
                Branch.of("overtaken", "known, or overtaken by something newer", tally.stale(), Tone.LOST),
                Branch.of("contradicted", "by another row of the same time", tally.conflicting(), Tone.WRONG),
                Branch.of("invalid", tally.invalid(), Tone.WRONG));
    }

    /** None when the system says that it stored more than was sent. */
    static Option<Flow> stored(StoredTally tally) {
        Vector<Branch> rejected = TreeMap.ofAll(tally.rejected())
                .map(reason -> Branch.of(reason._1(), reason._2(), Tone.WRONG))
                .toVector();
        Flow flow = new Flow(
                "What the system says became of the rows",
                ROWS,
                "sent",
                Vector.of(Branch.of("stored", tally.stored(), Tone.WANTED))
                        .append(Branch.of("rejected", Tone.WRONG, rejected))
                        .append(Branch.of("not explained", "by the system", tally.unexplained(), Tone.LOST)));
        return Option.when(tally.unexplained() >= 0, flow);
    }

    /** None when the workflow did not tell both. */
    static Option<Flow> carried(WorkflowReport told) {
        return Option.when(
                told.result().isPresent() && told.complement().isPresent(),
                () -> new Flow(
                        "What the workflow tells",
                        PEOPLE,
                        "read",
                        Branch.of("result", told.result().getAsLong(), Tone.WANTED),
                        Branch.of("complement", told.complement().getAsLong(), Tone.LOST)));
    }
}
