// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.identity;

/** A visitor of a web site, by what a web request carries of him. Prints nothing of it. */
public sealed interface WebVisitor {
    /**
     * The cookies of a request.
     *
     * @param header the value of its {@code Cookie} header; several joined with semicolons
     */
    record Cookies(String header) implements WebVisitor {
        @Override
        public String toString() {
            return "Cookies[hidden]";
        }
    }

    /**
     * A visitor handed over from another site in the parameter {@code adobe_mc}, which lives five minutes.
     *
     * @param address the address that was called, or its query
     */
    record HandedOver(String address) implements WebVisitor {
        @Override
        public String toString() {
            return "HandedOver[hidden]";
        }
    }

    /**
     * A visitor whose id is known already, such as by a recipient's tracking logs.
     *
     * @param visitorId the id
     */
    record Known(Ecid visitorId) implements WebVisitor {}
}
