// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/**
 * A call of a SOAP method, able to be sent several times; or, without a service, of a page beside the SOAP router.
 *
 * @param service the service, such as {@code xtk:queryDef}
 * @param method its method, or the page's path
 * @param subjects schema and expressions that the call names, so that an error can name the wrong one; no values
 * @param idempotent whether sending it twice does no more than sending it once
 * @param parameters writes the parameters behind the session token
 * @param afterNewSignIn whether it was sent before, with a session or token that had ended
 */
record SoapCall(
        String service,
        String method,
        Seq<String> subjects,
        boolean idempotent,
        Parameters parameters,
        boolean afterNewSignIn) {
    SoapCall(String service, String method, Seq<String> subjects, boolean idempotent, Parameters parameters) {
        this(service, method, subjects, idempotent, parameters, false);
    }

    /** A page, for errors and listeners. */
    static SoapCall page(String path, boolean idempotent) {
        return new SoapCall("", path, Vector.empty(), idempotent, out -> {});
    }

    String action() {
        return service.isEmpty() ? method : service + "#" + method;
    }

    /** This, sent once more. */
    SoapCall again() {
        return new SoapCall(service, method, subjects, idempotent, parameters, true);
    }

    @Override
    public String toString() {
        return action();
    }

    /** Writes parameters in the order that the method declares; Campaign ignores their names. */
    @FunctionalInterface
    interface Parameters {
        void write(ParameterWriter out);
    }
}
