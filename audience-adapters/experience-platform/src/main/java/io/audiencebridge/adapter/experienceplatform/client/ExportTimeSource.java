// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

/** Where the time of an export comes from (SEMANTICS S25), the best first. */
public enum ExportTimeSource {
    /** The manifest's scheduled time. */
    MANIFEST,

    /** The time in the file's name. */
    FILE_NAME,

    /** When the file was stored. */
    STORED
}
