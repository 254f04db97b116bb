// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import io.audiencebridge.sandbox.ims.AccessTokens;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** {@code xtk:session}: signing in and out, options, time. Source: campaign.md, sections 2.4 to 2.8 and 3.6. */
final class SessionService {
    private static final String SERVICE = "xtk:session";
    private static final String TYPE_OF_TEXT = "6";
    private static final String TYPE_OF_NOTHING = "0";
    private static final Map<String, String> OPTIONS =
            Map.of("XtkInstancePrefix", "sbx", "XtkDatabaseId", "uFE80000000000000F1FA913D00000000");
    private static final long MOST_IDS = 10_000;

    private final Sessions sessions;
    private final AccessTokens tokens;
    private final String operator;
    private final String password;
    private final CampaignData data;
    private final InstantSource clock;

    SessionService(Sessions sessions, AccessTokens tokens, Operator operator, CampaignData data, InstantSource clock) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.operator = operator.login();
        this.password = operator.password();
        this.data = data;
        this.clock = clock;
    }

    /**
     * Who may sign in natively.
     *
     * @param login the name
     * @param password the password
     */
    record Operator(String login, String password) {}

    /** Signs in with name and password. */
    String logon(SoapRequest request) throws LogonRefused {
        if (!request.text(0).equals(operator) || !request.text(1).equals(password)) {
            throw new LogonRefused();
        }
        return signedIn("Logon");
    }

    /** Signs in with an IMS token that becomes a session. */
    String bearerTokenLogon(SoapRequest request) {
        if (tokens.find(request.text(0).strip()).isEmpty()) {
            throw SoapFault.refusedBearer();
        }
        return signedIn("BearerTokenLogon");
    }

    String logoff(SoapRequest request) {
        sessions.close(request.credentials().session());
        return SoapAnswers.answer(SERVICE, "Logoff", "");
    }

    String serverTime() {
        String time = clock.instant().toString();
        return SoapAnswers.answer(SERVICE, "GetServerTime", SoapAnswers.value("ptmServerTime", "dateTime", time));
    }

    String testConnection() {
        return SoapAnswers.answer(SERVICE, "TestCnx", "");
    }

    String option(SoapRequest request) {
        String value = OPTIONS.getOrDefault(request.text(0), "");
        String type = value.isEmpty() ? TYPE_OF_NOTHING : TYPE_OF_TEXT;
        return SoapAnswers.answer(
                SERVICE,
                "GetOption",
                SoapAnswers.value("pstrValue", "string", value) + SoapAnswers.value("pbtType", "byte", type));
    }

    String userInfo() {
        return SoapAnswers.answer(SERVICE, "GetUserInfo", SoapAnswers.element("pUserInfo", user()));
    }

    String newIds(SoapRequest request) {
        String asked = request.text(0).strip();
        if (!asked.matches("\\d{1,5}") || Long.parseLong(asked) > MOST_IDS) {
            throw SoapFault.client(
                    "SOP-330007 Error while reading parameters of the method 'GetNewIdsEx'.", "count: " + asked);
        }
        String ids = LongStream.range(0, Long.parseLong(asked))
                .mapToObj(each -> Long.toString(data.nextNumber()))
                .collect(Collectors.joining(","));
        return SoapAnswers.answer(SERVICE, "GetNewIdsEx", SoapAnswers.value("pstrIds", "string", ids));
    }

    private String signedIn(String method) {
        Sessions.Session session = sessions.open();
        String lifetime = Long.toString(Sessions.LIFETIME.toSeconds());
        String info = "<sessionInfo><serverInfo advisedClientBuildNumber='0' allowSQL='false' buildNumber='9364'"
                + " databaseId='uFE80000000000000F1FA913D00000000' defaultNameSpace='cus' fohVersion='2'"
                + " instanceName='sandbox' majNumber='7' minNumber='3' minNumberTechnical='4' releaseName='7.3.4'"
                + " securityTimeOut='" + lifetime + "' sessionTimeOut='" + lifetime + "' serverDate='"
                + Texts.time(clock.instant()) + "' useVault='false'/>" + user() + "</sessionInfo>";
        return SoapAnswers.answer(
                SERVICE,
                method,
                SoapAnswers.value("pstrSessionToken", "string", session.token())
                        + SoapAnswers.element("pSessionInfo", info)
                        + SoapAnswers.value("pstrSecurityToken", "string", session.securityToken()));
    }

    private String user() {
        return "<userInfo datakitInDatabase='true' homeDir='' instanceLocale='en' locale='en' login='"
                + Texts.escaped(operator) + "' loginCS='Sandbox (" + Texts.escaped(operator)
                + ")' loginId='1059' noConsoleCnx='false' orgUnitId='0' theme='' timezone='Europe/Paris'>"
                + "<login-right right='admin'/><installed-package name='campaign' namespace='nms'/></userInfo>";
    }

    /** The one refusal that is no fault: HTTP 403 and a plain text. */
    static final class LogonRefused extends Exception {
        private static final long serialVersionUID = 1L;

        LogonRefused() {
            super("XSV-350012 Invalid login or password. Connection denied.");
        }
    }
}
