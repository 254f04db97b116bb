// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.diagnosis;

/**
 * An estimate and how far it can be trusted.
 *
 * @param low not less, at the stated confidence
 * @param estimate the best guess
 * @param high not more, at the stated confidence
 */
public record Interval(double low, double estimate, double high) {
    /** Whether the value lies within. */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
