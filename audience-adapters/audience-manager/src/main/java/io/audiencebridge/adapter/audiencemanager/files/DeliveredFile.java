// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.audiencebridge.domain.spi.engine.StoredFile;

/**
 * A file to be read.
 *
 * @param file as the exchange lists it
 * @param md5 what the transfer-control file promises, in lower-case hexadecimal; empty when it promises nothing
 * @param lines as many as the transfer-control file promises; {@link #ANY} when it promises nothing
 */
record DeliveredFile(StoredFile file, String md5, long lines) {
    /** In place of a number of lines. */
    static final long ANY = -1;

    /** A file of which nothing is promised. */
    static DeliveredFile of(StoredFile file) {
        return new DeliveredFile(file, "", ANY);
    }
}
