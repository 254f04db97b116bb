// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.adapter.audiencemanager.Looking.Told;
import io.audiencebridge.adapter.audiencemanager.client.Trait;
import io.audiencebridge.domain.diagnosis.Certainty;
import java.time.Duration;
import java.time.Instant;

/** Looks whether files can fill a trait, whether it counts yet, and how long people keep it. */
final class TraitLook {
    /** A weekly share gives it again in time, less often does not. */
    private static final int SHORT_TTL_DAYS = 8;

    private final Looking looking;

    TraitLook(Looking looking) {
        this.looking = looking;
    }

    void run(Trait trait) {
        looking.met(AudienceManagerFacts.TRAIT, "Trait " + trait.sid() + " is '" + trait.name() + "'");
        if (looking.exports()) {
            fillable(trait);
        }
        age(trait);
        timeToLive(trait);
    }

    private void fillable(Trait trait) {
        if (trait.type().equals(Trait.ONBOARDED)) {
            looking.met(AudienceManagerFacts.TRAIT_TYPE, "It is an onboarded trait");
        } else {
            looking.blocks(
                    AudienceManagerFacts.TRAIT_TYPE,
                    Certainty.SEEN,
                    new Told(
                            "Trait " + trait.sid() + " is of type " + trait.type(),
                            "An onboarded trait, since files fill no other",
                            "Share under another title, which makes an onboarded trait"));
        }
        long wanted = looking.dataSource().id();
        if (trait.dataSourceId() == wanted) {
            looking.met(AudienceManagerFacts.TRAIT_OWNER, "It belongs to data source " + wanted);
        } else {
            looking.blocks(
                    AudienceManagerFacts.TRAIT_OWNER,
                    Certainty.SEEN,
                    new Told(
                            "Trait " + trait.sid() + " belongs to data source " + trait.dataSourceId(),
                            "A trait of data source " + wanted + ", or its rows fail validation",
                            "Share by data source " + trait.dataSourceId() + ", or under another title"));
        }
    }

    private void age(Trait trait) {
        if (trait.created().isEmpty()) {
            looking.unseen(
                    AudienceManagerFacts.TRAIT_AGE,
                    "The answer does not say when the trait was created; its page in Audience Manager does");
            return;
        }
        Instant live = trait.created().get().plus(looking.company().settings().traitLiveAfter());
        if (!live.isAfter(looking.now())) {
            looking.met(AudienceManagerFacts.TRAIT_AGE, "It has been live since " + live);
            return;
        }
        looking.blocks(
                AudienceManagerFacts.TRAIT_AGE,
                Certainty.SEEN,
                new Told(
                        "Trait " + trait.sid() + " was created at "
                                + trait.created().get(),
                        "A trait that is " + hours(looking.company().settings().traitLiveAfter())
                                + " old before a file names it",
                        "Wait until " + live + " and send members then; a share of the bridge waits by itself"));
    }

    private void timeToLive(Trait trait) {
        if (trait.timeToLive().isEmpty()) {
            looking.met(AudienceManagerFacts.TRAIT_TTL, "It is kept for good");
            return;
        }
        Duration time = trait.timeToLive().get();
        Told told = new Told(
                "People lose trait " + trait.sid() + " after " + time.toDays() + " days",
                "That members are sent again before, or a time to live of 0",
                "Set the trait's time to live to 0, or share more often than that");
        if (time.toDays() < SHORT_TTL_DAYS) {
            looking.weakens(AudienceManagerFacts.TRAIT_TTL, Certainty.SEEN, told);
        } else {
            looking.informs(AudienceManagerFacts.TRAIT_TTL, Certainty.SEEN, told);
        }
    }

    private static String hours(Duration time) {
        return time.toHours() + " hours";
    }
}
