// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.quickstart;

import io.audiencebridge.adapter.reports.TextReport;
import io.audiencebridge.domain.reconcile.MatchTally;
import io.audiencebridge.domain.sharing.EventTally;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.util.Locale;

/** The journey's balance, for a person to read. */
final class Balance {
    private Balance() {}

    /** Both receipts, the file that came back, the list as Campaign sees it, and the lines that were rejected. */
    static String of(Outcome outcome, Option<PeopleFile> people) {
        StringBuilder text = new StringBuilder("\nTHE BALANCE\n");
        text.append(new TextReport(file -> size(outcome, file))
                .write(List.of(outcome.exported(), outcome.imported()))
                .getOrElseThrow(error -> new Journey.StrandedException(error.message())));
        outcome.outbound()
                .lastOption()
                .forEach(newest ->
                        text.append("  came back as file " + newest._1() + ", " + written(newest._2()) + " bytes\n"));
        text.append("LIST NOW\n  Campaign shows " + written(outcome.listed()) + " people in list '" + outcome.list()
                + "'\n");
        people.map(PeopleFile::rejects)
                .filter(rejects -> rejects.count() > 0)
                .forEach(rejects -> text.append(
                        "REJECTED\n  " + written(rejects.count()) + (rejects.count() == 1 ? " line" : " lines")
                                + " could not be read; see " + rejects.file() + "\n"));
        return text.toString();
    }

    /** The rows of the exports, the keys, the list, and what became of the other orders. */
    static String of(FromPlatform.Received received) {
        EventTally events = received.receipt().events().orElseThrow();
        MatchTally keys = received.receipt().imported().orElseThrow().match();
        return "\nRECEIVED FROM REAL-TIME CDP\n"
                + "  " + written(events.read()) + " rows read = " + written(events.realized()) + " in + "
                + written(events.exited()) + " left + " + written(events.stale()) + " overtaken + "
                + written(events.conflicting()) + " contradicted + " + written(events.invalid()) + " invalid\n"
                + "  " + written(keys.read()) + " in the audience = " + written(keys.matched() + keys.ambiguous())
                + " recipients + " + written(keys.unmatched()) + " unknown to Campaign, kept + "
                + written(keys.suppressed()) + " opted out + " + written(keys.invalid() + keys.duplicate())
                + " invalid or twice\n"
                + "LIST NOW\n  Campaign shows " + written(received.listed()) + " people in list '" + FromPlatform.LIST
                + "', the same for all " + received.orders() + " orders of the files\n";
    }

    /** A count as it stands in a sentence. */
    static String written(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static long size(Outcome outcome, String file) {
        return outcome.inbound()
                .find(stored -> stored._1().endsWith(file))
                .map(stored -> stored._2())
                .getOrElse(-1L);
    }
}
