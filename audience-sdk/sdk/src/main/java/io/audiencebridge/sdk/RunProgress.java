// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

/**
 * How far a run has come.
 *
 * @param step the step at work, such as {@code sending members}; {@code planned} before the first one
 * @param done units done in this step
 * @param total units in this step, or -1 where nobody knows
 */
public record RunProgress(String step, long done, long total) {
    static final RunProgress PLANNED = new RunProgress("planned", 0, -1);
}
