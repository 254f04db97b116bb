// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.audiencebridge.domain.spi.engine.StoredFile;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Locale;

/**
 * Whether all files of a delivery are there (SEMANTICS S7). Left: what is missing, for people.
 *
 * <p>With a transfer-control file that one decides. Without, the numbers must have no gap; that the last file is missing then cannot be seen.
 */
final class Completeness {
    private final OutboundSettings settings;

    Completeness(OutboundSettings settings) {
        this.settings = settings;
    }

    /** By what the transfer-control file lists; {@code all} are the files of the exchange. */
    Either<String, Seq<DeliveredFile>> by(ControlFile control, OutboundSet set, Seq<StoredFile> all) {
        String folder = set.root().substring(0, set.root().lastIndexOf('/') + 1);
        Option<OutboundName> unlisted = set.data()
                .find(name ->
                        !control.entries().exists(entry -> name.file().name().equals(folder + entry.name())));
        return unlisted.isDefined()
                ? Either.left(
                        unlisted.get().file().name() + " is there, and the transfer-control file does not list it")
                : Either.sequenceRight(control.entries().map(entry -> delivered(folder + entry.name(), entry, all)));
    }

    /** By the numbers alone. */
    Either<String, Seq<DeliveredFile>> byNumbers(OutboundSet set) {
        Seq<OutboundName> data = set.data();
        if (settings.controlFileRequired()) {
            return Either.left("the transfer-control file " + set.root() + ".info has not arrived");
        }
        int first = data.exists(OutboundName::dashed) || settings.firstPartNumbered() ? 1 : OutboundName.UNNUMBERED;
        boolean whole = data.size() == 1 && data.head().part() == OutboundName.UNNUMBERED;
        Option<Integer> gap =
                Vector.range(first, first + data.size()).find(number -> data.count(name -> name.part() == number) != 1);
        if (whole || gap.isEmpty()) {
            return Either.right(data.map(name -> DeliveredFile.of(name.file())));
        }
        return Either.left(missing(set, gap.get()));
    }

    private static Either<String, DeliveredFile> delivered(String name, ControlFile.Entry entry, Seq<StoredFile> all) {
        return all.find(file -> file.name().equals(name))
                .toEither(() -> name + ", which the transfer-control file lists, has not arrived")
                .flatMap(file -> file.size() == entry.size()
                        ? Either.right(new DeliveredFile(file, entry.md5().toLowerCase(Locale.ROOT), entry.lines()))
                        : Either.left(name + " has " + file.size() + " bytes and not the " + entry.size()
                                + " that the transfer-control file states"));
    }

    private static String missing(OutboundSet set, int number) {
        return number == OutboundName.UNNUMBERED
                ? "the file without a number of " + set.root()
                        + " has not arrived; if this destination numbers its first file too, set audienceManager.outboundFirstPartNumbered"
                : "exactly one file with the number " + number + " is expected of " + set.root();
    }
}
