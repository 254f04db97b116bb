// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.files;

import io.audiencebridge.adapter.campaign.client.Workflow;
import io.audiencebridge.domain.sharing.Waiting;
import java.time.Instant;

/** How far the workflow has come with one file. */
sealed interface JobState {
    /** Nothing was ordered. */
    record NotBegun() implements JobState {}

    /** It is not done, or has not had its turn. */
    record AtWork(Waiting waiting) implements JobState {}

    /** It finished what was ordered at {@code ordered}. */
    record Ended(Workflow workflow, Instant ordered) implements JobState {}
}
