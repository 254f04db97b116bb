// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.adapter.audiencemanager.Looking.Told;
import io.audiencebridge.adapter.audiencemanager.client.DataSourceFacts;
import io.audiencebridge.adapter.audiencemanager.client.Segment;
import io.audiencebridge.domain.diagnosis.Certainty;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;

/** Looks at the Campaign merge-rule trap. It bites declared ids only; a visitor-id sharing is never blamed for it (SEMANTICS S21). */
final class MergeRuleLook {
    /** How long a change of a merge rule takes to reach everybody. */
    private static final Duration SETTLED = Duration.ofDays(2);

    private final Looking looking;

    MergeRuleLook(Looking looking) {
        this.looking = looking;
    }

    void run(AudienceLook.Seen audience) {
        if (looking.isVisitor()) {
            looking.met(AudienceManagerFacts.MERGE_RULE, "Visitor ids are not concerned");
            return;
        }
        OptionalLong rule = audience.segment()
                .map(Segment::mergeRuleDataSourceId)
                .filter(OptionalLong::isPresent)
                .getOrElse(looking.dataSource().mergeRuleDataSourceId());
        if (!refused(rule) && !another(rule, audience) && isThere(rule) && !shownByNumbers(rule, audience)) {
            undecided(rule);
        }
    }

    /** By what the settings say that the rule does. */
    private boolean refused(OptionalLong rule) {
        MergeRuleVerdict verdict = verdict(rule);
        verdict.refusal()
                .forEach(refusal -> looking.blocks(
                        AudienceManagerFacts.MERGE_RULE,
                        Certainty.SEEN,
                        new Told(
                                capital(refusal.message().replaceFirst("; take a rule.*", "")),
                                expected(),
                                "Give the segment a merge rule of that kind in Audience Manager")));
        return verdict.refusal().isDefined();
    }

    private MergeRuleVerdict verdict(OptionalLong rule) {
        MergeRuleCheck check = looking.company().mergeRules();
        return looking.exports()
                ? check.sharing(rule, looking.dataSource())
                : check.importing(rule, looking.dataSource());
    }

    /** The order names the right rule, and the segment is under another one that nobody described. */
    private boolean another(OptionalLong rule, AudienceLook.Seen audience) {
        OptionalLong wanted = looking.dataSource().mergeRuleDataSourceId();
        boolean differs = audience.segment().isDefined()
                && wanted.isPresent()
                && rule.isPresent()
                && !wanted.equals(rule)
                && verdict(rule).notice().isDefined();
        if (differs) {
            looking.blocks(
                    AudienceManagerFacts.MERGE_RULE,
                    Certainty.LIKELY,
                    new Told(
                            "Segment " + audience.segment().get().sid() + " is under merge rule " + rule.getAsLong(),
                            "Merge rule " + wanted.getAsLong() + ", as the data source is set up here; " + expected(),
                            "Give the segment merge rule " + wanted.getAsLong() + " in Audience Manager"));
        }
        return differs;
    }

    private boolean isThere(OptionalLong rule) {
        if (rule.isEmpty() || !looking.company().settings().mergeRuleChecked()) {
            return true;
        }
        Option<Option<DataSourceFacts>> answer = looking.answer(
                "data sources",
                AudienceManagerFacts.MERGE_RULE_AGE,
                looking.company().dataSources().find(rule.getAsLong(), looking.call()));
        answer.flatMap(found -> found).forEach(this::age);
        boolean gone = answer.exists(Option::isEmpty);
        if (gone) {
            looking.blocks(
                    AudienceManagerFacts.MERGE_RULE,
                    Certainty.SEEN,
                    new Told(
                            "Audience Manager shows no merge rule " + rule.getAsLong(),
                            expected(),
                            "Correct mergeRuleDataSourceId, or give the segment a merge rule that exists"));
        }
        return !gone;
    }

    private void age(DataSourceFacts rule) {
        rule.modified()
                .filter(at -> at.plus(SETTLED).isAfter(looking.now()))
                .ifPresent(at -> looking.weakens(
                        AudienceManagerFacts.MERGE_RULE_AGE,
                        Certainty.POSSIBLE,
                        new Told(
                                "Merge rule " + rule.id() + " was changed at " + at,
                                "That a change is 48 hours old before its effect is judged",
                                "Look again after " + at.plus(SETTLED))));
    }

    /** People have the trait, long enough, and none of them is in the segment: whatever the rule is said to do, it does not let them in. */
    private boolean shownByNumbers(OptionalLong rule, AudienceLook.Seen audience) {
        boolean shown = audience.segment().exists(this::isEmptyForLong)
                && audience.trait().exists(trait -> PopulationSizes.of(trait).exists(holders -> holders > 0));
        if (shown) {
            Segment segment = audience.segment().get();
            looking.blocks(
                    AudienceManagerFacts.MERGE_RULE,
                    Certainty.LIKELY,
                    new Told(
                            "Trait " + audience.trait().get().sid() + " counts "
                                    + PopulationSizes.of(audience.trait().get()).get() + " and segment " + segment.sid()
                                    + ", which asks for nothing else, counts 0 under "
                                    + (rule.isPresent() ? "merge rule " + rule.getAsLong() : "the default merge rule"),
                            expected(),
                            "Look at the merge rule's page in Audience Manager and make it one of that kind"));
        }
        return shown;
    }

    private boolean isEmptyForLong(Segment segment) {
        return segment.active()
                && PopulationSizes.of(segment).exists(size -> size == 0)
                && segment.created()
                        .filter(at -> at.plus(SETTLED).isBefore(looking.now()))
                        .isPresent();
    }

    private void undecided(OptionalLong rule) {
        if (verdict(rule).notice().isEmpty()) {
            looking.met(
                    AudienceManagerFacts.MERGE_RULE,
                    "Merge rule " + rule.orElse(0)
                            + " is Last Authenticated Profiles with the data source, as the settings describe it");
            return;
        }
        looking.unseen(
                AudienceManagerFacts.MERGE_RULE,
                "No API tells what "
                        + (rule.isPresent() ? "merge rule " + rule.getAsLong() : "the company's default merge rule")
                        + " does; look at its page in Audience Manager, and describe it in audienceManager.mergeRules");
    }

    private String expected() {
        return "Last Authenticated Profiles with data source "
                + looking.dataSource().id();
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
