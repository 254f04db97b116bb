// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

/** What one export holds. */
public enum ExportKind {
    /** All members: who is not in it is not in the audience. */
    FULL,

    /** Who entered or left: who is not in it stays as before. */
    INCREMENTAL
}
