// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.diagnose;

import java.time.Duration;
import java.util.List;

/** Sharings with which all is well, and that differ: nothing may be said to block. */
final class HealthySetUps {
    private HealthySetUps() {}

    static List<SetUp> all() {
        return List.of(
                SetUp.healthy("healthy: export by visitor ids", Journey.EXPORT_VISITORS, Break.NONE),
                SetUp.healthy("healthy: export by declared ids", Journey.EXPORT_DECLARED, Break.NONE),
                SetUp.healthy("healthy: import by visitor ids", Journey.IMPORT_VISITORS, Break.NONE),
                SetUp.healthy("healthy: import by declared ids", Journey.IMPORT_DECLARED, Break.NONE),
                SetUp.healthy(
                        "healthy: visitor ids under No Cross-Device (SEMANTICS S21)",
                        Journey.IMPORT_VISITORS,
                        Breaks.segment("'set':{'mergeRuleDataSourceId':13704}")),
                SetUp.healthy(
                        "healthy: an audience that is still to be made",
                        Journey.EXPORT_DECLARED,
                        Breaks.segment("'delete':true").and(Breaks.trait("'delete':true"))),
                SetUp.healthy(
                        "healthy: words and numbers spelled otherwise",
                        Journey.IMPORT_DECLARED,
                        Breaks.settings(
                                "{'audienceManager':{'statusSpelling':'number','mappingIdSpelling':'traitToDataOrderId','parentSpelling':'orderId','startDateShifted':true}}")),
                SetUp.healthy(
                        "healthy: deliveries in parts with transfer-control files",
                        Journey.IMPORT_DECLARED,
                        Breaks.seed("{'orders':[{'destinationId':20102,'rowsPerFile':7,'info':'first'}]}")
                                .and(Breaks.later(Duration.ofDays(2)))),
                SetUp.healthy(
                        "healthy: an export control that no label meets",
                        Journey.IMPORT_VISITORS,
                        Breaks.amend("dataSources", "'dataSourceId':13701,'set':{'dataExportRestrictions':['PII']}")),
                SetUp.healthy(
                        "healthy: a segment of several traits",
                        Journey.IMPORT_VISITORS,
                        Breaks.seed(
                                        "{'traits':[{'sid':555,'name':'Other','traitType':'ON_BOARDED_TRAIT','dataSourceId':13701,'folderId':0,'ttl':0}]}")
                                .and(control -> control.seed("{'amend':{'segments':[{'name':'" + Ground.AUDIENCE
                                        + "','set':{'segmentRule':'555T OR "
                                        + control.rule(Ground.AUDIENCE) + "'}}]}}"))),
                SetUp.healthy(
                        "healthy: a trait that lives 120 days",
                        Journey.EXPORT_VISITORS,
                        Breaks.trait("'set':{'ttl':120}")),
                SetUp.healthy(
                        "healthy: others' objects in the buckets",
                        Journey.IMPORT_VISITORS,
                        Breaks.seed("{'objects':[{'bucket':'aam-outbound','key':'readme.txt','text':'x'},"
                                + "{'bucket':'aam-inbound','key':'other/ftp_dpm_1.sync','text':'x'}]}")));
    }
}
