// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

/** The columns of every schema. Source: campaign.md, sections 4.1 to 4.6. */
final class SchemaColumns {
    static final Columns FOLDER =
            Columns.numbered().numbers("@parent-id").texts("@name", "@label", "@fullName", "@model");

    static final Columns OPTION = Columns.numbered()
            .texts("@name", "@stringValue", "@desc", "@description")
            .numbers("@dataType", "@longValue", "@doubleValue")
            .times("@timeStampValue", "@lastModified")
            .memos("memoValue");

    static final Columns FILE_RESOURCE = Columns.numbered()
            .texts("@internalName", "@label", "@fileName", "@originalName", "@md5")
            .numbers("@storageType")
            .flags("@useMd5AsFilename");

    static final Columns DATA_SOURCE = Columns.numbered()
            .texts("@name", "@label", "@targetSchema", "@reconciliationKey", "@hashAlgorithm", "@type")
            .numbers("@dataSourceId", "@aamDestinationId")
            .times("@created", "@lastModified");

    static final Columns EXTERNAL_ACCOUNT = Columns.numbered()
            .texts("@name", "@label", "@server", "@account", "@awsKey", "@awsRegion", "@imsServer", "@imsOrgId")
            .texts("@tenant", "@clientId", "@productContext", "@imsRightsMask", "@redirectUrl", "@callbackServer")
            .texts("@userScope", "@provider", "@dbName", "@timezone")
            .numbers("@type", "@port", "@encryptionType")
            .flags("@active", "@useServerSideEncryption")
            .secrets("@password", "@awsSecret", "@clientSecret")
            .times("@created", "@lastModified");

    static final Columns WORKFLOW = Columns.numbered()
            .texts("@internalName", "@label")
            .numbers("@state", "@folder-id")
            .flags("@failed", "@production")
            .times("@processDate", "@nextProcessingDate", "@created", "@lastModified")
            .memos("desc");

    static final Columns WORKFLOW_LOG = Columns.numbered()
            .numbers("@workflow-id", "@logType")
            .texts("@activity", "@message")
            .flags("@error")
            .times("@logDate");

    static final Columns GROUP = Columns.numbered()
            .texts("@name", "@label", "@schema", "@aamMappingId", "@sharedAudience")
            .numbers("@type", "@folder-id", "@deleteStatus", "@amcDataSource-id")
            .flags("@builtIn", "@isAMC")
            .times("@created", "@lastModified", "@expirationDate")
            .memos("desc")
            .markup("extension");

    static final Columns TRACKING_LOG =
            Columns.numbered().numbers("@recipient-id").texts("@sourceId").times("@logDate");

    static final Columns RELATION = Columns.none().numbers("@group-id", "@recipient-id");

    static final Columns RECIPIENT = Columns.numbered()
            .texts("@email", "@declaredId", "@firstName", "@lastName", "@phone", "@mobilePhone", "@account", "@domain")
            .texts("location/@city", "location/@zipCode", "location/@countryCode")
            .numbers("@folder-id", "@emailFormat")
            .flags("@blackList", "@blackListEmail", "@blackListFax", "@blackListMobile", "@blackListPhone")
            .flags("@blackListPostalMail")
            .dates("@birthDate")
            .times("@created", "@lastModified");

    static final Columns OWN_TABLE = Columns.numbered();

    private SchemaColumns() {}
}
