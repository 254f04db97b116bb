// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.adapter.audiencemanager.Looking.Told;
import io.audiencebridge.adapter.audiencemanager.client.DataSourceDraft;
import io.audiencebridge.adapter.audiencemanager.client.DataSourceFacts;
import io.audiencebridge.domain.diagnosis.Certainty;
import io.audiencebridge.domain.identity.DataSource;
import io.vavr.control.Option;
import java.time.Duration;

/** Looks whether the data source is what the order takes it for. What an answer does not say is not held against it. */
final class DataSourceLook {
    /** Below it, people who come every other month are lost between two visits. */
    private static final Duration SHORT_RETENTION = Duration.ofDays(61);

    private final Looking looking;
    private final DataSource wanted;

    DataSourceLook(Looking looking) {
        this.looking = looking;
        this.wanted = looking.dataSource();
    }

    void run() {
        looking.answer(
                        "data sources",
                        AudienceManagerFacts.DATA_SOURCE,
                        looking.company().dataSources().find(wanted.id(), looking.call()))
                .forEach(found -> found.peek(this::compare).onEmpty(this::missing));
    }

    private void missing() {
        looking.blocks(
                AudienceManagerFacts.DATA_SOURCE,
                Certainty.SEEN,
                new Told(
                        "Audience Manager shows no data source " + wanted.id(),
                        "Data source " + wanted.id() + " of this company",
                        "Correct the data source's id on both sides, or ask for the right to see it"));
    }

    private void compare(DataSourceFacts facts) {
        if (!facts.active()) {
            looking.blocks(
                    AudienceManagerFacts.DATA_SOURCE,
                    Certainty.SEEN,
                    new Told(
                            "Data source " + wanted.id() + " is not active",
                            "An active data source",
                            "Activate it in Audience Manager, or share by another one"));
        } else {
            looking.met(AudienceManagerFacts.DATA_SOURCE, "Data source " + wanted.id() + " is '" + facts.name() + "'");
        }
        code(facts);
        type(facts);
        if (looking.isVisitor()) {
            inboundKey(facts);
        } else {
            authenticated(facts);
            retention(facts);
        }
        settings(facts);
    }

    private void code(DataSourceFacts facts) {
        String there = facts.integrationCode().orElse("");
        Option<String> expected = Option.ofOptional(wanted.integrationCode()).map(Object::toString);
        if (expected.forAll(there::equals)) {
            looking.met(
                    AudienceManagerFacts.INTEGRATION_CODE,
                    there.isEmpty() ? "None is asked for" : "It is '" + there + "'");
            return;
        }
        looking.blocks(
                AudienceManagerFacts.INTEGRATION_CODE,
                Certainty.SEEN,
                new Told(
                        "Data source " + wanted.id() + " has "
                                + (there.isEmpty() ? "no integration code" : "the integration code '" + there + "'"),
                        "The integration code '" + expected.get() + "'",
                        "Correct the code or the id, so that both name the same data source"));
    }

    private void type(DataSourceFacts facts) {
        boolean crossDevice =
                facts.idType().filter(DataSourceDraft.CROSS_DEVICE::equals).isPresent();
        boolean sound = facts.idType().isEmpty() || crossDevice != looking.isVisitor();
        String seen = "Data source " + wanted.id() + " holds ids of type "
                + facts.idType().orElse("unknown");
        if (sound) {
            looking.met(AudienceManagerFacts.ID_TYPE, seen);
            return;
        }
        looking.blocks(
                AudienceManagerFacts.ID_TYPE,
                Certainty.SEEN,
                new Told(
                        seen,
                        looking.isVisitor()
                                ? "Visitor ids, which are ids of browsers"
                                : "Declared ids, which need the type " + DataSourceDraft.CROSS_DEVICE,
                        "Share by a data source of the right type; the type of one that exists cannot be changed"));
    }

    private void inboundKey(DataSourceFacts facts) {
        boolean own = facts.audienceManagerIds().orElse(false);
        if (facts.visitorIdVersion().orElse(1) > 0 && !own) {
            looking.met(AudienceManagerFacts.INBOUND_KEY, "The inbound id key is the Experience Cloud ID");
            return;
        }
        Told told = new Told(
                "The inbound id key of data source " + wanted.id() + " is "
                        + (own ? "the Audience Manager ID" : "a customer id"),
                "The Experience Cloud ID, which visitor ids are (SEMANTICS S9)",
                "Choose Experience Cloud ID as inbound id key in the data source's settings");
        if (looking.exports()) {
            looking.blocks(AudienceManagerFacts.INBOUND_KEY, Certainty.SEEN, told);
        } else {
            looking.weakens(AudienceManagerFacts.INBOUND_KEY, Certainty.LIKELY, told);
        }
    }

    private void authenticated(DataSourceFacts facts) {
        if (facts.supportsAuthenticatedProfile().orElse(true)) {
            looking.met(AudienceManagerFacts.AUTHENTICATED_PROFILE, "It is used as authenticated profile");
            return;
        }
        looking.blocks(
                AudienceManagerFacts.AUTHENTICATED_PROFILE,
                Certainty.SEEN,
                new Told(
                        "Data source " + wanted.id() + " is not used as authenticated profile",
                        "That it is, since no merge rule reads it otherwise",
                        "Tick 'use as an authenticated profile' in the data source's settings"));
    }

    private void retention(DataSourceFacts facts) {
        facts.retention()
                .filter(time -> time.compareTo(SHORT_RETENTION) < 0)
                .ifPresent(time -> looking.weakens(
                        AudienceManagerFacts.RETENTION,
                        Certainty.SEEN,
                        new Told(
                                "Ids of data source " + wanted.id() + " are purged after " + time.toDays()
                                        + " days without use",
                                "24 months, as it usually is",
                                "Raise the data source's retention of inactive customer ids")));
    }

    private void settings(DataSourceFacts facts) {
        if (looking.exports() && !facts.inbound().orElse(true)) {
            looking.informs(
                    AudienceManagerFacts.INBOUND,
                    Certainty.SEEN,
                    new Told(
                            "The inbound setting of data source " + wanted.id() + " is off",
                            "On, for a data source that files fill; files are read all the same",
                            "Switch it on, so that its id key is shown"));
        }
        if (!looking.exports() && !facts.outbound().orElse(true)) {
            looking.weakens(
                    AudienceManagerFacts.OUTBOUND,
                    Certainty.LIKELY,
                    new Told(
                            "The outbound setting of data source " + wanted.id() + " is off",
                            "On, or its ids cannot be the user id key of the destination's files",
                            "Switch the outbound setting on and have Adobe check the destination's user id key"));
        }
        if (!facts.exportRestrictions().isEmpty()) {
            looking.weakens(
                    AudienceManagerFacts.EXPORT_CONTROLS,
                    Certainty.POSSIBLE,
                    new Told(
                            "Data source " + wanted.id() + " has the export controls "
                                    + String.join(", ", facts.exportRestrictions()),
                            "No control that meets a label of the destination, or the trait does not travel to it",
                            "Compare the controls with the labels in the destination's settings and lift one of the two"));
        }
    }
}
