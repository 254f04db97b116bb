// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

/**
 * Under which keys the diagnostic context of SLF4J ({@code MDC}) says to what a log line belongs, on the caller's thread and on every thread of the bridge's executor while a call is
 * at work; before and after it, the context is the application's own.
 */
public final class LogKeys {
    /** The correlation id of the call. */
    public static final String CALL = "audiencebridge.call";

    /** The id of the run, while a call is at work on one. */
    public static final String RUN = "audiencebridge.run";

    private LogKeys() {}
}
