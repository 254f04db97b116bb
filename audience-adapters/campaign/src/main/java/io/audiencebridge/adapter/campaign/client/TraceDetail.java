// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

/** How much of requests and answers is told to listeners and to the log. Secrets are told at no level. */
public enum TraceDetail {
    /** Nothing of them, which costs nothing. */
    OFF,

    /** Names of elements, attributes and headers, and the sizes of values: safe where people's data must not be logged. */
    SHAPES,

    /** Values, too, and so people's data; for tests and for instances without real people. */
    VALUES
}
