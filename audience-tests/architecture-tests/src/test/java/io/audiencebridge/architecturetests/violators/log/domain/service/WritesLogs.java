// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.log.domain.service;

/** A deliberate violator. */
public final class WritesLogs {
    private static final System.Logger LOG = System.getLogger("violator");

    void tell(String what) {
        LOG.log(System.Logger.Level.INFO, what);
    }
}
