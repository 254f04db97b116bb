// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.adapter.audiencemanager.Looking.Told;
import io.audiencebridge.adapter.audiencemanager.client.CallOptions;
import io.audiencebridge.adapter.audiencemanager.client.Limits;
import io.audiencebridge.adapter.audiencemanager.client.Segment;
import io.audiencebridge.adapter.audiencemanager.client.Trait;
import io.audiencebridge.adapter.audiencemanager.rest.SegmentRule;
import io.audiencebridge.domain.diagnosis.Certainty;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.connector.AudienceOrder;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.OptionalLong;

/** Looks at the segment that members leave or enter, and at the trait behind it. */
final class AudienceLook {
    private static final String AREA = "segments";
    private static final String NUMBER = "[1-9][0-9]{0,17}";

    private final Looking looking;

    AudienceLook(Looking looking) {
        this.looking = looking;
    }

    /**
     * What there is of the audience.
     *
     * @param segment the segment; none before the first share
     * @param trait the one trait that its rule asks for; none when there are several, or it cannot be seen
     */
    record Seen(Option<Segment> segment, Option<Trait> trait) {}

    /** None when nothing can be said about what depends on it. */
    Option<Seen> run() {
        return looking.exports() ? target() : origin();
    }

    private Option<Seen> origin() {
        String id = looking.order().origin().id();
        if (!id.matches(NUMBER)) {
            missing("'" + id + "' is no segment's number");
            return Option.none();
        }
        return looking.answer(
                        AREA,
                        AudienceManagerFacts.SEGMENT,
                        looking.company().segments().find(Long.parseLong(id), looking.call()))
                .flatMap(found -> {
                    if (found.isEmpty()) {
                        missing("Audience Manager shows no segment " + id);
                    }
                    return found.map(this::segment);
                });
    }

    private void missing(String seen) {
        looking.blocks(
                AudienceManagerFacts.SEGMENT,
                Certainty.SEEN,
                new Told(
                        seen,
                        "A segment that exists and may be seen",
                        "Browse the audiences for the right number; a deleted segment must be made anew"));
    }

    /** The segment that a share made or will make: by its code, as the share itself looks for it. */
    private Option<Seen> target() {
        String title = looking.order().into();
        String code = AudienceCode.of(new AudienceOrder(looking.order().connection(), title, looking.dataSource()));
        return looking.answer(
                        AREA,
                        AudienceManagerFacts.SEGMENT,
                        looking.company().segments().coded(code, looking.call()))
                .flatMap(found -> found.isDefined() ? found.map(this::segment) : fresh(title, code));
    }

    private Option<Seen> fresh(String title, String code) {
        Option<Seq<Segment>> named = looking.answer(
                AREA, AudienceManagerFacts.TITLE, looking.company().segments().named(title, looking.call()));
        named.filter(Seq::nonEmpty).forEach(others -> taken(title, others));
        if (named.exists(Seq::isEmpty)) {
            looking.met(AudienceManagerFacts.SEGMENT, "There is none of that title yet; a share makes it");
            limits();
        }
        return looking.answer(
                        "traits",
                        AudienceManagerFacts.TRAIT,
                        looking.company().traits().coded(code, looking.call()))
                .map(trait -> {
                    trait.forEach(there -> new TraitLook(looking).run(there));
                    return new Seen(Option.none(), trait);
                });
    }

    private void taken(String title, Seq<Segment> others) {
        looking.blocks(
                AudienceManagerFacts.TITLE,
                Certainty.SEEN,
                new Told(
                        "The title '" + title + "' belongs to segment "
                                + others.map(other -> other.sid() + " of data source " + other.dataSourceId())
                                        .mkString(", ")
                                + ", which was not made for this share",
                        "A title that is free, or the segment that a share of this data source made",
                        "Share under another title or by the other data source, or give that segment the integration code that the adapter's README names"));
    }

    private void limits() {
        limit(
                "traits",
                looking.company()
                        .client()
                        .traits()
                        .limits(CallOptions.builder().partOf(looking.call()).build()));
        limit(
                "segments",
                looking.company()
                        .client()
                        .segments()
                        .limits(CallOptions.builder().partOf(looking.call()).build()));
    }

    private void limit(String what, Either<BridgeError, Limits> answer) {
        looking.answer(what, AudienceManagerFacts.LIMITS, answer).forEach(limits -> limit(what, limits));
    }

    private void limit(String what, Limits limits) {
        OptionalLong most = limits.most();
        OptionalLong used = limits.used();
        if (most.isEmpty() || used.isEmpty()) {
            looking.unseen(AudienceManagerFacts.LIMITS, "The answer does not say how many " + what + " there may be");
        } else if (used.getAsLong() < most.getAsLong()) {
            looking.met(
                    AudienceManagerFacts.LIMITS,
                    used.getAsLong() + " of " + most.getAsLong() + " " + what + " are used");
        } else {
            looking.blocks(
                    AudienceManagerFacts.LIMITS,
                    Certainty.SEEN,
                    new Told(
                            "All " + most.getAsLong() + " " + what + " of the account are used",
                            "Room for one more",
                            "Delete " + what + " that nobody needs, or share into an audience that exists"));
        }
    }

    private Seen segment(Segment segment) {
        looking.met(AudienceManagerFacts.SEGMENT, "Segment " + segment.sid() + " is '" + segment.name() + "'");
        if (segment.active()) {
            looking.met(AudienceManagerFacts.SEGMENT_ACTIVE, "It is active");
        } else {
            looking.blocks(
                    AudienceManagerFacts.SEGMENT_ACTIVE,
                    Certainty.SEEN,
                    new Told(
                            "Segment " + segment.sid() + " is paused",
                            "An active segment, since a paused one takes nobody and sends nothing",
                            "Activate the segment in Audience Manager"));
        }
        segment.devices()
                .ifPresent(
                        size -> looking.informs(
                                AudienceManagerFacts.UNITS,
                                Certainty.SEEN,
                                new Told(
                                        "Audience Manager's size of segment " + segment.sid() + ", " + size
                                                + ", counts devices and persons by their ids",
                                        "Campaign counts people, so that the two numbers need not agree",
                                        "Compare a list with the rows of a file, not with the size that Audience Manager shows")));
        return new Seen(Option.some(segment), trait(segment));
    }

    private Option<Trait> trait(Segment segment) {
        Option<Long> only = new SegmentRule(segment.rule()).onlyTrait();
        if (only.isEmpty()) {
            several(segment);
            return Option.none();
        }
        Option<Option<Trait>> answer = looking.answer(
                "traits", AudienceManagerFacts.TRAIT, looking.company().traits().counted(only.get(), looking.call()));
        answer.filter(Option::isEmpty).forEach(gone -> gone(segment, only.get()));
        Option<Trait> trait = answer.flatMap(found -> found);
        trait.forEach(there -> new TraitLook(looking).run(there));
        return trait;
    }

    private void several(Segment segment) {
        if (!looking.exports()) {
            looking.met(AudienceManagerFacts.SEGMENT_RULE, "Its rule asks for more than one trait alone");
            return;
        }
        looking.blocks(
                AudienceManagerFacts.SEGMENT_RULE,
                Certainty.SEEN,
                new Told(
                        "The rule of segment " + segment.sid() + " is not one onboarded trait alone",
                        "The trait that the share's files fill, and nothing else",
                        "Share under another title, which makes a segment of its own, and combine the two in Audience Manager"));
    }

    private void gone(Segment segment, long sid) {
        looking.blocks(
                AudienceManagerFacts.TRAIT,
                Certainty.SEEN,
                new Told(
                        "Trait " + sid + ", which segment " + segment.sid()
                                + " asks for, does not exist or may not be seen",
                        "The trait that makes people members",
                        "Make a new trait and change the segment's rule, or share under another title"));
    }
}
