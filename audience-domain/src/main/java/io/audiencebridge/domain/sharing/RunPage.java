// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.sharing;

import io.vavr.collection.Seq;
import java.util.Optional;

/**
 * A page of runs.
 *
 * @param runs in order, the last planned first
 * @param next where the next page begins; empty at the end
 */
public record RunPage(Seq<ListedRun> runs, Optional<String> next) {}
