// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.files;

import io.audiencebridge.adapter.experienceplatform.client.ExportAudience;
import io.audiencebridge.adapter.experienceplatform.client.ExportDestination;
import io.audiencebridge.adapter.experienceplatform.client.ExportFileName;
import io.audiencebridge.adapter.experienceplatform.client.FileNameTemplate;
import io.audiencebridge.domain.spi.engine.StoredFile;
import io.vavr.control.Option;

/** Reads the names of one audience's files. */
final class Names {
    private final ExportDestination destination;
    private final ExportAudience audience;
    private final FileNameTemplate template;
    private final String folder;

    Names(ExportDestination destination, ExportAudience audience, FileNameTemplate template) {
        this.destination = destination;
        this.audience = audience;
        this.template = template;
        this.folder = destination.folder().isEmpty() ? "" : destination.folder() + "/";
    }

    /** What the names of everything in the destination's folder begin with. */
    String folder() {
        return folder;
    }

    /** Whether a file lies in the folder itself and not in one below it. */
    boolean isHere(StoredFile file) {
        return file.name().startsWith(folder) && file.name().indexOf('/', folder.length()) < 0;
    }

    /** What a plain name says; none when it is no file of the audience. */
    Option<ExportFileName> read(String name) {
        return template.read(name, destination.name(), audience);
    }
}
