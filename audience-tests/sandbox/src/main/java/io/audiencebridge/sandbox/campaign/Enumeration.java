// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.util.Map;

/**
 * The values of a column that stand for words: what {@code analyze="true"} adds to a row. Source: campaign.md, sections 3.1, 3.4, 3.5 and 4; the words
 * themselves are UNVERIFIED.
 */
final class Enumeration {
    /** UNVERIFIED type codes of external accounts: no source names those of S3 and of the Experience Cloud. */
    static final String ACCOUNT_S3 = "18";

    static final String ACCOUNT_EXPERIENCE_CLOUD = "15";

    /** A value's internal name and what people read. */
    record Word(String name, String label) {}

    private static final Map<Schema, Map<String, Map<String, Word>>> ALL = Map.of(
            Schema.GROUP,
                    Map.of(
                            "@type",
                            Map.of(
                                    "0", new Word("relation", "List"),
                                    "1", new Word("segment", "List with a table of its own"),
                                    "2", new Word("file", "File"),
                                    "3", new Word("template", "Template"))),
            Schema.WORKFLOW,
                    Map.of(
                            "@state",
                            Map.of(
                                    "0", new Word("beingEdited", "Being edited"),
                                    "11", new Word("started", "Started"),
                                    "12", new Word("pausing", "Pausing"),
                                    "13", new Word("paused", "Paused"),
                                    "14", new Word("resuming", "Resuming"),
                                    "15", new Word("stopping", "Stopping"),
                                    "17", new Word("restarting", "Restarting"),
                                    "20", new Word("finished", "Finished"))),
            Schema.WORKFLOW_LOG,
                    Map.of(
                            "@logType",
                            Map.of(
                                    "0", new Word("error", "Error"),
                                    "1", new Word("warning", "Warning"),
                                    "2", new Word("information", "Information"))),
            Schema.EXTERNAL_ACCOUNT,
                    Map.of(
                            "@type",
                            Map.of(
                                    "0",
                                    new Word("bounceMails", "Bounce mails"),
                                    "3",
                                    new Word("midSourcing", "Mid-sourcing"),
                                    "7",
                                    new Word("externalDatabase", "External database"),
                                    "17",
                                    new Word("hdfs", "Hadoop"),
                                    ACCOUNT_S3,
                                    new Word("awsS3", "AWS S3"),
                                    ACCOUNT_EXPERIENCE_CLOUD,
                                    new Word("experienceCloud", "Adobe Experience Cloud"))),
            Schema.RECIPIENT,
                    Map.of(
                            "@emailFormat",
                            Map.of(
                                    "0", new Word("unknown", "Unknown"),
                                    "1", new Word("text", "Text"),
                                    "2", new Word("html", "HTML"))));

    private Enumeration() {}

    /** Whether a column's values stand for words. */
    static boolean has(Schema schema, String column) {
        return ALL.getOrDefault(schema, Map.of()).containsKey(column);
    }

    /** The word of a value; the value itself if it stands for none. */
    static Word word(Schema schema, String column, String value) {
        return ALL.getOrDefault(schema, Map.of())
                .getOrDefault(column, Map.of())
                .getOrDefault(value, new Word(value, value));
    }
}
