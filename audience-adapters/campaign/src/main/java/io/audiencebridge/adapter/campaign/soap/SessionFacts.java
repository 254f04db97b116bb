// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import io.audiencebridge.adapter.campaign.client.SessionInfo;
import io.audiencebridge.adapter.campaign.client.XmlElement;
import io.vavr.control.Option;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What Campaign's elements {@code serverInfo} and {@code userInfo} say. Source: recorded answers of Logon and GetUserInfo. */
public final class SessionFacts {
    /** A year and more is no lifetime of a session but a mistake. */
    private static final String SECONDS = "[1-9][0-9]{0,7}";

    private SessionFacts() {}

    /** Both, below one element, as Logon gives them. */
    static SessionInfo of(XmlElement sessionInfo) {
        SessionInfo.Builder told = SessionInfo.builder().login("");
        sessionInfo.child("userInfo").forEach(user -> user(user, told));
        sessionInfo.child("serverInfo").forEach(server -> server(server, told));
        return told.build();
    }

    /** A small document that came as text; none if it is no XML. */
    public static Option<XmlElement> document(String text) {
        try {
            XMLStreamReader xml =
                    Pull.over(new ByteArrayInputStream(text.strip().getBytes(StandardCharsets.UTF_8)));
            return Pull.child(xml) ? Option.some(Trees.read(xml)) : Option.none();
        } catch (XMLStreamException unreadable) {
            return Option.none();
        }
    }

    /** {@code userInfo}. */
    public static void user(XmlElement user, SessionInfo.Builder told) {
        told.login(user.attribute("login").getOrElse(""))
                .displayName(text(user, "loginCS"))
                .operatorId(text(user, "loginId")
                        .filter(id -> id.matches("-?[0-9]{1,18}"))
                        .map(Long::valueOf))
                .timeZone(text(user, "timezone"))
                .locale(text(user, "locale"));
        user.children("login-right").forEach(right -> right.attribute("right").forEach(told::addRights));
        user.children("installed-package").forEach(each -> told.addPackages(packageName(each)));
    }

    /** What {@code /r/test} says. */
    public static void redirector(XmlElement redirector, SessionInfo.Builder told) {
        told.buildNumber(text(redirector, "build"))
                .release(text(redirector, "version"))
                .instanceName(text(redirector, "instance"));
    }

    private static void server(XmlElement server, SessionInfo.Builder told) {
        told.buildNumber(text(server, "buildNumber"))
                .release(text(server, "releaseName"))
                .instanceName(text(server, "instanceName"))
                .sessionTimeout(seconds(server, "sessionTimeOut"))
                .securityTimeout(seconds(server, "securityTimeOut"));
    }

    private static String packageName(XmlElement installed) {
        String name = installed.attribute("name").getOrElse("");
        return installed.attribute("namespace").map(space -> space + ":" + name).getOrElse(name);
    }

    private static Optional<Duration> seconds(XmlElement server, String attribute) {
        return text(server, attribute)
                .filter(value -> value.matches(SECONDS))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)));
    }

    private static Optional<String> text(XmlElement element, String attribute) {
        return element.attribute(attribute).filter(value -> !value.isBlank()).toJavaOptional();
    }
}
