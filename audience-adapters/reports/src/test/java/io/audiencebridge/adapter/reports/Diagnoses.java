// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.reports;

import io.audiencebridge.domain.diagnosis.Certainty;
import io.audiencebridge.domain.diagnosis.CheckOutcome;
import io.audiencebridge.domain.diagnosis.Diagnosis;
import io.audiencebridge.domain.diagnosis.Explanation;
import io.audiencebridge.domain.diagnosis.Finding;
import io.audiencebridge.domain.diagnosis.Forecast;
import io.audiencebridge.domain.diagnosis.Interval;
import io.audiencebridge.domain.diagnosis.NearMiss;
import io.audiencebridge.domain.diagnosis.Precondition;
import io.audiencebridge.domain.diagnosis.Severity;
import io.audiencebridge.domain.system.ConnectionName;

/** Diagnoses of a broken, a healthy and a hostile set-up, and an explanation. */
final class Diagnoses {
    /** A script, quotes, an ampersand, text from right to left with an override, NUL, an escape sequence, half a character. */
    static final String HOSTILE =
            "<script>alert(\"1\")</script> '&amp;' \u05e9\u05dc\u05d5\u05dd \u202Egnp.exe\u0000 \u001B[31mred \uD800 \r\nRUN faked";

    static final ConnectionName CAMPAIGN = new ConnectionName("campaign");
    static final ConnectionName AUDIENCE_MANAGER = new ConnectionName("audience-manager");

    private static final Precondition WORKFLOW = new Precondition(
            "campaign.P5",
            "The technical workflow that imports shared audiences runs every hour and must be started",
            "campaign 1.2");
    private static final Precondition MERGE_RULE = new Precondition(
            "audience-manager.1.7.merge-rule",
            "A segment that is mapped to the Declared ID destination needs a merge rule of Last Authenticated Profiles",
            "audience-manager 1.7");
    private static final Precondition SIZES = new Precondition(
            "experience-cloud.3.5.units", "Audience Manager counts devices, Campaign people", "experience-cloud 3.5");
    private static final Precondition SIGN_IN =
            new Precondition("bridge.sign-in", "Every call carries a token of IMS", "campaign 2.1");

    private Diagnoses() {}

    static Diagnosis broken() {
        Finding blocks = finding(WORKFLOW, CAMPAIGN, Severity.BLOCKS, Certainty.SEEN)
                .seen(
                        "Workflow 'importSharedAudience' is stopped since 19 Nov 2026; its last log says 'SFT-550012 The external account is disabled'")
                .expected("It is started, and its last run is younger than 2 hours")
                .remedy(
                        "Enable external account 'importSharedAudience' and start the workflow under Administration, Production, Technical workflows.")
                .build();
        Finding follows = finding(MERGE_RULE, AUDIENCE_MANAGER, Severity.BLOCKS, Certainty.LIKELY)
                .seen("Segment 4798574 evaluates with merge rule 'No Cross-Device', changed 9 hours ago")
                .expected("A rule of Last Authenticated Profiles with data source 14016")
                .remedy("Choose a merge rule with Last Authenticated Profiles for the segment; give it 48 hours.")
                .build();
        Finding weakens = finding(SIGN_IN, CAMPAIGN, Severity.WEAKENS, Certainty.POSSIBLE)
                .seen("412,016 of 500,000 recipients have no visitor id in the tracking logs of the last 180 days")
                .expected("Most recipients opened a tracked mail within the time that the logs are kept")
                .remedy("Send a tracked message, or keep the tracking logs longer.")
                .build();
        Finding informs = finding(SIZES, AUDIENCE_MANAGER, Severity.INFORMS, Certainty.SEEN)
                .seen("The segment's size of 1,204,331 counts devices")
                .expected("Up to several devices for one person")
                .remedy("Compare the list with the matched people of a receipt, not with the segment's size.")
                .build();
        return Diagnosis.builder()
                .subject(Samples.SUBJECT)
                .at(Samples.NOON)
                .addFindings(blocks, follows, weakens, informs)
                .addOutcomes(new CheckOutcome.Met(SIGN_IN, CAMPAIGN, "The token was taken and its user has 6 rights"))
                .addOutcomes(new CheckOutcome.Found(blocks))
                .addOutcomes(new CheckOutcome.Met(
                        SIZES, AUDIENCE_MANAGER, "Data source 14016 has integration code 'AdobeCampaignID'"))
                .addOutcomes(new CheckOutcome.Unseen(
                        MERGE_RULE,
                        AUDIENCE_MANAGER,
                        "No API lists merge rules; look under Audience Data, Profile Merge Rules"))
                .forecast(forecast())
                .build();
    }

    static Forecast forecast() {
        return Forecast.builder()
                .membersRead(100_000)
                .members(100_000_000)
                .recipientsRead(99_412)
                .recipients(98_700_312)
                .confidence(0.95)
                .matchRate(new Interval(0.0612, 0.0634, 0.0656))
                .listSize(new Interval(6_120_000, 6_340_000, 6_560_000))
                .trust(
                        "Both sides were sampled by the same hash of the key, so that a pair is in both samples or in none.")
                .addNearMisses(new NearMiss(
                        "lower-case-hex",
                        "The audience's ids are SHA-256 in upper-case letters, the recipients' in lower-case ones",
                        "Write the hashes in lower case where the audience is onboarded.",
                        Certainty.LIKELY,
                        new Interval(0.701, 0.713, 0.725)))
                .addNearMisses(new NearMiss(
                        "trimmed-e-mail",
                        "Some e-mail addresses were hashed with a blank behind them",
                        "Trim the addresses before they are hashed.",
                        Certainty.POSSIBLE,
                        new Interval(0.0641, 0.0668, 0.0695)))
                .build();
    }

    static Diagnosis healthy() {
        return Diagnosis.builder()
                .subject(Samples.SUBJECT)
                .at(Samples.NOON)
                .addOutcomes(new CheckOutcome.Met(WORKFLOW, CAMPAIGN, "The workflow ran 20 minutes ago"))
                .addOutcomes(new CheckOutcome.Met(SIGN_IN, CAMPAIGN, "The token was taken"))
                .build();
    }

    static Diagnosis hostile() {
        Precondition precondition = new Precondition(HOSTILE, HOSTILE, HOSTILE);
        Finding finding = finding(precondition, CAMPAIGN, Severity.BLOCKS, Certainty.SEEN)
                .seen(HOSTILE)
                .expected(HOSTILE)
                .remedy(HOSTILE)
                .build();
        return Diagnosis.builder()
                .subject(HOSTILE)
                .at(Samples.NOON)
                .addFindings(finding)
                .addOutcomes(new CheckOutcome.Met(precondition, CAMPAIGN, HOSTILE))
                .addOutcomes(new CheckOutcome.Unseen(precondition, CAMPAIGN, HOSTILE))
                .forecast(Forecast.builder()
                        .from(forecast())
                        .trust(HOSTILE)
                        .addNearMisses(
                                new NearMiss(HOSTILE, HOSTILE, HOSTILE, Certainty.POSSIBLE, new Interval(0, 0.5, 1)))
                        .build())
                .build();
    }

    static Explanation explanation() {
        return Explanation.builder()
                .subject("Audience 'Loyal customers' of audience-manager, by data source 14016")
                .at(Samples.NOON)
                .verdict(Explanation.Verdict.OUT)
                .because("The recipient has no visitor id, so no share could carry the person.")
                .addFacts(new Explanation.Fact("campaign", "The recipient is there and is in the list."))
                .addFacts(new Explanation.Fact(
                        "campaign",
                        "The tracking logs hold no visitor id of the recipient; they are kept for 180 days."))
                .addFacts(new Explanation.Fact("suppression store", "The person did not opt out."))
                .addFacts(new Explanation.Fact("ledger", "No key of the person was ever shared with this audience."))
                .build();
    }

    private static Finding.Builder finding(
            Precondition precondition, ConnectionName connection, Severity severity, Certainty certainty) {
        return Finding.builder()
                .precondition(precondition)
                .connection(connection)
                .severity(severity)
                .certainty(certainty);
    }
}
