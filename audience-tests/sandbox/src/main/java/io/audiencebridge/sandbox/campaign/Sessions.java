// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Native sessions; they end on the virtual clock. Safe for use by several threads. Source: campaign.md, sections 2.4 and 2.9. */
final class Sessions {
    /** {@code sessionTimeOutSec} and {@code securityTimeOutSec}, both a day by default. */
    static final Duration LIFETIME = Duration.ofDays(1);

    /** {@code longSessionTimeOutSec}, of a session that asked to be remembered. That its security token lives as long is UNVERIFIED. */
    static final Duration LONG_LIFETIME = Duration.ofDays(15);

    private final InstantSource clock;
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();

    /**
     * A session.
     *
     * @param token names it in every call
     * @param securityToken must come with it
     * @param expires when it ends
     */
    record Session(String token, String securityToken, Instant expires) {}

    Sessions(InstantSource clock) {
        this.clock = clock;
    }

    Session open(Duration lifetime) {
        String token = "___" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
        String security = "@" + UUID.randomUUID() + "-" + UUID.randomUUID() + "_" + UUID.randomUUID() + "==";
        Session session = new Session(token, security, clock.instant().plus(lifetime));
        sessions.put(token, session);
        return session;
    }

    boolean isOpen(String token) {
        Session session = sessions.get(token);
        return session != null && clock.instant().isBefore(session.expires());
    }

    boolean isOpen(String token, String securityToken) {
        Session session = sessions.get(token);
        return session != null && session.securityToken().equals(securityToken) && isOpen(token);
    }

    void close(String token) {
        sessions.remove(token);
    }

    void clear() {
        sessions.clear();
    }

    int living() {
        Instant now = clock.instant();
        return (int) sessions.values().stream()
                .filter(session -> now.isBefore(session.expires()))
                .count();
    }
}
