// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

/**
 * The kinds of destinations that write files, of the older sort, whose columns stand in the flow. Their ids are data: specs are looked up, and the ids that the
 * pages print are used where nothing is found. Source: Experience Platform, "Connect to batch destinations and activate data using the Flow Service API".
 */
public enum DestinationKind {
    /** Adobe Campaign, over the customer's own storage. */
    ADOBE_CAMPAIGN("Adobe Campaign", "0b23e41a-cb4a-4321-a78f-3b654f5d7d97", "upsToCampaign"),

    /** Amazon S3. */
    AMAZON_S3("Amazon S3", "4890fc95-5a1f-4983-94bb-e060c08e3f81", "upsToS3"),

    /** Azure Blob. */
    AZURE_BLOB("Azure Blob", "e258278b-a4cf-43ac-b158-4fa0ca0d948b", "upsToAzureBlob"),

    /** A server with SFTP. */
    SFTP("SFTP", "64ef4b8b-a6e0-41b5-9677-3805d1ee5dd0", "upsToSftp");

    /** The Profile Store, from which all of them read. */
    public static final String PROFILE_STORE = "8a9c3494-9708-43d7-ae3f-cda01e5030e1";

    /** The flow spec that the page names for cloud storage and Eloqua. UNVERIFIED for Adobe Campaign, which the page tells to look up. */
    public static final String FALLBACK_FLOW_SPEC = "71471eba-b620-49e4-90fd-23f1fa0174d8";

    private final String title;
    private final String connectionSpec;
    private final String flowSpecMark;

    DestinationKind(String title, String connectionSpec, String flowSpecMark) {
        this.title = title;
        this.connectionSpec = connectionSpec;
        this.flowSpecMark = flowSpecMark;
    }

    /** The name of its connection spec. */
    public String title() {
        return title;
    }

    /** The id of its connection spec, as the pages print it. */
    public String connectionSpec() {
        return connectionSpec;
    }

    /** What its flow spec is told by. Documented for Adobe Campaign; UNVERIFIED for the others. */
    public String flowSpecMark() {
        return flowSpecMark;
    }
}
