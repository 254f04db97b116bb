// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

/**
 * What an expression computes with: a place in a record, or a function over one. There is no way to make one out of free text. Immutable.
 *
 * <p>Source: Campaign Classic, "Data oriented APIs"; names of functions as its query editor lists them.
 */
public sealed interface Term permits XPath, FunctionCall {
    /** As Campaign writes it. */
    String expression();

    /** The text in lower case. */
    static Term lower(Term text) {
        return new FunctionCall("Lower", text);
    }

    /** The text in upper case. */
    static Term upper(Term text) {
        return new FunctionCall("Upper", text);
    }

    /** The day of a point in time. */
    static Term dateOnly(Term time) {
        return new FunctionCall("DateOnly", time);
    }

    /** How many records there are, of all or of a group. */
    static Term count() {
        return FunctionCall.of("Count");
    }

    /** How many different values there are. */
    static Term countDistinct(Term term) {
        return new FunctionCall("CountDistinct", term);
    }

    /** The sum of the numbers. */
    static Term sum(Term number) {
        return new FunctionCall("Sum", number);
    }

    /** The least value. */
    static Term min(Term term) {
        return new FunctionCall("Min", term);
    }

    /** The greatest value. */
    static Term max(Term term) {
        return new FunctionCall("Max", term);
    }
}
