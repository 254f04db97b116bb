// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.adapter.audiencemanager.Looking.Told;
import io.audiencebridge.adapter.audiencemanager.client.InboundFileName.Mode;
import io.audiencebridge.adapter.audiencemanager.client.Trait;
import io.audiencebridge.domain.diagnosis.Certainty;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.Route;
import io.audiencebridge.domain.spi.engine.StoredFile;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;

/** Looks at the folder in which files are handed over: whether it can be reached, and whether Audience Manager would take the newest of the data source's files. */
final class InboundLook {
    /** Source: Audience Manager, "Amazon S3 name and file size requirements". */
    private static final long LARGEST = 3L << 30;

    /** What another page says is the most. */
    private static final long LARGEST_ELSEWHERE = 1L << 30;

    private static final Duration SAME_DAY = Duration.ofDays(1);

    private final Looking looking;

    InboundLook(Looking looking) {
        this.looking = looking;
    }

    void run(Option<AudienceLook.Seen> audience) {
        Option<String> partner = Option.ofOptional(looking.company().settings().partner());
        if (partner.isEmpty()) {
            out("No folder for inbound files is set", "Set audienceManager.partner to the folder that Adobe gave");
            return;
        }
        Either<BridgeError, Seq<StoredFile>> listed =
                looking.company().inboundExchange().flatMap(files -> files.list(partner.get() + "/", looking.call()));
        if (listed.isLeft()) {
            out(
                    listed.getLeft().message(),
                    "Correct the exchange's bucket, region and credentials, or renew its rights");
            return;
        }
        looking.met(AudienceManagerFacts.INBOUND_BUCKET, "Its folder '" + partner.get() + "' can be read");
        look(InboundShelf.of(listed.get(), partner.get(), looking.dataSource().id()), audience);
    }

    /** Files that Campaign's own workflow writes do not need our access. */
    private void out(String seen, String remedy) {
        if (looking.order().route() == Route.SYSTEM) {
            looking.unseen(
                    AudienceManagerFacts.INBOUND_BUCKET,
                    "Campaign's own workflow writes the files; this bridge cannot look at them: " + seen);
            return;
        }
        looking.blocks(
                AudienceManagerFacts.INBOUND_BUCKET,
                Certainty.SEEN,
                new Told(seen, "A folder that can be written and listed", remedy));
    }

    private void look(InboundShelf shelf, Option<AudienceLook.Seen> audience) {
        names(shelf);
        if (shelf.newest().isEmpty()) {
            looking.unseen(
                    AudienceManagerFacts.INBOUND_FOLDER,
                    "No file of data source " + looking.dataSource().id()
                            + " is there, so that nothing can be said about one; files are kept for 30 days");
            return;
        }
        InboundShelf.File newest = shelf.newest().get();
        folder(newest);
        size(newest);
        mode(shelf, newest);
        Option<Trait> trait = audience.flatMap(AudienceLook.Seen::trait);
        trait.forEach(there -> order(shelf, there));
        new ReceiptLook(looking).run(looking.dataSource().id(), Option.some(newest), trait);
    }

    private void names(InboundShelf shelf) {
        Option<StoredFile> wrong = shelf.newestWrong();
        if (wrong.isEmpty()) {
            looking.met(AudienceManagerFacts.INBOUND_NAME, "All names in the folder follow the syntax");
            return;
        }
        Told told = new Told(
                "No file is ever processed that is called " + base(wrong.get().name()),
                "ftp_dpm_<data source>[_<target>]_<ten digits>.sync or .overwrite, then [.<part>] and .gz, .pgp or .gpg, never two of them",
                "Hand the file over again under a name of that form");
        if (shelf.isNewerThanOurs(wrong.get())) {
            looking.blocks(AudienceManagerFacts.INBOUND_NAME, Certainty.LIKELY, told);
        } else {
            looking.weakens(AudienceManagerFacts.INBOUND_NAME, Certainty.POSSIBLE, told);
        }
    }

    private void folder(InboundShelf.File newest) {
        if (newest.inDateFolder()) {
            looking.met(AudienceManagerFacts.INBOUND_FOLDER, "The newest file lies in the folder of a day");
            return;
        }
        looking.blocks(
                AudienceManagerFacts.INBOUND_FOLDER,
                Certainty.LIKELY,
                new Told(
                        "The newest file lies at " + newest.stored().name(),
                        "<partner>/date=<UTC day>/<name>",
                        "Hand it over again in the folder of the day"));
    }

    private void size(InboundShelf.File newest) {
        long bytes = newest.stored().size();
        if (bytes > 0 && bytes <= LARGEST_ELSEWHERE) {
            looking.met(AudienceManagerFacts.INBOUND_SIZE, "The newest file has " + bytes + " bytes");
            return;
        }
        Told told = new Told(
                "The newest file, " + base(newest.stored().name()) + ", has " + bytes + " bytes",
                "More than 0 and at most 3 GB, by another page 1 GB; best are 200 to 300 MB",
                bytes == 0 ? "Hand over a file that has rows" : "Split the file into parts");
        if (bytes == 0 || bytes > LARGEST) {
            looking.blocks(AudienceManagerFacts.INBOUND_SIZE, Certainty.SEEN, told);
        } else {
            looking.weakens(AudienceManagerFacts.INBOUND_SIZE, Certainty.POSSIBLE, told);
        }
    }

    private void mode(InboundShelf shelf, InboundShelf.File newest) {
        boolean overwrites = newest.name().mode() == Mode.OVERWRITE;
        boolean mixed = shelf.ours()
                .exists(other -> other.name().mode() != newest.name().mode()
                        && Duration.between(other.stamp(), newest.stamp()).compareTo(SAME_DAY) < 0);
        if (!overwrites && !mixed) {
            looking.met(
                    AudienceManagerFacts.INBOUND_MODE, "The newest file adds and removes, and leaves the rest alone");
            return;
        }
        looking.weakens(
                AudienceManagerFacts.INBOUND_MODE,
                overwrites ? Certainty.LIKELY : Certainty.POSSIBLE,
                new Told(
                        mixed
                                ? "Files of both modes came within a day, such as "
                                        + base(newest.stored().name())
                                : "The newest file, " + base(newest.stored().name()) + ", overwrites",
                        "Files of one mode for the same people in a day, since they are read in no order; .sync, unless the data source has one audience",
                        "Send .sync files, and send who was lost again"));
    }

    /** Files that came after the trait and before it was live. */
    private void order(InboundShelf shelf, Trait trait) {
        if (trait.created().isEmpty()) {
            return;
        }
        Instant created = trait.created().get();
        Instant live = created.plus(looking.company().settings().traitLiveAfter());
        Seq<InboundShelf.File> since = shelf.ours().filter(file -> !file.stamp().isBefore(created));
        if (since.isEmpty() || since.exists(file -> !file.stamp().isBefore(live))) {
            return;
        }
        looking.blocks(
                AudienceManagerFacts.TRAIT_BEFORE_FILE,
                Certainty.LIKELY,
                new Told(
                        "Every file since trait " + trait.sid()
                                + " was created came before it was live, the last one at "
                                + since.map(InboundShelf.File::stamp).max().get(),
                        "A file that comes after " + live,
                        "Send the members again; what was ignored is never read again"));
    }

    private static String base(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
