// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.reconcile;

import io.audiencebridge.domain.member.IdSet;

/**
 * What matching members with recipients gave.
 *
 * @param tally every row accounted for
 * @param recipients the recipients who enter, each once
 */
public record Matching(MatchTally tally, IdSet recipients) {}
