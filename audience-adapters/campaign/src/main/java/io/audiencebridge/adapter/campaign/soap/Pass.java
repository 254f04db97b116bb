// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import io.audiencebridge.adapter.campaign.client.SessionInfo;
import io.audiencebridge.domain.spi.engine.AccessToken;
import io.audiencebridge.domain.system.Secret;
import io.vavr.control.Option;
import java.time.Instant;

/** What shows Campaign who calls. Compared by identity; cannot print itself. */
sealed interface Pass {
    /** Two tokens of a native session, both sent with every call; of a session that was given, one of them may be empty. */
    final class Session implements Pass {
        private final Secret session;
        private final Secret security;
        private final Instant until;
        private final Option<SessionInfo> info;

        Session(Secret session, Secret security, Instant until, Option<SessionInfo> info) {
            this.session = session;
            this.security = security;
            this.until = until;
            this.info = info;
        }

        Secret session() {
            return session;
        }

        Secret security() {
            return security;
        }

        /** Whether it is believed to be good at {@code now}. */
        boolean isGoodAt(Instant now) {
            return now.isBefore(until);
        }

        /** What the logon told; none for a session that was given. */
        Option<SessionInfo> info() {
            return info;
        }

        @Override
        public String toString() {
            return "Session[hidden]";
        }
    }

    /** An access token of IMS, sent with every call; there is no session. */
    record Bearer(AccessToken token) implements Pass {
        @Override
        public String toString() {
            return "Bearer[hidden]";
        }
    }

    /** Nobody: for the logon itself, and for what everybody may call. */
    record Nobody() implements Pass {}
}
