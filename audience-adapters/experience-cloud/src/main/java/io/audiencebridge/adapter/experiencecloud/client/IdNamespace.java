// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud.client;

import io.audiencebridge.domain.identity.IntegrationCode;

/**
 * What a customer id is an id of.
 *
 * @param kind how it is named
 * @param code its name: a data source's number, its integration code, or a namespace's code
 */
public record IdNamespace(Kind kind, String code) {
    /** How a namespace is named, with its parameter on the wire. */
    public enum Kind {
        /** By Audience Manager's number of the data source (DPID). */
        DATA_SOURCE("d_cid"),
        /** By the data source's integration code. */
        INTEGRATION_CODE("d_cid_ic"),
        /** By a code of the service's own. */
        NAMESPACE("d_cid_ns");

        private final String parameter;

        Kind(String parameter) {
            this.parameter = parameter;
        }

        /** The parameter of a call. */
        public String parameter() {
            return parameter;
        }
    }

    /** The data source of that number. */
    public static IdNamespace dataSource(long id) {
        return new IdNamespace(Kind.DATA_SOURCE, Long.toString(id));
    }

    /** The data source of that integration code. */
    public static IdNamespace integrationCode(IntegrationCode code) {
        return new IdNamespace(Kind.INTEGRATION_CODE, code.value());
    }
}
