// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.adapter.audiencemanager.client.Segment;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.ReconciliationKey.Visitor;
import io.vavr.Tuple;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import java.util.OptionalLong;

/**
 * The Campaign trap (SEMANTICS S21): under the wrong profile merge rule a segment of declared ids holds, and delivers, nobody, and no system says why. A
 * visitor id is never concerned. Sources: Audience Manager, "Profile merge rules FAQ", "Profile merge rule options defined".
 */
final class MergeRuleCheck {
    private static final String REMEDY =
            "; take a rule of the kind Last Authenticated Profiles that includes data source ";

    private final Map<Long, MergeRule> described;

    private MergeRuleCheck(Map<Long, MergeRule> described) {
        this.described = described;
    }

    /** Checks by the rules that the settings describe. */
    static MergeRuleCheck of(AudienceManagerSettings settings) {
        return new MergeRuleCheck(HashMap.ofEntries(
                Vector.ofAll(settings.mergeRules()).map(rule -> Tuple.of(rule.dataSourceId(), rule))));
    }

    /** Whether people who are shared would show in a segment under {@code rule}, and reach the data source's destination, if it has one. */
    MergeRuleVerdict sharing(OptionalLong rule, DataSource dataSource) {
        return verdict(rule, dataSource, dataSource.destinationId().isPresent());
    }

    /** Whether a segment's members would ever reach the data source's destination. */
    MergeRuleVerdict importing(Segment segment, DataSource dataSource) {
        return importing(segment.mergeRuleDataSourceId(), dataSource);
    }

    /** As for a segment under {@code rule}. */
    MergeRuleVerdict importing(OptionalLong rule, DataSource dataSource) {
        return verdict(rule, dataSource, true);
    }

    private MergeRuleVerdict verdict(OptionalLong rule, DataSource dataSource, boolean delivered) {
        if (dataSource.key() instanceof Visitor) {
            return MergeRuleVerdict.SOUND;
        }
        if (rule.isEmpty()) {
            return MergeRuleVerdict.unchecked(
                    "No profile merge rule is named, so the segment is under the company's default rule; unless that is Last Authenticated Profiles with data source "
                            + dataSource.id() + ", it shows nobody: give mergeRuleDataSourceId (SEMANTICS S21)");
        }
        return described
                .get(rule.getAsLong())
                .map(known -> judged(known, dataSource, delivered))
                .getOrElse(() -> MergeRuleVerdict.unchecked("Profile merge rule " + rule.getAsLong()
                        + " could not be checked, since no API tells what it does; unless it is Last Authenticated Profiles with data source "
                        + dataSource.id()
                        + ", nobody shows: describe it in audienceManager.mergeRules (SEMANTICS S21)"));
    }

    private static MergeRuleVerdict judged(MergeRule rule, DataSource dataSource, boolean delivered) {
        String named = "profile merge rule " + rule.dataSourceId();
        String remedy = REMEDY + dataSource.id() + " (SEMANTICS S21)";
        return switch (rule.authentication()) {
            case NO_CROSS_DEVICE ->
                MergeRuleVerdict.refused(named
                        + " is No Cross-Device Profile: it reads no profile of a person, so the segment would show nobody"
                        + remedy);
            case CURRENT_AUTHENTICATED ->
                MergeRuleVerdict.refused(named
                        + " is Current Authenticated Profiles: it counts only while somebody is signed in, never for files"
                        + remedy);
            case LAST_AUTHENTICATED ->
                rule.dataSources().contains(dataSource.id())
                        ? MergeRuleVerdict.SOUND
                        : MergeRuleVerdict.refused(named + " does not read the profiles of data source "
                                + dataSource.id() + ", so the segment would show nobody" + remedy);
            case ALL_CROSS_DEVICE ->
                delivered
                        ? MergeRuleVerdict.refused(named
                                + " is All Cross-Device Profiles, under which Campaign's Declared ID destination gets nobody"
                                + remedy)
                        : MergeRuleVerdict.SOUND;
        };
    }
}
