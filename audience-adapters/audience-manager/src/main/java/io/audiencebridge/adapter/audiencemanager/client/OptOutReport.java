// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

/**
 * In which regions an opt-out stands. Regions do not tell one another: as long as one failed, repeat the opt-out; it does no harm where it stands.
 *
 * @param regions each region that was called, in order of their numbers
 */
public record OptOutReport(Seq<Region> regions) {
    /** Whether the opt-out stands in every region that was called. */
    public boolean complete() {
        return regions.forAll(region -> region.failure().isEmpty());
    }

    /**
     * One region.
     *
     * @param id its number
     * @param failure why the opt-out does not stand there; none if it does
     */
    public record Region(int id, Option<BridgeError> failure) {}
}
