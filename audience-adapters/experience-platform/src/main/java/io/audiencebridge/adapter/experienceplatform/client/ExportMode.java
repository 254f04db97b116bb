// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

/** What the exports of an activated audience hold. Source: Experience Platform, "Activate audiences to batch profile export destinations". */
public enum ExportMode {
    /** Every export holds all members. */
    DAILY_FULL_EXPORT,

    /** The first export holds all members, the later ones who entered and who left since. */
    FIRST_FULL_THEN_INCREMENTAL
}
