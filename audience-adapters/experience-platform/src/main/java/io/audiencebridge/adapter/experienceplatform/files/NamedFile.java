// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.files;

import io.audiencebridge.adapter.experienceplatform.client.ExportFileName;
import io.audiencebridge.domain.spi.engine.StoredFile;

/**
 * A file of the audience asked for.
 *
 * @param name what its name says
 * @param file in the exchange
 */
record NamedFile(ExportFileName name, StoredFile file) {
    /** Its name without folders. */
    String plainName() {
        return plain(file);
    }

    static String plain(StoredFile file) {
        return file.name().substring(file.name().lastIndexOf('/') + 1);
    }
}
