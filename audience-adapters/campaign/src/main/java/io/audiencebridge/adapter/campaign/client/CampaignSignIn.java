// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

import io.audiencebridge.domain.system.Secret;

/**
 * How the calls of a connection show who makes them; one value, so that a migration from native operators to IMS changes one setting.
 *
 * <p>Where a new session or token can be had, one that has ended is replaced once, for all threads together, and the call is made again. What the caller
 * gave in person, a session or its tokens, cannot be replaced and is never logged off: its end is {@code AccessDenied}.
 */
public sealed interface CampaignSignIn {
    /**
     * A native session of an operator, logged off when the connection closes.
     *
     * @param name the operator's name
     * @param password the operator's password
     * @param remembered whether Campaign is asked for a session of its long lifetime, 15 days unless the server is set otherwise
     */
    record Operator(String name, Secret password, boolean remembered) implements CampaignSignIn {
        /** As this, with a session of the long lifetime. */
        public Operator remember() {
            return new Operator(name, password, true);
        }
    }

    /** A native session that Campaign gives in exchange for the bridge's IMS token; logged off when the connection closes. */
    record BearerExchange() implements CampaignSignIn {}

    /** The bridge's IMS token with every call and no session: Campaign v8, and v7 from 7.4.1 on where IMS is set up. */
    record Ims() implements CampaignSignIn {}

    /**
     * A session that somebody else opened, such as a page of Campaign itself.
     *
     * @param session its session token
     * @param security its security token
     */
    record Tokens(Secret session, Secret security) implements CampaignSignIn {}

    /**
     * A session token alone, possibly of the form {@code operator/password}. Campaign accepts it only from a security zone that allows
     * {@code sessionTokenOnly}, and that form only with {@code allowUserPassword}.
     *
     * @param session the token
     */
    record SessionToken(Secret session) implements CampaignSignIn {}

    /**
     * A security token alone, for a transport that adds the session's cookie by itself.
     *
     * @param security the token
     */
    record SecurityToken(Secret security) implements CampaignSignIn {}

    /** Nobody: for the few methods that a schema opens to everybody, such as the server's time. */
    record Anonymous() implements CampaignSignIn {}

    /** {@link Operator}. */
    static Operator operator(String name, Secret password) {
        return new Operator(name, password, false);
    }

    /** {@link BearerExchange}. */
    static CampaignSignIn bearerExchange() {
        return new BearerExchange();
    }

    /** {@link Ims}. */
    static CampaignSignIn ims() {
        return new Ims();
    }

    /** {@link Tokens}. */
    static CampaignSignIn tokens(Secret session, Secret security) {
        return new Tokens(session, security);
    }

    /** {@link SessionToken}. */
    static CampaignSignIn sessionToken(Secret session) {
        return new SessionToken(session);
    }

    /** {@link SecurityToken}. */
    static CampaignSignIn securityToken(Secret security) {
        return new SecurityToken(security);
    }

    /** {@link Anonymous}. */
    static CampaignSignIn anonymous() {
        return new Anonymous();
    }
}
