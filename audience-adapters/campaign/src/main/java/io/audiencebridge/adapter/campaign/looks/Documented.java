// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.looks;

import io.audiencebridge.domain.diagnosis.Precondition;
import io.audiencebridge.domain.diagnosis.Stage;

/** The preconditions on Campaign's side, as campaign.md numbers them. */
public final class Documented {
    /** The operator's rights. */
    public static final Precondition RIGHTS = of(
            "P9",
            Stage.ROLES,
            "Starting, stopping and editing the technical workflows needs the Administration right.",
            "1.2");

    /** Products and roles in the Admin Console. */
    public static final Precondition ADMIN_CONSOLE = of(
            "P4",
            Stage.ROLES,
            "To pick an audience to import, a user is in the product Audience library and administrates Audience Manager.",
            "1.2");

    /** The packages. */
    public static final Precondition PACKAGE =
            of("P2", Stage.INTEGRATION, "The package Integration with the Adobe Experience Cloud is installed.", "1.2");

    /** The connection to IMS. */
    public static final Precondition IMS = of(
            "P1",
            Stage.INTEGRATION,
            "The instance is connected to Adobe IMS by the external account Adobe_Marketing_Cloud.",
            "1.2, 1.6");

    /** The accounts of the buckets. */
    public static final Precondition ACCOUNT = of(
            "P5",
            Stage.INTEGRATION,
            "The external accounts importSharedAudience and exportSharedAudience are configured and enabled.",
            "1.2, 1.6");

    /** What stands in such an account. */
    public static final Precondition ACCOUNT_FIELDS = of(
            "1.6",
            Stage.INTEGRATION,
            "Such an account is of S3: a server <bucket>.s3.amazonaws.com/<path>, a region, an access key and its secret; the demdex FTP hosts ended with 21.1.3.",
            "1.6, 4.5");

    /** Provisioning by Adobe. */
    public static final Precondition PROVISIONED = of(
            "P3",
            Stage.DATA_SOURCE,
            "Adobe has provisioned the data source; until then its Audience Manager id is 0.",
            "1.2, 1.7");

    /** The AMC data source is there. */
    public static final Precondition DATA_SOURCE = of(
            "P6",
            Stage.DATA_SOURCE,
            "An AMC data source stands for the data source, with a target dimension and a reconciliation key.",
            "1.2, 1.7");

    /** What stands in it. */
    public static final Precondition DATA_SOURCE_FIELDS = of(
            "1.7",
            Stage.DATA_SOURCE,
            "Kind, reconciliation key, hash algorithm, target dimension and destination of the AMC data source are those of Audience Manager's side.",
            "1.7");

    /** The link on its form. */
    public static final Precondition CONDITIONS = of(
            "1.7.conditions",
            Stage.DATA_SOURCE,
            "The form of the AMC data source has a link to general conditions, to be accepted.",
            "1.7, X6");

    /** The instance's options. */
    public static final Precondition OPTIONS = of(
            "X5",
            Stage.DATA_SOURCE,
            "The options AAM_DataSourceId and AAM_DestinationId hold the ids of the visitor data source.",
            "8.1, X5");

    /** A list is there, of people. */
    public static final Precondition LIST = of(
            "3.4",
            Stage.LIST,
            "A list of recipients is of type 0, or of type 1 to be read; it is neither deleted nor expired.",
            "3.4");

    /** Somebody is in the list. */
    public static final Precondition MEMBERS =
            of("1.4", Stage.LIST, "Who is in the list is exported; an empty one exports nobody.", "1.4");

    /** The technical workflow. */
    public static final Precondition WORKFLOW = of(
            "1.5",
            Stage.CARRIER,
            "The technical workflow importSharedAudience or exportSharedAudience is started, works every hour, and logs no error.",
            "1.5, 3.5");

    /** The workflow that exports. */
    public static final Precondition EXPORT_WORKFLOW = of(
            "1.4.workflow",
            Stage.CARRIER,
            "By Campaign's own route a targeting workflow with the activity Update shared audience exports.",
            "1.4");

    /** Tracking in the web site's domain. */
    public static final Precondition TRACKING = of(
            "P7",
            Stage.PEOPLE,
            "The tracking server stands in the web site's domain, and its redirection knows the IMS organisation.",
            "1.2, 1.8");

    /** The ID service on the site. */
    public static final Precondition ID_SERVICE = of(
            "P8",
            Stage.PEOPLE,
            "The visitor ID service is on the site; for declared ids the site calls its customer-id setter with the integration code.",
            "1.2");

    /** One domain only. */
    public static final Precondition ONE_DOMAIN =
            of("P10", Stage.PEOPLE, "With several domains visitor ids are not reconciled.", "1.2");

    /** Clicks are logged. */
    public static final Precondition CLICKS = of(
            "1.8",
            Stage.PEOPLE,
            "A click in an e-mail writes a tracking log with the visitor's id; that links a visitor with a recipient.",
            "1.8");

    /** Old cookie values. */
    public static final Precondition OLD_COOKIES = of(
            "X1",
            Stage.PEOPLE,
            "The source of a tracking log may be an old uuid230 cookie value, which is no visitor id.",
            "3.4, X1");

    /** Purged logs. */
    public static final Precondition PURGE = of(
            "X7",
            Stage.PEOPLE,
            "Tracking logs are purged after NmsCleanup_TrackingLogPurgeDelay days, often 180, so that matches by visitor id decay.",
            "1.8, X7");

    /** The key's field. */
    public static final Precondition KEY_FIELD =
            of("4.1", Stage.PEOPLE, "The reconciliation key is a column of the recipient, and is filled.", "1.7, 4.1");

    /** Campaign's own opt-outs. */
    public static final Precondition OPT_OUT_FLAGS = of(
            "4.1.blackList",
            Stage.PEOPLE,
            "Whoever is on a deny list of Campaign is neither exported nor imported.",
            "4.1, semantics S23");

    private Documented() {}

    private static Precondition of(String row, Stage stage, String fact, String section) {
        return new Precondition("campaign." + row, fact, "campaign " + section, stage);
    }
}
