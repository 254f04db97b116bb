// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

import io.vavr.collection.Seq;
import java.util.Optional;

/**
 * A page of lists. A search may leave fewer on it than were asked for, even none; only an empty {@code next} is the end.
 *
 * @param lists in order, newest first
 * @param next where the next page begins; empty at the end
 */
public record ListPage(Seq<CampaignList> lists, Optional<String> next) {}
