// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.audiencebridge.domain.spi.engine.StoredFile;
import java.util.OptionalLong;

/**
 * What the name of an outbound file says.
 *
 * @param root the name up to the stamp, folders included: what all files of one delivery have in common
 * @param twin the same without saying full or iter: documents show a transfer-control file that says the other word
 * @param destination the destination (order), where the template names it
 * @param master the data source of the ids in the rows (MASTER_DPID), where the template names it
 * @param full whether it holds all members, not only changes
 * @param stamp UTC milliseconds since 1970
 * @param part the split number, or {@link #UNNUMBERED}
 * @param dashed whether the split number stands behind a dash, where counting starts at 1
 * @param control whether it is the transfer-control file (.info)
 * @param file the file itself
 */
record OutboundName(
        String root,
        String twin,
        OptionalLong destination,
        OptionalLong master,
        boolean full,
        long stamp,
        int part,
        boolean dashed,
        boolean control,
        StoredFile file) {
    /** In place of a split number. */
    static final int UNNUMBERED = 0;
}
