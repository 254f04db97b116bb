// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.adapter.audiencemanager.client.IdSyncFileName;
import io.audiencebridge.adapter.audiencemanager.client.InboundFileName;
import io.audiencebridge.domain.spi.engine.StoredFile;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Comparator;

/**
 * What lies in the folder for inbound files.
 *
 * @param ours data files of one data source, or onto its traits
 * @param wrong files whose names Audience Manager does not take
 */
record InboundShelf(Seq<File> ours, Seq<StoredFile> wrong) {
    private static final String DAY = "/date=\\d{4}-\\d{2}-\\d{2}/[^/]+";

    /**
     * A data file.
     *
     * @param stored where it lies
     * @param name what its name says
     * @param inDateFolder whether it lies in the folder of a day
     */
    record File(StoredFile stored, InboundFileName name, boolean inDateFolder) {
        /** When it was made, by its name. */
        Instant stamp() {
            return Instant.ofEpochSecond(name.stamp());
        }
    }

    /** The files of {@code dataSource} and the wrong ones among those in {@code folder}. */
    static InboundShelf of(Seq<StoredFile> files, String folder, long dataSource) {
        return new InboundShelf(
                files.flatMap(file -> InboundFileName.parse(base(file))
                        .toOption()
                        .filter(name -> name.dataSource() == dataSource || name.owner() == dataSource)
                        .map(name -> new File(
                                file,
                                name,
                                file.name().substring(folder.length()).matches(DAY)))),
                files.filter(file -> InboundFileName.parse(base(file)).isLeft()
                        && IdSyncFileName.parse(base(file)).isLeft()));
    }

    /** By its stamp. */
    Option<File> newest() {
        return ours.maxBy(Comparator.comparing(File::stamp));
    }

    /** The wrong one that was stored last. */
    Option<StoredFile> newestWrong() {
        return wrong.maxBy(Comparator.comparing(StoredFile::modified));
    }

    /** Whether no data file of the data source was stored after {@code file}. */
    boolean isNewerThanOurs(StoredFile file) {
        return ours.forAll(own -> !own.stored().modified().isAfter(file.modified()));
    }

    private static String base(StoredFile file) {
        return file.name().substring(file.name().lastIndexOf('/') + 1);
    }
}
