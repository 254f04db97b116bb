// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.domain.diagnosis.Precondition;
import io.audiencebridge.domain.diagnosis.Stage;

/** What Audience Manager's documents ask of a sharing, each under the section of the protocol page that has it. */
final class AudienceManagerFacts {
    private static final String PAGE = "audience-manager";

    static final Precondition RIGHTS = of(
            Stage.ROLES,
            "9.3.rights",
            "A technical account is unknown until it called users/self once, and may see nothing until an administrator put it into a group");
    static final Precondition LIMITS =
            of(Stage.AUDIENCE, "2.11.limits", "An account may have 100,000 traits and 20,000 segments");
    static final Precondition DATA_SOURCE =
            of(Stage.DATA_SOURCE, "1.4.data-source", "Both sides name the same data source, and it is in use");
    static final Precondition INTEGRATION_CODE = of(
            Stage.DATA_SOURCE, "1.4.integration-code", "The data source's integration code is the same on both sides");
    static final Precondition ID_TYPE = of(
            Stage.DATA_SOURCE,
            "1.4.id-type",
            "Declared ids need a data source of type Cross-Device, visitor ids one of another type");
    static final Precondition INBOUND_KEY = of(
            Stage.DATA_SOURCE,
            "1.4.inbound-key",
            "Rows with Experience Cloud IDs need a data source whose inbound id key is that id");
    static final Precondition INBOUND = of(
            Stage.DATA_SOURCE,
            "1.4.inbound",
            "The inbound setting shows the choice of the id key; it does not gate ingestion");
    static final Precondition OUTBOUND = of(
            Stage.DATA_SOURCE,
            "1.4.outbound",
            "Only a data source with the outbound setting can be the user id key of a destination's files");
    static final Precondition AUTHENTICATED_PROFILE = of(
            Stage.DATA_SOURCE,
            "1.4.authenticated-profile",
            "A merge rule reads only data sources that are used as authenticated profile");
    static final Precondition EXPORT_CONTROLS = of(
            Stage.AUDIENCE,
            "1.9.export-controls",
            "A trait of a data source with an export control does not travel to a destination with a matching label");
    static final Precondition RETENTION = of(
            Stage.PEOPLE,
            "1.4.retention",
            "A customer id that is inactive longer than the data source's retention is purged");
    static final Precondition SEGMENT =
            of(Stage.AUDIENCE, "1.6.segment", "The segment exists; deleting one removes its members for good");
    static final Precondition TITLE = of(
            Stage.AUDIENCE,
            "1.6.title",
            "A share adds to the segment of its own integration code and to no other of the same title");
    static final Precondition SEGMENT_ACTIVE = of(
            Stage.AUDIENCE,
            "1.6.segment-active",
            "A paused segment keeps its members, takes no new ones and sends nothing");
    static final Precondition SEGMENT_RULE =
            of(Stage.AUDIENCE, "1.6.segment-rule", "A segment holds those who have the traits that its rule asks for");
    static final Precondition TRAIT =
            of(Stage.AUDIENCE, "1.6.trait", "The trait exists; deleting one takes it from everybody for good");
    static final Precondition TRAIT_TYPE = of(Stage.AUDIENCE, "1.6.trait-type", "Files fill onboarded traits only");
    static final Precondition TRAIT_OWNER = of(
            Stage.AUDIENCE,
            "4.4.trait-owner",
            "A file fills only traits of its target data source; others fail validation");
    static final Precondition TRAIT_AGE = of(
            Stage.AUDIENCE,
            "1.6.trait-age",
            "A new trait is live after about four hours; a file that names it earlier is ignored");
    static final Precondition TRAIT_TTL = of(
            Stage.AUDIENCE,
            "1.6.trait-ttl",
            "A trait is lost after its time to live, 120 days unless it says otherwise; 0 is never");
    static final Precondition TRAIT_POPULATION =
            of(Stage.FILES, "1.6.trait-population", "Members of the segment are those who have its trait");
    static final Precondition MERGE_RULE = of(
            Stage.AUDIENCE,
            "1.7.merge-rule",
            "A segment of declared ids shows and delivers nobody unless its merge rule is Last Authenticated Profiles with that data source");
    static final Precondition MERGE_RULE_AGE = of(
            Stage.AUDIENCE,
            "1.7.merge-rule-age",
            "A changed merge rule evaluates everybody anew, which takes up to 48 hours");
    static final Precondition DESTINATION = of(
            Stage.AUDIENCE,
            "1.6.destination",
            "Members travel to Campaign through a destination that exists and is in use");
    static final Precondition DESTINATION_TYPE =
            of(Stage.AUDIENCE, "1.6.destination-type", "Only a server-to-server destination gets files");
    static final Precondition DESTINATION_DATES =
            of(Stage.AUDIENCE, "2.8.destination-dates", "A destination delivers between its first and its last day");
    static final Precondition DESTINATION_AGE =
            of(Stage.FILES, "5.5.destination-age", "A destination delivers once a day, some time after 14:00 UTC");
    static final Precondition MAPPING =
            of(Stage.AUDIENCE, "2.9.mapping", "Only segments that are mapped to a destination travel to it");
    static final Precondition MAPPING_DATES =
            of(Stage.AUDIENCE, "2.9.mapping-dates", "A segment travels from its mapping's first day to its last");
    static final Precondition INBOUND_BUCKET =
            of(Stage.CARRIER, "4.1.bucket", "Files are handed over in a folder that Adobe gave, with its credentials");
    static final Precondition INBOUND_FOLDER =
            of(Stage.FILES, "4.1.folder", "Files lie in <partner>/date=<UTC day>/ and are removed after 30 days");
    static final Precondition INBOUND_NAME =
            of(Stage.FILES, "4.2.name", "A file whose name does not follow the syntax is not processed");
    static final Precondition INBOUND_SIZE =
            of(Stage.FILES, "4.3.size", "An empty file is invalid; a packed one has at most 3 GB, one page says 1 GB");
    static final Precondition INBOUND_MODE = of(
            Stage.FILES,
            "4.6.mode",
            "An overwrite file replaces all traits of its target data source for everybody in it");
    static final Precondition TRAIT_BEFORE_FILE = of(
            Stage.FILES,
            "4.7.trait-before-file",
            "Nothing is read again: rows that came before the trait was live are lost");
    static final Precondition DELAY = of(Stage.FILES, "4.7.delay", "What a file brings can be used within 48 hours");
    static final Precondition TAKEN =
            of(Stage.FILES, "4.8.taken", "The onboarding status has every file that was processed");
    static final Precondition FORMAT =
            of(Stage.FILES, "4.8.format-errors", "A row is an id, one tab and items; others are format errors");
    static final Precondition INVALID_IDS =
            of(Stage.PEOPLE, "4.8.invalid-ids", "An id that is not of the data source's form is dropped");
    static final Precondition NO_MATCH = of(
            Stage.PEOPLE,
            "4.8.no-matching",
            "A row whose id was never synchronised is dropped, but for cross-device sources");
    static final Precondition NO_TRAIT =
            of(Stage.FILES, "4.8.no-trait", "A row none of whose items reaches a live trait does nothing");
    static final Precondition ID_SYNC = new Precondition(
            "experience-cloud.3.5.id-sync",
            "Declared ids reach visitors only where the two were synchronised",
            "experience-cloud 3.5",
            Stage.PEOPLE);
    static final Precondition OUTBOUND_BUCKET =
            of(Stage.CARRIER, "5.5.bucket", "The destination's files arrive in a bucket or folder that can be read");
    static final Precondition OUTBOUND_NAME =
            of(Stage.FILES, "5.1.name", "Outbound names follow the destination's own template");
    static final Precondition OUTBOUND_KEY =
            of(Stage.FILES, "5.1.user-id-key", "The rows' ids are those of the destination's user id key");
    static final Precondition OUTBOUND_FULL =
            of(Stage.FILES, "5.5.full", "Only a full file tells who is in; an increment changes what is known");
    static final Precondition OUTBOUND_COMPLETE =
            of(Stage.FILES, "5.4.complete", "A delivery is complete when all files that it lists arrived whole");
    static final Precondition OUTBOUND_AGE =
            of(Stage.FILES, "5.5.age", "A delivery comes once a day and may slip by a day");
    static final Precondition OUTBOUND_ROWS =
            of(Stage.FILES, "5.2.rows", "The rows of a delivery name the segments in which their id is");
    static final Precondition ID_SPACE = of(
            Stage.PEOPLE,
            "5.2.id-space",
            "Default rows carry Audience Manager's own ids, which have 38 digits as Experience Cloud IDs have");
    static final Precondition UNITS = of(
            Stage.PEOPLE, "2.6.units", "Sizes count devices; an estimate ignores merge rules; Campaign counts people");
    static final Precondition DESTINATION_ID = new Precondition(
            "experience-cloud.3.5.destination-id",
            "Campaign's data source names Audience Manager's destination",
            "experience-cloud 3.5",
            Stage.DATA_SOURCE);

    private AudienceManagerFacts() {}

    /** {@code row} is the section, and after it a word. */
    private static Precondition of(Stage stage, String row, String fact) {
        return new Precondition(
                PAGE + "." + row, fact, PAGE + " " + row.replaceFirst("^(\\d+\\.\\d+)\\..*", "$1"), stage);
    }
}
