// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import io.vavr.collection.Seq;

/**
 * A call of a SOAP method, able to be sent several times.
 *
 * @param service the service, such as {@code xtk:queryDef}
 * @param method its method
 * @param subjects schema and expressions that the call names, so that an error can name the wrong one; no values
 * @param idempotent whether sending it twice does no more than sending it once
 * @param parameters writes the parameters behind the session token
 */
record SoapCall(String service, String method, Seq<String> subjects, boolean idempotent, Parameters parameters) {
    String action() {
        return service + "#" + method;
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
