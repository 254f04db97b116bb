// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.diagnose;

import java.util.List;
import java.util.stream.Stream;

/** Two breaks at once: the one that comes first on the members' way is to be said first; of two at one station, either. */
final class PairedSetUps {
    private PairedSetUps() {}

    static List<SetUp> all() {
        return List.of(
                pair(
                        "the data source's type + no mapping",
                        Journey.IMPORT_DECLARED,
                        source(13702, "'idType':'COOKIE'").and(Breaks.mapping(20102, "'delete':true")),
                        "1.4.id-type"),
                pair(
                        "a paused segment + nothing delivered",
                        Journey.IMPORT_VISITORS,
                        Breaks.segment("'set':{'status':'INACTIVE'}").and(Breaks.undelivered()),
                        "1.6.segment-active"),
                pair(
                        "no rights + a bucket's wrong name",
                        Journey.EXPORT_VISITORS,
                        Breaks.settings("{'audienceManager':{'rbac':true}}")
                                .and(Breaks.handedOver("DAY/ftp_dpm_13701_NOW.sync.zip", "x", false)),
                        "9.3.rights"),
                pair(
                        "the merge rule + no mapping",
                        Journey.IMPORT_DECLARED,
                        Breaks.segment("'set':{'mergeRuleDataSourceId':13704}")
                                .and(Breaks.mapping(20102, "'delete':true")),
                        "1.7.merge-rule",
                        "2.9.mapping"),
                pair(
                        "a bucket that forbids + a trait an hour old",
                        Journey.EXPORT_DECLARED,
                        Breaks.refuse("s3", "/" + Breaks.INBOUND, 403).and(Breaks.trait("'age':'PT1H'")),
                        "4.1.bucket"),
                pair(
                        "no authenticated profile + the merge rule",
                        Journey.EXPORT_DECLARED,
                        source(13702, "'supportsAuthenticatedProfile':false")
                                .and(Breaks.segment("'set':{'mergeRuleDataSourceId':13704}")),
                        "1.4.authenticated-profile"),
                pair(
                        "a mapping that is over + a cut delivery",
                        Journey.IMPORT_DECLARED,
                        Breaks.mapping(20102, "'set':{'endDate':'2020-01-31'}").and(Breaks.cut()),
                        "2.9.mapping-dates"),
                pair(
                        "Campaign is out of order + a paused segment",
                        Journey.IMPORT_VISITORS,
                        Breaks.refuse("campaign", "/", 503).and(Breaks.segment("'set':{'status':'INACTIVE'}")),
                        "reachable"),
                pair(
                        "the destination's type + a deleted segment",
                        Journey.IMPORT_VISITORS,
                        Breaks.amend("destinations", "'destinationId':20101,'set':{'destinationType':'PUSH'}")
                                .and(Breaks.segment("'delete':true")),
                        "1.6.segment",
                        "1.6.destination-type"));
    }

    private static Break source(int id, String set) {
        return Breaks.amend("dataSources", "'dataSourceId':" + id + ",'set':{" + set + "}");
    }

    private static SetUp pair(String what, Journey journey, Break both, String... words) {
        String[] causes = Stream.of(words)
                .map(word -> word.equals("reachable") ? word : "audience-manager." + word)
                .toArray(String[]::new);
        return SetUp.broken(SetUp.PAIR + what, journey, both, causes);
    }
}
