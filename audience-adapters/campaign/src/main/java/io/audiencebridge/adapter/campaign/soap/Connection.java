// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import io.audiencebridge.adapter.campaign.client.CampaignSignIn;
import io.audiencebridge.adapter.http.HttpTransport;
import io.audiencebridge.domain.spi.engine.TokenSource;
import io.audiencebridge.domain.system.Secret;
import io.vavr.control.Option;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;

/**
 * What a connection is made of.
 *
 * @param transport carries the requests; becomes the connection's own
 * @param instance the instance's address
 * @param manner how requests look
 * @param clock tells when a session is nearly over
 */
public record Connection(HttpTransport transport, URI instance, Manner manner, InstantSource clock) {
    private static final Secret NONE = Secret.of("");

    /**
     * Signs in when first needed.
     *
     * @param tokens the bridge's IMS tokens, which stay the bridge's; needed by the two ways that use them
     */
    public CampaignSoap open(CampaignSignIn signIn, Option<TokenSource> tokens) {
        Outgoing outgoing = new Outgoing(instance, manner);
        Router router = new Router(transport, outgoing);
        return new CampaignSoap(transport, outgoing, new Signed(router, passes(signIn, router, tokens)));
    }

    /** The kind of sign-in as Adobe's own client spells it in its headers; no operator's name. */
    public static String label(CampaignSignIn signIn) {
        if (signIn instanceof CampaignSignIn.Operator) {
            return "UserPassword";
        }
        if (signIn instanceof CampaignSignIn.BearerExchange) {
            return "BearerToken";
        }
        if (signIn instanceof CampaignSignIn.Ims) {
            return "ImsBearerToken";
        }
        if (signIn instanceof CampaignSignIn.Tokens) {
            return "SessionAndSecurityToken";
        }
        if (signIn instanceof CampaignSignIn.SessionToken) {
            return "SessionToken";
        }
        return signIn instanceof CampaignSignIn.SecurityToken ? "SecurityToken" : "AnonymousUser";
    }

    private Passes passes(CampaignSignIn signIn, Router router, Option<TokenSource> tokens) {
        if (signIn instanceof CampaignSignIn.Operator operator) {
            return new SessionPasses(Logon.withPassword(router, clock, operator), clock);
        }
        if (signIn instanceof CampaignSignIn.BearerExchange) {
            return new SessionPasses(Logon.withToken(router, clock, tokens.get()), clock);
        }
        if (signIn instanceof CampaignSignIn.Ims) {
            return new BearerPasses(tokens.get());
        }
        if (signIn instanceof CampaignSignIn.Tokens given) {
            return given(given.session(), given.security());
        }
        if (signIn instanceof CampaignSignIn.SessionToken given) {
            return given(given.session(), NONE);
        }
        return signIn instanceof CampaignSignIn.SecurityToken given
                ? given(NONE, given.security())
                : GivenPasses.ofNobody();
    }

    private static Passes given(Secret session, Secret security) {
        return GivenPasses.ofSession(new Pass.Session(session, security, Instant.MAX, Option.none()));
    }
}
