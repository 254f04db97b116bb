// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.diagnose;

import static io.audiencebridge.trials.diagnose.Journey.EXPORT_DECLARED;
import static io.audiencebridge.trials.diagnose.Journey.EXPORT_VISITORS;
import static io.audiencebridge.trials.diagnose.Journey.IMPORT_DECLARED;
import static io.audiencebridge.trials.diagnose.Journey.IMPORT_VISITORS;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What can be wrong in Audience Manager: audience-manager 1.4, 1.6, 1.7, 2.8, 2.9, 2.11, 5 and 9.3, and experience-cloud 3.5. */
final class AudienceManagerSetUps {
    private static final String PAGE = "audience-manager ";
    private static final int VISITORS = 20101;
    private static final int DECLARED = 20102;

    private AudienceManagerSetUps() {}

    /** All of them, each broken in one way. */
    static List<SetUp> all() {
        return Stream.of(dataSources(), audiences(), mergeRules(), destinations(), deliveries(), access())
                .flatMap(List::stream)
                .toList();
    }

    private static SetUp row(String row, Journey journey, Break broken, String... words) {
        return SetUp.broken(
                PAGE + row,
                journey,
                broken,
                Stream.of(words).map(word -> "audience-manager." + word).toArray(String[]::new));
    }

    private static Break source(int id, String set) {
        return Breaks.amend("dataSources", "'dataSourceId':" + id + ",'set':{" + set + "}");
    }

    private static List<SetUp> dataSources() {
        return List.of(
                row(
                        "1.4, experience-cloud 3.5: the data source is gone",
                        IMPORT_DECLARED,
                        Breaks.amend("dataSources", "'dataSourceId':13702,'delete':true"),
                        "1.4.data-source"),
                row(
                        "1.4: the data source is not active",
                        EXPORT_VISITORS,
                        source(13701, "'status':'INACTIVE'"),
                        "1.4.data-source"),
                row(
                        "1.4, experience-cloud 3.5: another integration code",
                        EXPORT_DECLARED,
                        source(13702, "'integrationCode':'Other'"),
                        "1.4.integration-code"),
                row(
                        "1.4: declared ids in a cookie source",
                        IMPORT_DECLARED,
                        source(13702, "'idType':'COOKIE'"),
                        "1.4.id-type"),
                row(
                        "1.4: visitor ids in a cross-device source",
                        EXPORT_VISITORS,
                        source(13701, "'idType':'CROSS_DEVICE'"),
                        "1.4.id-type"),
                row(
                        "1.4: the inbound key is no Experience Cloud ID",
                        EXPORT_VISITORS,
                        source(13701, "'marketingCloudVisitorIdVersion':0"),
                        "1.4.inbound-key"),
                row(
                        "1.7: not used as authenticated profile",
                        IMPORT_DECLARED,
                        source(13702, "'supportsAuthenticatedProfile':false"),
                        "1.4.authenticated-profile"),
                row(
                        "1.4: ids are purged after a month",
                        EXPORT_DECLARED,
                        source(13702, "'customerProfileDataRetention':2592000"),
                        "1.4.retention"),
                row(
                        "1.4: the outbound setting is off",
                        IMPORT_VISITORS,
                        source(13701, "'outboundS2S':false"),
                        "1.4.outbound"),
                row(
                        "1.9: an export control meets the destination's label",
                        IMPORT_VISITORS,
                        source(13701, "'dataExportRestrictions':['PII']")
                                .and(Breaks.amend(
                                        "destinations", "'destinationId':20101,'set':{'dataExportLabels':['PII']}")),
                        "1.9.export-controls"));
    }

    private static List<SetUp> audiences() {
        return List.of(
                row(
                        "1.6: the trait is no onboarded one",
                        EXPORT_VISITORS,
                        Breaks.trait("'set':{'traitType':'RULE_BASED_TRAIT'}"),
                        "1.6.trait-type"),
                row(
                        "1.6, 9.3.7: the trait is an hour old",
                        EXPORT_DECLARED,
                        Breaks.trait("'age':'PT1H'"),
                        "1.6.trait-age"),
                row(
                        "1.6: everybody lost the trait after its time to live",
                        IMPORT_VISITORS,
                        Breaks.trait("'set':{'ttl':1}").and(Breaks.later(Duration.ofDays(2))),
                        "1.6.trait-ttl"),
                row(
                        "1.6: the trait lives three days",
                        EXPORT_DECLARED,
                        Breaks.trait("'set':{'ttl':3}"),
                        "1.6.trait-ttl"),
                row("1.6: the trait was deleted", IMPORT_VISITORS, Breaks.trait("'delete':true"), "1.6.trait"),
                row(
                        "1.6: the segment is paused",
                        IMPORT_DECLARED,
                        Breaks.segment("'set':{'status':'INACTIVE'}"),
                        "1.6.segment-active"),
                row(
                        "1.6: the segment to share into is paused",
                        EXPORT_VISITORS,
                        Breaks.segment("'set':{'status':'INACTIVE'}"),
                        "1.6.segment-active"),
                row("1.6: the segment was deleted", IMPORT_VISITORS, Breaks.segment("'delete':true"), "1.6.segment"),
                row(
                        "1.6: the rule asks for another trait, too",
                        EXPORT_DECLARED,
                        Breaks.segment("'set':{'segmentRule':'77T AND 78T'}"),
                        "1.6.segment-rule"),
                row(
                        "1.6: the rule asks for a trait that is not there",
                        IMPORT_DECLARED,
                        Breaks.segment("'set':{'segmentRule':'77T'}"),
                        "1.6.trait"),
                row(
                        "1.6: the title is another segment's",
                        EXPORT_DECLARED,
                        Breaks.segment("'set':{'integrationCode':'by hand'}"),
                        "1.6.title"),
                row(
                        "1.6: nobody has the trait",
                        IMPORT_VISITORS,
                        Breaks.seed(
                                        "{'traits':[{'sid':555,'name':'Nobody','traitType':'ON_BOARDED_TRAIT','dataSourceId':13701,'folderId':0,'ttl':0}]}")
                                .and(Breaks.amend("traits", "'sid':555,'age':'P9D'"))
                                .and(Breaks.segment("'set':{'segmentRule':'555T'}")),
                        "1.6.trait-population"),
                row(
                        "4.4, 9.3.7: the trait is another data source's",
                        EXPORT_VISITORS,
                        Breaks.trait("'set':{'dataSourceId':13702}"),
                        "4.4.trait-owner"),
                row(
                        "2.11: no more traits",
                        EXPORT_VISITORS,
                        Breaks.segment("'delete':true")
                                .and(Breaks.trait("'delete':true"))
                                .and(Breaks.settings("{'audienceManager':{'traitLimit':0}}")),
                        "2.11.limits"));
    }

    private static List<SetUp> mergeRules() {
        String rule = "1.7.merge-rule";
        return List.of(
                row(
                        "1.7, 9.3.6: No Cross-Device Profile",
                        IMPORT_DECLARED,
                        Breaks.segment("'set':{'mergeRuleDataSourceId':13704}"),
                        rule),
                row(
                        "1.7: No Cross-Device Profile at an export",
                        EXPORT_DECLARED,
                        Breaks.segment("'set':{'mergeRuleDataSourceId':13704}"),
                        rule),
                row(
                        "1.7: the rule reads no profiles of the data source",
                        IMPORT_DECLARED,
                        source(13703, "'crossDeviceDataSourceIds':[]"),
                        rule),
                row(
                        "1.7: the rule became Current Authenticated",
                        EXPORT_DECLARED,
                        source(13703, "'crossDeviceOption':'CURRENT_AUTHENTICATED'"),
                        rule),
                row(
                        "1.7: All Cross-Device Profiles",
                        IMPORT_DECLARED,
                        Breaks.seed(
                                        "{'mergeRules':[{'dataSourceId':13799,'name':'All','authentication':'ALL_CROSS_DEVICE','dataSources':[]}]}")
                                .and(Breaks.segment("'set':{'mergeRuleDataSourceId':13799}")),
                        rule),
                row(
                        "1.7: the merge rule was deleted",
                        EXPORT_DECLARED,
                        Breaks.amend("dataSources", "'dataSourceId':13703,'delete':true"),
                        rule),
                row(
                        "1.7: the merge rule was changed an hour ago",
                        IMPORT_DECLARED,
                        Breaks.amend("dataSources", "'dataSourceId':13703,'changedAgo':'PT1H'"),
                        "1.7.merge-rule-age"));
    }

    private static List<SetUp> destinations() {
        return List.of(
                row(
                        "1.6, experience-cloud 3.5: the destination is gone",
                        IMPORT_VISITORS,
                        Breaks.amend("destinations", "'destinationId':20101,'delete':true"),
                        "1.6.destination"),
                row(
                        "1.6: the destination is off",
                        IMPORT_DECLARED,
                        Breaks.amend("destinations", "'destinationId':20102,'set':{'status':'INACTIVE'}"),
                        "1.6.destination"),
                row(
                        "1.6: the destination gets no files",
                        IMPORT_VISITORS,
                        Breaks.amend("destinations", "'destinationId':20101,'set':{'destinationType':'PUSH'}"),
                        "1.6.destination-type"),
                row(
                        "2.8: the destination's time is over",
                        IMPORT_DECLARED,
                        Breaks.amend("destinations", "'destinationId':20102,'set':{'endDate':'2020-01-31'}"),
                        "2.8.destination-dates"),
                row(
                        "1.6, 2.9: the segment is not mapped",
                        IMPORT_DECLARED,
                        Breaks.mapping(DECLARED, "'delete':true"),
                        "2.9.mapping"),
                row(
                        "2.9: the mapping is over",
                        IMPORT_VISITORS,
                        Breaks.mapping(VISITORS, "'set':{'endDate':'2020-01-31'}"),
                        "2.9.mapping-dates"),
                row(
                        "2.9: the mapping is still to begin",
                        IMPORT_DECLARED,
                        Breaks.mapping(DECLARED, "'set':{'startDate':'2099-01-31'}"),
                        "2.9.mapping-dates"),
                row(
                        "5.5: the destination is two hours old",
                        IMPORT_VISITORS,
                        Breaks.amend("destinations", "'destinationId':20101,'age':'PT2H'")
                                .and(Breaks.undelivered()),
                        "5.5.destination-age"));
    }

    private static List<SetUp> deliveries() {
        return List.of(
                row("5.5: nothing was delivered", IMPORT_VISITORS, Breaks.undelivered(), "5.5.full"),
                row(
                        "5.1: names of another template",
                        IMPORT_DECLARED,
                        Breaks.delivered("20102/campaign-NOW.csv", "x"),
                        "5.1.name"),
                row(
                        "5.1: ids of another data source",
                        IMPORT_DECLARED,
                        Breaks.delivered("20102/S3_20102_999_full_NOW.sync.gz", "A 1\\n"),
                        "5.1.user-id-key"),
                row(
                        "5.2: no row names the segment",
                        IMPORT_DECLARED,
                        Breaks.delivered("20102/S3_20102_13702_full_NOW.sync.gz", "CRM-1 1\\n"),
                        "5.2.rows"),
                row("5.4: a file is cut", IMPORT_DECLARED, Breaks.cut(), "5.4.complete"),
                row(
                        "5.5: increments only",
                        IMPORT_DECLARED,
                        Breaks.seed("{'orders':[{'destinationId':20102,'fullEvery':'','incrementalEvery':'PT24H'}]}")
                                .and(Breaks.undelivered())
                                .and(Breaks.later(Duration.ofDays(2))),
                        "5.5.full"),
                row(
                        "5.5: the newest file is five days old",
                        IMPORT_VISITORS,
                        Breaks.settings("{'audienceManager':{'files':{'publishingEvery':'P30D'}}}")
                                .and(Breaks.later(Duration.ofDays(5))),
                        "5.5.age"),
                row(
                        "5.5: a day is missing",
                        IMPORT_DECLARED,
                        Breaks.later(Duration.ofDays(3)).and(Breaks.dayLost()),
                        "5.5.age"),
                row(
                        "5.5: the bucket forbids",
                        IMPORT_VISITORS,
                        Breaks.refuse("s3", "/" + Breaks.OUTBOUND, 403),
                        "5.5.bucket"));
    }

    private static List<SetUp> access() {
        return List.of(
                row(
                        "9.3.2: the account is in no group",
                        EXPORT_DECLARED,
                        Breaks.settings("{'audienceManager':{'rbac':true}}"),
                        "9.3.rights"),
                row(
                        "9.3.2: segments may not be seen",
                        IMPORT_VISITORS,
                        Breaks.refuse("audienceManager", "/v1/segments", 403),
                        "9.3.rights"),
                row(
                        "9.3.2: destinations may not be seen",
                        IMPORT_DECLARED,
                        Breaks.refuse("audienceManager", "/v1/destinations", 403),
                        "9.3.rights"),
                SetUp.broken(
                        PAGE + "9.3.3: tokens are refused",
                        IMPORT_VISITORS,
                        Breaks.refuse("audienceManager", "/", 401),
                        "sign-in"),
                SetUp.broken(
                        PAGE + "9.3.1: the credential is refused",
                        EXPORT_VISITORS,
                        Breaks.refuse("ims", "/", 401),
                        "sign-in"),
                SetUp.broken(
                        PAGE + "9.3.10: out of order",
                        EXPORT_DECLARED,
                        Breaks.refuse("audienceManager", "/", 503),
                        "reachable"),
                SetUp.unseen(
                        "experience-cloud 3.5: no customer id was synchronised",
                        EXPORT_DECLARED,
                        Break.NONE,
                        "experience-cloud.3.5.id-sync"));
    }
}
