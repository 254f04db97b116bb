// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import io.audiencebridge.domain.spi.engine.AccessToken;
import io.audiencebridge.domain.system.Secret;

/** What shows Campaign who calls. Compared by identity; cannot print itself. */
sealed interface Pass {
    /** Two tokens of a native session, both sent with every call. */
    final class Session implements Pass {
        private final Secret session;
        private final Secret security;

        Session(String session, String security) {
            this.session = Secret.of(session);
            this.security = Secret.of(security);
        }

        Secret session() {
            return session;
        }

        Secret security() {
            return security;
        }

        @Override
        public String toString() {
            return "Session[hidden]";
        }
    }

    /** An access token of IMS, sent with every call; there is no session. */
    record Bearer(AccessToken token) implements Pass {}

    /** Nobody: for the logon itself. */
    record Nobody() implements Pass {}
}
