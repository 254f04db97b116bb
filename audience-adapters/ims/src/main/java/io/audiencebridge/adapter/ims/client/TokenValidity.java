// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.ims.client;

/**
 * What the service says about a token.
 *
 * @param isValid whether it is good
 * @param reason the service's word for why it is not, such as {@code expired}; empty if it is good, or if what the service said is no plain word
 */
public record TokenValidity(boolean isValid, String reason) {
    static final int LONGEST_REASON = 60;

    /** A good token. */
    public static TokenValidity valid() {
        return new TokenValidity(true, "");
    }

    /** A token that is not good; text that may repeat what was sent is not kept. */
    public static TokenValidity invalid(String reason) {
        boolean isPlain = reason.length() <= LONGEST_REASON && reason.matches("[A-Za-z_ ]*");
        return new TokenValidity(false, isPlain ? reason : "");
    }
}
