// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.diagnose;

import static io.audiencebridge.trials.diagnose.Journey.EXPORT_DECLARED;
import static io.audiencebridge.trials.diagnose.Journey.EXPORT_VISITORS;
import static io.audiencebridge.trials.diagnose.Journey.IMPORT_DECLARED;
import static io.audiencebridge.trials.diagnose.Journey.IMPORT_VISITORS;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What can be wrong in Campaign: campaign 1.2 (P1 to P10), 1.5 to 1.8, 3.4, and the corrections X1 and X7. */
final class CampaignSetUps {
    private static final Journey IMPORT = IMPORT_VISITORS.bySystem();
    private static final Journey EXPORT = EXPORT_VISITORS.bySystem();
    private static final Journey DECLARED = IMPORT_DECLARED.bySystem();

    private static final Break IMPORT_ACCOUNT_OFF = account("importSharedAudience", "'active':false");
    private static final Break EXPORT_ACCOUNT_OFF = account("exportSharedAudience", "'active':false");
    private static final Break IMPORT_PAUSED = workflow("importSharedAudience", "'state':13");
    private static final Break NO_LOGS = seed("'purgedLogs':[{'before':'2999-01-01T00:00:00Z'}]");
    private static final Break NO_RIGHT = settings("'rights':['delivery']");
    private static final Break OLD_COOKIES = NO_LOGS.and(seed(clicks(40)));
    private static final Break TWO_LISTS = list("").and(list(""));

    private CampaignSetUps() {}

    /** All of them, broken, and healthy ones that differ on Campaign's side. */
    static List<SetUp> all() {
        return Stream.of(signIn(), integration(), dataSources(), lists(), workflows(), people(), pairs(), healthy())
                .flatMap(List::stream)
                .toList();
    }

    private static List<SetUp> signIn() {
        return List.of(
                SetUp.broken(
                        "campaign 2.11: the address is in no security zone",
                        EXPORT_VISITORS,
                        settings("'refuseZone':true"),
                        "sign-in"),
                SetUp.broken("campaign P9: the operator lacks the right", IMPORT, NO_RIGHT, "campaign.P9"),
                SetUp.broken("campaign P9: the operator lacks the right", EXPORT, NO_RIGHT, "campaign.P9"),
                SetUp.unseen("campaign P4: not in Audience library", IMPORT_VISITORS, Break.NONE, "campaign.P4"));
    }

    private static List<SetUp> integration() {
        return List.of(
                SetUp.broken(
                        "campaign P1: the IMS account is off",
                        IMPORT,
                        account("Adobe_Marketing_Cloud", "'active':false"),
                        "campaign.P1"),
                SetUp.broken(
                        "campaign P1: the IMS account names no organisation",
                        EXPORT,
                        account("Adobe_Marketing_Cloud", "'imsOrgId':''"),
                        "campaign.P1"),
                SetUp.broken(
                        "campaign P2: the package is not installed",
                        IMPORT,
                        settings("'packages':['nms:campaign']"),
                        "campaign.P2"),
                SetUp.broken("campaign P5: the import account is off", IMPORT, IMPORT_ACCOUNT_OFF, "campaign.P5"),
                SetUp.broken("campaign P5: the export account is off", EXPORT, EXPORT_ACCOUNT_OFF, "campaign.P5"),
                SetUp.broken(
                        "campaign P5: there is no import account",
                        DECLARED,
                        removed("nms:extAccount", "importSharedAudience"),
                        "campaign.P5"),
                SetUp.broken(
                        "campaign 1.6: the server is an FTP host of old",
                        IMPORT,
                        account("importSharedAudience", "'server':'ftp-out.demdex.com'"),
                        "campaign.1.6"),
                SetUp.broken(
                        "campaign 1.6: there is no server",
                        EXPORT,
                        account("exportSharedAudience", "'server':''"),
                        "campaign.1.6"),
                SetUp.broken(
                        "campaign 1.6: there is no access key",
                        IMPORT,
                        account("importSharedAudience", "'awsKey':''"),
                        "campaign.1.6"));
    }

    private static List<SetUp> dataSources() {
        return List.of(
                SetUp.broken(
                        "campaign P3: not provisioned",
                        IMPORT,
                        source("defaultDataSource", "'dataSourceId':0"),
                        "campaign.P3"),
                SetUp.broken(
                        "campaign P6: the AMC data source stands for another",
                        EXPORT,
                        source("defaultDataSource", "'dataSourceId':4711"),
                        "campaign.P6"),
                SetUp.broken(
                        "campaign 1.7: of the other kind",
                        IMPORT,
                        source("defaultDataSource", "'type':'declared'"),
                        "campaign.1.7"),
                SetUp.broken(
                        "campaign 1.7: another reconciliation key",
                        DECLARED,
                        source("declaredId", "'reconciliationKey':'@account'"),
                        "campaign.1.7"),
                SetUp.broken(
                        "campaign 1.7: hashes ids that travel plain",
                        DECLARED,
                        source("declaredId", "'hashAlgorithm':'sha256'"),
                        "campaign.1.7"),
                SetUp.broken(
                        "campaign 1.7: another target dimension",
                        EXPORT,
                        source("defaultDataSource", "'targetSchema':'cus:device'"),
                        "campaign.1.7"),
                SetUp.broken(
                        "campaign 1.7: no destination id",
                        IMPORT,
                        source("defaultDataSource", "'aamDestinationId':0"),
                        "campaign.1.7"),
                SetUp.broken(
                        "campaign 1.7: another destination id",
                        IMPORT,
                        source("defaultDataSource", "'aamDestinationId':99999"),
                        "campaign.1.7"),
                SetUp.unseen(
                        "campaign 1.7: general conditions not accepted",
                        IMPORT,
                        Break.NONE,
                        "campaign.1.7.conditions"));
    }

    private static List<SetUp> lists() {
        return List.of(
                SetUp.broken("campaign 3.4: two lists of one label", IMPORT_VISITORS, TWO_LISTS, "campaign.3.4"),
                SetUp.broken(
                        "campaign 3.4: the list expired",
                        IMPORT_DECLARED,
                        list(",'expires':'2020-01-01 00:00:00.000Z'"),
                        "campaign.3.4"));
    }

    private static List<SetUp> workflows() {
        return List.of(
                SetUp.broken("campaign 1.5: the import workflow is paused", IMPORT, IMPORT_PAUSED, "campaign.1.5"),
                SetUp.broken(
                        "campaign 1.5: the export workflow is stopped",
                        EXPORT,
                        workflow("exportSharedAudience", "'state':20"),
                        "campaign.1.5"),
                SetUp.broken(
                        "campaign 1.5: it stands on an error, its account mended since",
                        IMPORT,
                        IMPORT_ACCOUNT_OFF
                                .and(control -> control.advance(Duration.ofHours(2)))
                                .and(account("importSharedAudience", "'active':true")),
                        "campaign.1.5"),
                SetUp.broken(
                        "campaign 1.5: there is no such workflow",
                        DECLARED,
                        removed("xtk:workflow", "importSharedAudience"),
                        "campaign.1.5"),
                SetUp.broken(
                        "campaign 1.5: started, but without a pass since long",
                        IMPORT,
                        workflow("importSharedAudience", "'processDate':'2020-01-01 00:00:00.000Z'"),
                        "campaign.1.5"),
                SetUp.broken(
                        "campaign 1.4: the workflow that exports is paused",
                        EXPORT,
                        workflow("updateSharedAudience", "'state':13"),
                        "campaign.1.4.workflow"));
    }

    private static List<SetUp> people() {
        return List.of(
                SetUp.broken("campaign P7: clicks bring old cookies only", IMPORT_VISITORS, OLD_COOKIES, "campaign.P7"),
                SetUp.broken("campaign P7: clicks bring old cookies only", EXPORT, OLD_COOKIES, "campaign.P7"),
                SetUp.broken("campaign 1.8: no click is logged", EXPORT_VISITORS, NO_LOGS, "campaign.1.8"),
                SetUp.broken("campaign 1.8: no click is logged", IMPORT, NO_LOGS, "campaign.1.8"),
                SetUp.broken(
                        "campaign X1: most clicks bring old cookies",
                        IMPORT_VISITORS,
                        seed(clicks(400)),
                        "campaign.X1"),
                SetUp.broken(
                        "campaign X7: tracking logs go soon",
                        EXPORT_VISITORS,
                        option("NmsCleanup_TrackingLogPurgeDelay", 20),
                        "campaign.X7"),
                SetUp.unseen("campaign P8: no ID service on the site", EXPORT_DECLARED, Break.NONE, "campaign.P8"),
                SetUp.unseen("campaign P10: several domains", IMPORT_VISITORS, Break.NONE, "campaign.P10"));
    }

    private static List<SetUp> pairs() {
        SetUp account = SetUp.broken("campaign P5", IMPORT, IMPORT_ACCOUNT_OFF);
        SetUp paused = SetUp.broken("campaign 1.5", IMPORT, IMPORT_PAUSED);
        SetUp right = SetUp.broken("campaign P9", IMPORT, NO_RIGHT);
        SetUp number = SetUp.broken("campaign P6", IMPORT, source("defaultDataSource", "'dataSourceId':4711"));
        SetUp clicks = SetUp.broken("campaign 1.8", IMPORT, NO_LOGS);
        SetUp lists = SetUp.broken("campaign 3.4", IMPORT, TWO_LISTS);
        return List.of(
                SetUp.both(paused, account, "campaign.P5"),
                SetUp.both(account, right, "campaign.P9"),
                SetUp.both(paused, number, "campaign.P6"),
                SetUp.both(clicks, account, "campaign.P5"),
                SetUp.both(clicks, lists, "campaign.3.4"));
    }

    private static List<SetUp> healthy() {
        return List.of(
                SetUp.healthy(
                        "healthy: nothing of Campaign's own integration works, and the bridge does not need it",
                        IMPORT_VISITORS,
                        IMPORT_ACCOUNT_OFF
                                .and(IMPORT_PAUSED)
                                .and(NO_RIGHT)
                                .and(settings("'packages':['nms:campaign']"))),
                SetUp.healthy("healthy: imported by Campaign's own workflow", IMPORT, Break.NONE),
                SetUp.healthy("healthy: exported by Campaign's own workflow", EXPORT, Break.NONE),
                SetUp.healthy("healthy: declared ids by Campaign's own workflow", DECLARED, Break.NONE),
                SetUp.healthy("healthy: a few old cookies among the clicks", EXPORT_VISITORS, seed(clicks(5))),
                SetUp.healthy("healthy: no click, but declared ids", EXPORT_DECLARED, NO_LOGS),
                SetUp.healthy(
                        "healthy: another release that hides its errors",
                        IMPORT_DECLARED,
                        settings("'release':'8.5.1','build':9999,'showErrors':false,'allowDebug':false")),
                SetUp.healthy(
                        "healthy: logs are kept for half a year",
                        IMPORT_VISITORS,
                        option("NmsCleanup_TrackingLogPurgeDelay", 180)));
    }

    private static Break account(String name, String more) {
        return seed("'externalAccounts':[{'name':'" + name + "'," + more + "}]");
    }

    private static Break source(String name, String more) {
        return seed("'amcDataSources':[{'name':'" + name + "'," + more + "}]");
    }

    private static Break workflow(String name, String more) {
        return seed("'workflows':[{'internalName':'" + name + "'," + more + "}]");
    }

    private static Break option(String name, int value) {
        return seed("'options':[{'name':'" + name + "','dataType':3,'longValue':" + value + "}]");
    }

    private static Break removed(String schema, String name) {
        return seed("'removed':[{'schema':'" + schema + "','name':'" + name + "'}]");
    }

    private static Break list(String more) {
        return seed("'lists':[{'label':'" + Ground.INTO + "','members':[]" + more + "}]");
    }

    /** Clicks of one recipient whose browser gives the cookie of before the ID service. */
    private static String clicks(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "{'recipient':'1','visitorId':'uuid230-" + number + "'}")
                .collect(Collectors.joining(",", "'clicks':[", "]"));
    }

    private static Break seed(String json) {
        return control -> control.seed("{" + json + "}");
    }

    private static Break settings(String json) {
        return control -> control.settings("{'campaign':{" + json + "}}");
    }
}
