// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.adapter.audiencemanager.Looking.Told;
import io.audiencebridge.adapter.audiencemanager.client.IdSyncFileName;
import io.audiencebridge.adapter.audiencemanager.client.InboundFileStatus;
import io.audiencebridge.adapter.audiencemanager.client.Period;
import io.audiencebridge.adapter.audiencemanager.client.Trait;
import io.audiencebridge.adapter.audiencemanager.rest.InboundDetail;
import io.audiencebridge.domain.diagnosis.Certainty;
import io.audiencebridge.domain.diagnosis.Precondition;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.OptionalLong;

/** Looks at what Audience Manager says it made of the data source's files: the onboarding status, which has the counters of the receipt mail. */
final class ReceiptLook {
    private static final Duration PROMISED = Duration.ofDays(2);

    /** Longer than a trait usually lives. */
    private static final Duration LOOKED_BACK = Duration.ofDays(150);

    /** Room for clocks that differ, and for a period that is shifted by a day. */
    private static final Duration MARGIN = Duration.ofDays(1);

    /** One row in so many is worth more than a remark. */
    private static final int MANY = 20;

    private final Looking looking;

    ReceiptLook(Looking looking) {
        this.looking = looking;
    }

    /**
     * Looks.
     *
     * @param dataSource whose files
     * @param newest the newest file that lies in the folder, if that was seen
     * @param trait the trait that they fill
     */
    void run(long dataSource, Option<InboundShelf.File> newest, Option<Trait> trait) {
        Instant now = looking.now();
        Period period = new Period(now.minus(LOOKED_BACK), now.plus(MARGIN));
        looking.answer(
                        "data sources",
                        AudienceManagerFacts.TAKEN,
                        looking.company().histories().inbound(dataSource, period, InboundDetail.COUNTS, looking.call()))
                .forEach(history -> told(history, newest, trait));
    }

    private void told(Seq<InboundFileStatus> history, Option<InboundShelf.File> newest, Option<Trait> trait) {
        Seq<InboundFileStatus> data =
                history.reject(ReceiptLook::isIdSync).sorted(Comparator.comparing(ReceiptLook::ended));
        idSyncs(history);
        newest.forEach(file -> taken(file, data));
        data.lastOption().forEach(this::rows);
        trait.forEach(there -> expiry(there, data));
    }

    private static boolean isIdSync(InboundFileStatus status) {
        return IdSyncFileName.parse(base(status.fileName())).isRight();
    }

    /** That none was seen proves nothing: the ID service's own calls are in no history. */
    private void idSyncs(Seq<InboundFileStatus> history) {
        if (looking.isVisitor()) {
            return;
        }
        Option<InboundFileStatus> sync = history.find(ReceiptLook::isIdSync);
        sync.peek(seen -> looking.met(
                        AudienceManagerFacts.ID_SYNC, "An id-sync file was processed: " + base(seen.fileName())))
                .onEmpty(
                        () -> looking.unseen(
                                AudienceManagerFacts.ID_SYNC,
                                "No id-sync file was processed, and synchronisations by web pages stand in no history; look at the ID sync report in Audience Manager"));
    }

    private void taken(InboundShelf.File newest, Seq<InboundFileStatus> data) {
        String name = base(newest.stored().name());
        if (data.exists(status -> base(status.fileName()).equals(name))) {
            looking.met(AudienceManagerFacts.TAKEN, name + " was processed");
            return;
        }
        Instant due = newest.stamp().plus(PROMISED);
        if (due.isAfter(looking.now())) {
            looking.weakens(
                    AudienceManagerFacts.DELAY,
                    Certainty.SEEN,
                    new Told(
                            name + " was handed over at " + newest.stamp() + " and has not been processed yet",
                            "That it takes up to 48 hours",
                            "Look again after " + due));
            return;
        }
        if (looking.blocked()) {
            looking.unseen(AudienceManagerFacts.TAKEN, name + " was not processed; mend what was found first");
            return;
        }
        looking.blocks(
                AudienceManagerFacts.TAKEN,
                Certainty.LIKELY,
                new Told(
                        "The onboarding status does not know " + name + ", 48 hours after it was handed over",
                        "Every file that Audience Manager could read as a whole",
                        "Look at the bucket, the folder, the object's ACL bucket-owner-full-control and the encryption, and hand the file over again under a new stamp"));
    }

    private void rows(InboundFileStatus status) {
        long received = status.received().orElse(0);
        if (received == 0) {
            looking.unseen(AudienceManagerFacts.FORMAT, "The onboarding status does not say how many rows came");
            return;
        }
        lost(
                AudienceManagerFacts.FORMAT,
                status,
                status.formatErrors(),
                "were format errors",
                "Write <id>, one tab, d_sid=<trait>");
        lost(
                AudienceManagerFacts.INVALID_IDS,
                status,
                sum(status.invalidAamIds(), status.invalidDeviceIds()),
                "had ids that are none of the data source's",
                "Send the ids that the data source's inbound id key names, 38 digits with their leading zeros");
        lost(
                AudienceManagerFacts.NO_MATCH,
                status,
                status.noMatchingAamIds(),
                "had ids that Audience Manager never saw",
                "Synchronise the ids first, or share by a cross-device data source, which stores ids that were never seen");
        lost(
                AudienceManagerFacts.TRAIT_OWNER,
                status,
                status.traitsFailedValidation(),
                "named traits of another data source",
                "Send the file under the data source that owns the trait, or name it as target");
        lost(
                AudienceManagerFacts.NO_TRAIT,
                status,
                status.noTraitRealized(),
                "reached no live trait",
                "Send the file again once its trait is four hours old, under the data source that owns it");
    }

    private void lost(
            Precondition precondition, InboundFileStatus status, OptionalLong count, String what, String remedy) {
        long rows = count.orElse(0);
        long received = status.received().orElse(0);
        if (rows == 0) {
            looking.met(precondition, "No row of " + base(status.fileName()));
            return;
        }
        Told told = new Told(
                rows + " of " + received + " rows of " + base(status.fileName()) + " " + what,
                "That every row is stored",
                remedy);
        if (rows >= received) {
            looking.blocks(precondition, Certainty.SEEN, told);
        } else if (rows >= received / MANY) {
            looking.weakens(precondition, Certainty.SEEN, told);
        } else {
            looking.informs(precondition, Certainty.SEEN, told);
        }
    }

    /** Whoever got the trait got it no later than by the newest file that gave any. */
    private void expiry(Trait trait, Seq<InboundFileStatus> data) {
        Option<Instant> given = data.filter(status -> status.realizedTraits().orElse(0) > 0)
                .lastOption()
                .map(ReceiptLook::ended);
        boolean lost = trait.timeToLive().isPresent()
                && given.exists(at -> at.plus(trait.timeToLive().get()).isBefore(looking.now()));
        if (lost) {
            looking.blocks(
                    AudienceManagerFacts.TRAIT_TTL,
                    Certainty.LIKELY,
                    new Told(
                            "People lose trait " + trait.sid() + " after "
                                    + trait.timeToLive().get().toDays()
                                    + " days, and the last file that gave traits was processed at "
                                    + given.get(),
                            "That members are sent again before they lose the trait",
                            "Send all members again, and set the trait's time to live to 0"));
        }
    }

    private static Instant ended(InboundFileStatus status) {
        return status.ended().orElse(Instant.EPOCH);
    }

    private static OptionalLong sum(OptionalLong one, OptionalLong other) {
        return OptionalLong.of(one.orElse(0) + other.orElse(0));
    }

    private static String base(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
