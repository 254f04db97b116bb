// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.time.Duration;
import java.time.InstantSource;

/** What the server says about itself and its user. Source: campaign.md, section 2.4. */
final class ServerInfo {
    private static final String DATABASE_ID = "uFE80000000000000F1FA913D00000000";

    private final Conduct conduct;
    private final Instance.Operator operator;
    private final InstantSource clock;

    ServerInfo(Conduct conduct, Instance.Operator operator, InstantSource clock) {
        this.conduct = conduct;
        this.operator = operator;
        this.clock = clock;
    }

    /** The session info of a logon. */
    String session(Duration lifetime) {
        Conduct.Release release = conduct.release();
        String seconds = Long.toString(lifetime.toSeconds());
        return "<sessionInfo><serverInfo advisedClientBuildNumber='0' allowSQL='false' buildNumber='" + release.build()
                + "' commitId='f5f3ec3' databaseId='" + DATABASE_ID
                + "' defaultNameSpace='cus' fohVersion='2' instanceName='sandbox' majNumber='" + release.part(0)
                + "' minClientBuildNumber='9219' minNumber='" + release.part(1) + "' minNumberTechnical='"
                + release.part(2) + "' releaseName='" + release.name() + "' securityTimeOut='" + seconds
                + "' serverDate='" + Texts.time(clock.instant()) + "' servicePack='" + release.part(2)
                + "' sessionTimeOut='" + seconds + "' useVault='false'/>" + user() + "</sessionInfo>";
    }

    /** The operator: its rights, groups and the packages that are installed. */
    String user() {
        String login = Texts.escaped(operator.login());
        return "<userInfo datakitInDatabase='true' homeDir='' instanceLocale='en' locale='en' login='" + login
                + "' loginCS='Sandbox (" + login + ")' loginId='1059' noConsoleCnx='false' orgUnitId='0' theme=''"
                + " timezone='Europe/Paris'><login-group id='1060'/>"
                + new Permissions(conduct).told() + "</userInfo>";
    }
}
