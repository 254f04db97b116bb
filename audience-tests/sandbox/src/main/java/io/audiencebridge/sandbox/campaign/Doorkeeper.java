// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import io.audiencebridge.sandbox.ims.AccessTokens;

/** Lets a call in or not: the address first, then a bearer token, then the session's two tokens. Source: campaign.md, sections 2.4 to 2.9. */
final class Doorkeeper {
    private final Conduct conduct;
    private final Sessions sessions;
    private final AccessTokens tokens;
    private final Instance.Operator operator;

    Doorkeeper(Conduct conduct, Sessions sessions, AccessTokens tokens, Instance.Operator operator) {
        this.conduct = conduct;
        this.sessions = sessions;
        this.tokens = tokens;
        this.operator = operator;
    }

    /** Checks a call before its method runs. An anonymous method needs no tokens, but those that come must be good. */
    void admit(SoapRequest request, Services.Access access) {
        if (access == Services.Access.SIGN_IN) {
            admitZone();
            return;
        }
        if (conduct.refuseZone()) {
            throw SoapFault.refusedZone();
        }
        SoapRequest.Credentials credentials = request.credentials();
        boolean optional = access == Services.Access.ANONYMOUS && credentials.isEmpty();
        if (!optional) {
            admit(credentials);
        }
    }

    /** Checks a page that is no SOAP. */
    boolean admits(SoapRequest.Credentials credentials) {
        return !conduct.refuseZone()
                && (credentials.hasBearer()
                        ? tokens.bearer(credentials.bearer()).isPresent()
                        : isSession(credentials));
    }

    /** Signing in from the wrong place is refused like a wrong password: no fault. */
    private void admitZone() {
        if (conduct.refuseZone()) {
            throw Refusal.wrongZone();
        }
    }

    private void admit(SoapRequest.Credentials credentials) {
        if (credentials.hasBearer()) {
            if (tokens.bearer(credentials.bearer()).isEmpty()) {
                throw SoapFault.refusedBearer();
            }
        } else if (!isSession(credentials)) {
            throw expired();
        }
    }

    private boolean isSession(SoapRequest.Credentials credentials) {
        String session = credentials.session();
        if (conduct.allowUserPassword() && session.equals(operator.login() + "/" + operator.password())) {
            return true;
        }
        boolean alone = conduct.sessionTokenOnly() && credentials.security().isEmpty();
        return alone ? sessions.isOpen(session) : sessions.isOpen(session, credentials.security());
    }

    private RuntimeException expired() {
        return switch (conduct.expiryAnswer()) {
            case FAULT -> SoapFault.expiredSession();
            case FORBIDDEN -> new Refusal(403, SoapFault.EXPIRED);
            case TEXT -> new Refusal(200, SoapFault.EXPIRED);
        };
    }
}
