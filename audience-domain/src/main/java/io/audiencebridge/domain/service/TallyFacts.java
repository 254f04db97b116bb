// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.reconcile.MatchTally;
import io.audiencebridge.domain.sharing.Complement;
import io.audiencebridge.domain.sharing.ExportTally;
import io.audiencebridge.domain.sharing.ImportTally;
import io.audiencebridge.domain.sharing.MembershipTally;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tallies as facts of a run record, so that a receipt can be made in any process. */
final class TallyFacts {
    private TallyFacts() {}

    static Map<String, String> write(ExportTally tally) {
        Map<String, String> facts = new TreeMap<>();
        put(facts, "export.read", tally.read());
        put(facts, "export.shared", tally.shared());
        put(facts, "export.alreadyShared", tally.alreadyShared());
        put(facts, "export.renewed", tally.renewed());
        put(facts, "export.staying", tally.staying());
        put(facts, "export.rows", tally.rows());
        facts.putAll(write("export.", tally.complement()));
        return facts;
    }

    static Optional<ExportTally> exported(Map<String, String> facts) {
        if (!facts.containsKey("export.read")) {
            return Optional.empty();
        }
        Complement complement = complement("export.", facts);
        return Optional.of(ExportTally.builder()
                .read(Facts.number(facts, "export.read"))
                .shared(Facts.number(facts, "export.shared"))
                .alreadyShared(Facts.number(facts, "export.alreadyShared"))
                .renewed(Facts.number(facts, "export.renewed", 0))
                .staying(Facts.number(facts, "export.staying", 0))
                .rows(Facts.number(facts, "export.rows"))
                .complement(complement)
                .build());
    }

    static Map<String, String> write(String prefix, Complement complement) {
        Map<String, String> facts = new TreeMap<>();
        put(facts, prefix + "optedOut", complement.optedOut());
        put(facts, prefix + "invalid", complement.invalid());
        put(facts, prefix + "noVisitorId", complement.noVisitorId());
        put(facts, prefix + "noDeclaredId", complement.noDeclaredId());
        return facts;
    }

    static Complement complement(String prefix, Map<String, String> facts) {
        return Complement.builder()
                .optedOut(Facts.number(facts, prefix + "optedOut"))
                .invalid(Facts.number(facts, prefix + "invalid"))
                .noVisitorId(Facts.number(facts, prefix + "noVisitorId"))
                .noDeclaredId(Facts.number(facts, prefix + "noDeclaredId"))
                .build();
    }

    static Map<String, String> write(ImportTally tally) {
        Map<String, String> facts = new TreeMap<>();
        MatchTally match = tally.match();
        put(facts, "import.read", match.read());
        put(facts, "import.matched", match.matched());
        put(facts, "import.ambiguous", match.ambiguous());
        put(facts, "import.unmatched", match.unmatched());
        put(facts, "import.invalid", match.invalid());
        put(facts, "import.duplicate", match.duplicate());
        put(facts, "import.suppressed", match.suppressed());
        put(facts, "import.links", match.links());
        put(facts, "import.collapsed", tally.collapsed());
        put(facts, "import.listSize", tally.listSize());
        put(facts, "import.added", tally.added());
        put(facts, "import.kept", tally.kept());
        put(facts, "import.removed", tally.removed());
        return facts;
    }

    static Optional<ImportTally> imported(Map<String, String> facts) {
        if (!facts.containsKey("import.read")) {
            return Optional.empty();
        }
        MatchTally match = MatchTally.builder()
                .read(Facts.number(facts, "import.read"))
                .matched(Facts.number(facts, "import.matched"))
                .ambiguous(Facts.number(facts, "import.ambiguous"))
                .unmatched(Facts.number(facts, "import.unmatched"))
                .invalid(Facts.number(facts, "import.invalid"))
                .duplicate(Facts.number(facts, "import.duplicate"))
                .suppressed(Facts.number(facts, "import.suppressed"))
                .links(Facts.number(facts, "import.links"))
                .build();
        return Optional.of(ImportTally.builder()
                .match(match)
                .collapsed(Facts.number(facts, "import.collapsed"))
                .listSize(Facts.number(facts, "import.listSize"))
                .added(Facts.number(facts, "import.added"))
                .kept(Facts.number(facts, "import.kept"))
                .removed(Facts.number(facts, "import.removed"))
                .build());
    }

    static Map<String, String> write(MembershipTally tally) {
        Map<String, String> facts = new TreeMap<>();
        put(facts, "membership.deliveries", tally.deliveries());
        put(facts, "membership.entered", tally.entered());
        put(facts, "membership.again", tally.again());
        put(facts, "membership.left", tally.left());
        put(facts, "membership.members", tally.members());
        return facts;
    }

    static Optional<MembershipTally> membership(Map<String, String> facts) {
        if (!facts.containsKey("membership.members")) {
            return Optional.empty();
        }
        return Optional.of(MembershipTally.builder()
                .deliveries(Math.toIntExact(Facts.number(facts, "membership.deliveries")))
                .entered(Facts.number(facts, "membership.entered"))
                .again(Facts.number(facts, "membership.again"))
                .left(Facts.number(facts, "membership.left"))
                .members(Facts.number(facts, "membership.members"))
                .build());
    }

    private static void put(Map<String, String> facts, String name, long value) {
        facts.put(name, Long.toString(value));
    }
}
