// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.files;

import io.audiencebridge.adapter.experienceplatform.client.ExportTimeSource;
import io.audiencebridge.domain.spi.engine.StoredFile;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;

/**
 * The files of one export that are there, complete or not.
 *
 * @param stem what their names have in common
 * @param files by their numbers
 * @param manifest that names one of them, the newest
 */
record FoundExport(String stem, Vector<NamedFile> files, Option<Manifest> manifest) {
    private record Timed(Instant time, ExportTimeSource source) {}

    /** The time of all of it (SEMANTICS S25). */
    Instant time() {
        return timed().time();
    }

    ExportTimeSource timeSource() {
        return timed().source();
    }

    private Timed timed() {
        Option<Timed> told =
                manifest.flatMap(Manifest::scheduled).map(time -> new Timed(time, ExportTimeSource.MANIFEST));
        Option<Timed> named =
                Option.ofOptional(files.head().name().time()).map(time -> new Timed(time, ExportTimeSource.FILE_NAME));
        return told.orElse(named).getOrElse(() -> new Timed(stored(), ExportTimeSource.STORED));
    }

    private Instant stored() {
        return files.map(NamedFile::file).map(StoredFile::modified).min().get();
    }

    /** When the newest of its files came. */
    Instant newest() {
        return files.map(NamedFile::file).map(StoredFile::modified).max().get();
    }

    NamedFile last() {
        return files.last();
    }
}
