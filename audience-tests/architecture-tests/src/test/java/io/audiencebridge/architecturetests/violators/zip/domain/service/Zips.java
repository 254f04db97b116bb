// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.zip.domain.service;

import java.util.zip.CRC32;

/** A deliberate violator. */
public final class Zips {
    CRC32 checksum() {
        return new CRC32();
    }
}
