// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.domain.error.Violation;
import io.vavr.control.Option;

/**
 * What a merge rule means for a transfer.
 *
 * @param refusal why it would carry nobody
 * @param notice what could not be checked
 */
record MergeRuleVerdict(Option<Violation> refusal, Option<String> notice) {
    /** Nothing to say. */
    static final MergeRuleVerdict SOUND = new MergeRuleVerdict(Option.none(), Option.none());

    static MergeRuleVerdict refused(String why) {
        return new MergeRuleVerdict(Option.some(new Violation("dataSource.mergeRuleDataSourceId", why)), Option.none());
    }

    static MergeRuleVerdict unchecked(String what) {
        return new MergeRuleVerdict(Option.none(), Option.some(what));
    }
}
