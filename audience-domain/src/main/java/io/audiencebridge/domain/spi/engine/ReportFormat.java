// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.engine;

/** In which form a report is written. */
public enum ReportFormat {
    /** One self-contained page. */
    HTML,
    /** One object, as the published schema describes it. */
    JSON,
    /** Lines for a terminal. */
    TEXT
}
