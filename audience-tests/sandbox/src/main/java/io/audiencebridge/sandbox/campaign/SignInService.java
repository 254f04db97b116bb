// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import io.audiencebridge.sandbox.ims.AccessTokens;
import java.time.Duration;
import org.w3c.dom.Element;

/** The methods of {@code xtk:session} that open and close sessions. Source: campaign.md, sections 2.4 to 2.7. */
final class SignInService {
    private final Sessions sessions;
    private final AccessTokens tokens;
    private final Instance.Operator operator;
    private final ServerInfo info;

    SignInService(Sessions sessions, AccessTokens tokens, Instance.Operator operator, ServerInfo info) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.operator = operator;
        this.info = info;
    }

    void register(Services services) {
        services.named(SessionService.NAME)
                .on("Logon", Services.Access.SIGN_IN, this::logon)
                .on("BearerTokenLogon", Services.Access.SIGN_IN, this::bearerTokenLogon)
                .on("Logoff", this::logoff);
    }

    private String logon(SoapRequest request) {
        if (!request.text(0).equals(operator.login()) || !request.text(1).equals(operator.password())) {
            throw Refusal.wrongPassword();
        }
        return signedIn("Logon", lifetime(request));
    }

    /** {@code <parameters rememberMe='true'/>}; a rich client sends its build there instead. */
    private static Duration lifetime(SoapRequest request) {
        boolean remembered = request.hasDocument(2) && asksToBeRemembered(request.document(2));
        return remembered ? Sessions.LONG_LIFETIME : Sessions.LIFETIME;
    }

    private static boolean asksToBeRemembered(Element parameters) {
        String asked = parameters.getAttribute("rememberMe");
        return asked.equals("true") || asked.equals("1");
    }

    /** Signs in with an IMS token that becomes a session. */
    private String bearerTokenLogon(SoapRequest request) {
        if (tokens.find(request.text(0).strip()).isEmpty()) {
            throw SoapFault.refusedBearer();
        }
        return signedIn("BearerTokenLogon", Sessions.LIFETIME);
    }

    private String logoff(SoapRequest request) {
        sessions.close(request.credentials().session());
        return SoapAnswers.answer(SessionService.NAME, "Logoff", "");
    }

    private String signedIn(String method, Duration lifetime) {
        Sessions.Session session = sessions.open(lifetime);
        return SoapAnswers.answer(
                SessionService.NAME,
                method,
                SoapAnswers.value("pstrSessionToken", "string", session.token())
                        + SoapAnswers.element("pSessionInfo", info.session(lifetime))
                        + SoapAnswers.value("pstrSecurityToken", "string", session.securityToken()));
    }
}
