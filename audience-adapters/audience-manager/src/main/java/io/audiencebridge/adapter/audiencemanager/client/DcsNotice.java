// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

/**
 * A code in an answer. The servers' own words are left out, since they may quote ids.
 *
 * @param number as it came
 * @param code what it stands for
 */
public record DcsNotice(int number, DcsCode code) {
    /** The notice of that number. */
    public static DcsNotice of(int number) {
        return new DcsNotice(number, DcsCode.of(number));
    }

    /** Number and meaning, such as {@code 303 (a declared id is on the deny list, ...)}. */
    @Override
    public String toString() {
        return number + " (" + code.meaning() + ")";
    }
}
