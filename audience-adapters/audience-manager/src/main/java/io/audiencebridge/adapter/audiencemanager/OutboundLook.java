// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.adapter.audiencemanager.Looking.Told;
import io.audiencebridge.adapter.audiencemanager.client.Segment;
import io.audiencebridge.adapter.audiencemanager.client.Trait;
import io.audiencebridge.adapter.audiencemanager.files.DeliverySurvey;
import io.audiencebridge.adapter.audiencemanager.files.MappedSegment;
import io.audiencebridge.adapter.audiencemanager.files.OutboundFiles;
import io.audiencebridge.adapter.audiencemanager.files.OutboundSettings;
import io.audiencebridge.domain.diagnosis.Certainty;
import io.audiencebridge.domain.diagnosis.Precondition;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.sharing.Route;
import io.audiencebridge.domain.spi.connector.MemberFeed;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/** Looks at the files that Audience Manager delivered to the destination: whether the newest full one is there, whole, fresh, of the right ids, and names the segment. */
final class OutboundLook {
    /** Larger deliveries are not looked into, packed bytes: a diagnosis is to take seconds. */
    private static final long LOOKED_INTO = 64L << 20;

    private static final Duration DAY = Duration.ofDays(1);

    private final Looking looking;
    private final OutboundSettings settings;

    OutboundLook(Looking looking) {
        this.looking = looking;
        this.settings =
                Delivery.of(looking.company().settings(), looking.dataSource().destinationId());
    }

    void run(Option<AudienceLook.Seen> audience, DestinationLook destination) {
        population(audience);
        Either<BridgeError, OutboundFiles> files =
                looking.company().outbound(looking.dataSource().destinationId());
        Either<BridgeError, DeliverySurvey> survey =
                files.flatMap(there -> there.survey(looking.dataSource(), looking.call()));
        if (survey.isLeft()) {
            out(survey.getLeft().message());
            return;
        }
        looking.met(AudienceManagerFacts.OUTBOUND_BUCKET, survey.get().files() + " files were listed");
        if (survey.get().newest().isEmpty()) {
            nothing(survey.get(), destination);
            return;
        }
        newest(survey.get(), survey.get().newest().get());
        rows(files.get(), survey.get().newest().get(), audience);
    }

    /** Files that Campaign's own workflow reads do not need our access. */
    private void out(String seen) {
        if (looking.order().route() == Route.SYSTEM) {
            looking.unseen(
                    AudienceManagerFacts.OUTBOUND_BUCKET,
                    "Campaign's own workflow reads the files; this bridge cannot look at them: " + seen);
            return;
        }
        looking.blocks(
                AudienceManagerFacts.OUTBOUND_BUCKET,
                Certainty.SEEN,
                new Told(
                        seen,
                        "A bucket or folder that can be listed and read",
                        "Correct the exchange's bucket, region and credentials, or renew its rights"));
    }

    /** Nobody has the trait: then the files that should have given it are to blame, or nobody was sent. */
    private void population(Option<AudienceLook.Seen> audience) {
        Option<Trait> trait = audience.flatMap(AudienceLook.Seen::trait);
        Option<Long> holders = trait.flatMap(PopulationSizes::of);
        if (holders.isEmpty()) {
            looking.unseen(
                    AudienceManagerFacts.TRAIT_POPULATION,
                    "How many have the traits behind it was not told; the segment's page in Audience Manager shows it");
            return;
        }
        if (holders.get() > 0) {
            looking.met(AudienceManagerFacts.TRAIT_POPULATION, holders.get() + " ids have its trait");
            return;
        }
        if (trait.get().type().equals(Trait.ONBOARDED)) {
            new ReceiptLook(looking).run(trait.get().dataSourceId(), Option.none(), trait);
        }
        if (looking.blocked()) {
            looking.unseen(AudienceManagerFacts.TRAIT_POPULATION, "Nobody has its trait; mend what was found first");
            return;
        }
        looking.blocks(
                AudienceManagerFacts.TRAIT_POPULATION,
                Certainty.SEEN,
                new Told(
                        "Nobody has trait " + trait.get().sid(),
                        "Members, whom a file or a signal gives the trait",
                        "Send members to the trait and wait 48 hours"));
    }

    private void nothing(DeliverySurvey survey, DestinationLook destination) {
        if (looking.blocked()) {
            looking.unseen(AudienceManagerFacts.OUTBOUND_FULL, "No full delivery is there; mend what was found first");
        } else if (survey.increments() > 0) {
            if (!settings.firstIncrementIsFull()) {
                none(
                        AudienceManagerFacts.OUTBOUND_FULL,
                        "Destination delivered " + survey.increments() + " times changes only",
                        "Have Adobe let the destination deliver a full file, or set audienceManager.outboundFirstIncrementIsFull");
            }
        } else if (survey.unread().nonEmpty()) {
            none(
                    AudienceManagerFacts.OUTBOUND_NAME,
                    "None of " + survey.files() + " files follows the template, such as "
                            + survey.unread().head(),
                    "Set audienceManager.outboundNames to the destination's own template, which is now "
                            + settings.names());
        } else if (destination.created().exists(at -> at.plus(DAY).isAfter(looking.now()))) {
            none(
                    AudienceManagerFacts.DESTINATION_AGE,
                    "The destination was created at " + destination.created().get() + " and has delivered nothing yet",
                    "Wait for the next daily delivery, some time after 14:00 UTC");
        } else {
            none(
                    AudienceManagerFacts.OUTBOUND_FULL,
                    "No file of the destination has arrived",
                    "Have Adobe check the destination's order, and compare bucket and folder with audienceManager.outbound and outboundPrefix");
        }
    }

    private void none(Precondition precondition, String seen, String remedy) {
        looking.blocks(
                precondition, Certainty.LIKELY, new Told(seen, "A full file of the destination, once a day", remedy));
    }

    private void newest(DeliverySurvey survey, DeliverySurvey.Newest newest) {
        looking.met(AudienceManagerFacts.OUTBOUND_FULL, newest.name() + " holds everybody");
        key(newest);
        Instant stale = newest.at().plus(settings.every().multipliedBy(2));
        if (stale.isBefore(looking.now())) {
            looking.weakens(
                    AudienceManagerFacts.OUTBOUND_AGE,
                    Certainty.SEEN,
                    new Told(
                            "The newest full delivery is of " + newest.at(),
                            "One a day, which may slip by a day",
                            "Have Adobe check the destination's order; who came since is missing"));
        } else if (survey.missingDays().nonEmpty()) {
            looking.weakens(
                    AudienceManagerFacts.OUTBOUND_AGE,
                    Certainty.SEEN,
                    new Told(
                            "No delivery came on " + survey.missingDays().mkString(", "),
                            "One a day, which may slip by a day and then bring two",
                            "Have Adobe deliver the missing day again if increments are used; a full delivery makes up for it"));
        } else {
            looking.met(AudienceManagerFacts.OUTBOUND_AGE, "It is of " + newest.at());
        }
    }

    private void key(DeliverySurvey.Newest newest) {
        OptionalLong master = newest.master();
        if (master.isEmpty() || master.getAsLong() == looking.dataSource().id()) {
            looking.met(AudienceManagerFacts.OUTBOUND_KEY, "The names do not tell otherwise");
            return;
        }
        looking.blocks(
                AudienceManagerFacts.OUTBOUND_KEY,
                Certainty.LIKELY,
                new Told(
                        newest.name() + " holds ids of data source " + master.getAsLong(),
                        "Ids of data source " + looking.dataSource().id(),
                        "Have Adobe change the destination's user id key, or import by the other data source"));
    }

    private void rows(OutboundFiles files, DeliverySurvey.Newest newest, Option<AudienceLook.Seen> audience) {
        if (looking.isVisitor() && settings.rows().isEmpty()) {
            looking.informs(
                    AudienceManagerFacts.ID_SPACE,
                    Certainty.POSSIBLE,
                    new Told(
                            "The destination's rows are read by the default template, which does not say whose ids they are",
                            "Experience Cloud IDs, the macro <MCID> (SEMANTICS S9)",
                            "If hardly anybody is matched, have Adobe set the row template to <MCID> and set audienceManager.outboundRows"));
        }
        if (newest.missing().isDefined()) {
            looking.blocks(
                    AudienceManagerFacts.OUTBOUND_COMPLETE,
                    Certainty.SEEN,
                    new Told(
                            "The newest delivery is not complete: "
                                    + newest.missing().get(),
                            "All files of the delivery, of the sizes that it states",
                            "Wait for the rest, which may take a day; then have Adobe deliver again"));
            return;
        }
        looking.met(AudienceManagerFacts.OUTBOUND_COMPLETE, "It is complete");
        if (looking.blocked()) {
            looking.unseen(
                    AudienceManagerFacts.OUTBOUND_ROWS, "Its rows were not looked at; mend what was found first");
        } else if (newest.bytes() > LOOKED_INTO) {
            looking.unseen(
                    AudienceManagerFacts.OUTBOUND_ROWS,
                    "It has " + newest.bytes() + " bytes, too many to be looked into; a forecast reads a sample");
        } else {
            audience.flatMap(AudienceLook.Seen::segment).forEach(segment -> named(files, newest, segment));
        }
    }

    private void named(OutboundFiles files, DeliverySurvey.Newest newest, Segment segment) {
        looking.answer("destinations", AudienceManagerFacts.OUTBOUND_ROWS, alias(segment))
                .forEach(alias -> named(files, newest, segment, alias));
    }

    private void named(OutboundFiles files, DeliverySurvey.Newest newest, Segment segment, String alias) {
        Either<BridgeError, Boolean> anybody = files.members(
                        looking.dataSource(), new MappedSegment(segment.sid(), alias), looking.call())
                .flatMap(OutboundLook::anybody);
        if (anybody.isLeft()) {
            looking.blocks(
                    AudienceManagerFacts.OUTBOUND_ROWS,
                    Certainty.SEEN,
                    new Told(
                            anybody.getLeft().message(),
                            "Rows that can be read by the destination's template",
                            "Correct audienceManager.outboundRows, or have Adobe deliver again"));
        } else if (anybody.get()) {
            looking.met(AudienceManagerFacts.OUTBOUND_ROWS, "It names segment " + segment.sid());
        } else {
            empty(newest, segment);
        }
    }

    private void empty(DeliverySurvey.Newest newest, Segment segment) {
        boolean later = segment.modified().filter(at -> at.isAfter(newest.at())).isPresent();
        looking.blocks(
                AudienceManagerFacts.OUTBOUND_ROWS,
                later ? Certainty.LIKELY : Certainty.SEEN,
                new Told(
                        "No row of " + newest.name() + " names segment " + segment.sid()
                                + (later ? ", which was changed after it" : ""),
                        "Rows that name the segment as current",
                        later
                                ? "Wait for the next daily delivery"
                                : "Look at the segment's population, its merge rule and the destination's user id key in Audience Manager"));
    }

    private Either<BridgeError, String> alias(Segment segment) {
        return looking.company()
                .destinations()
                .mapping(looking.dataSource().destinationId().orElse(0), segment.sid(), looking.call())
                .map(found -> found.map(mapping -> mapping.alias().orElse("")).getOrElse(""));
    }

    /** Whether the feed has a row; one that waits has none. */
    private static Either<BridgeError, Boolean> anybody(MemberFeed feed) {
        if (!(feed instanceof MemberFeed.Ready ready)) {
            return Either.right(false);
        }
        try (KeySource members = ready.members()) {
            while (true) {
                Either<BridgeError, Option<TextKeys>> batch = members.next();
                if (batch.isLeft()) {
                    return Either.left(batch.getLeft());
                }
                if (batch.get().isEmpty()) {
                    return Either.right(false);
                }
                if (batch.get().get().size() > 0) {
                    return Either.right(true);
                }
            }
        }
    }
}
