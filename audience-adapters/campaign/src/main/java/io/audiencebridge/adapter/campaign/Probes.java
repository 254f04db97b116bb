// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.adapter.campaign.client.MessageQueue;
import io.audiencebridge.adapter.campaign.client.ServerStatus;
import io.audiencebridge.adapter.campaign.client.SessionInfo;
import io.audiencebridge.adapter.campaign.client.SoapMethod;
import io.audiencebridge.adapter.campaign.client.SoapType;
import io.audiencebridge.adapter.campaign.client.XmlElement;
import io.audiencebridge.adapter.campaign.soap.CampaignSoap;
import io.audiencebridge.adapter.campaign.soap.SessionFacts;
import io.audiencebridge.adapter.campaign.soap.Timestamps;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks an instance how it is, and who we are there. Source: Adobe's own client and its notes on health checks. */
final class Probes {
    private static final String REDIRECTOR = "/r/test";
    private static final String PING = "/nl/jsp/ping.jsp";
    private static final String QUEUE = "/nl/jsp/mcPing.jsp";
    private static final Pattern FILLING = Pattern.compile("([0-9]{1,9})\\s*/\\s*([0-9]{1,9})");
    private static final SoapMethod CONNECTION =
            SoapMethod.of("xtk:session", "TestCnx").idempotent(true).build();
    private static final SoapMethod USER = SoapMethod.of("xtk:session", "GetUserInfo")
            .out("userInfo", SoapType.ELEMENT)
            .idempotent(true)
            .build();

    private final CampaignSoap soap;

    Probes(CampaignSoap soap) {
        this.soap = soap;
    }

    Either<BridgeError, ServerStatus> status(Call call) {
        Option<XmlElement> redirector =
                soap.pages().open(REDIRECTOR, call).toOption().flatMap(SessionFacts::document);
        Either<BridgeError, String> ping = soap.pages().text(PING, call);
        boolean session = soap.call(CONNECTION, call).isRight();
        ServerStatus.Builder told = ServerStatus.builder()
                .redirectorUp(
                        redirector.flatMap(each -> each.attribute("status")).exists("OK"::equalsIgnoreCase))
                .applicationUp(ping.exists(text -> line(text, 0).equalsIgnoreCase("OK")))
                .sessionUp(session)
                .time(ping.toOption()
                        .flatMap(text -> Timestamps.instant(line(text, 1)))
                        .toJavaOptional());
        redirector.forEach(each -> told.release(each.attribute("version").toJavaOptional())
                .buildNumber(each.attribute("build").toJavaOptional())
                .sourceAddress(each.attribute("sourceIP").toJavaOptional()));
        return call.check().map(open -> told.build());
    }

    /** {@code Ok}, the time, {@code 7/400 pending events}; or {@code Error} and {@code The queue is full (7/400)}. */
    Either<BridgeError, MessageQueue> messageQueue(Call call) {
        return soap.pages().text(QUEUE, call).map(text -> {
            boolean accepting = line(text, 0).equalsIgnoreCase("OK");
            Matcher filling = FILLING.matcher(line(text, accepting ? 2 : 1));
            boolean told = filling.find();
            return new MessageQueue(
                    accepting,
                    told ? OptionalInt.of(Integer.parseInt(filling.group(1))) : OptionalInt.empty(),
                    told ? OptionalInt.of(Integer.parseInt(filling.group(2))) : OptionalInt.empty(),
                    Timestamps.instant(line(text, 1)).toJavaOptional());
        });
    }

    /** The server's part is left out where {@code /r/test} is not reachable, which has its own rules of access. */
    Either<BridgeError, SessionInfo> session(Call call) {
        return soap.call(USER, call).map(outputs -> {
            SessionInfo.Builder told = SessionInfo.builder().login("");
            outputs.value(0, SoapType.ELEMENT).forEach(user -> SessionFacts.user(user, told));
            soap.pages()
                    .open(REDIRECTOR, call)
                    .toOption()
                    .flatMap(SessionFacts::document)
                    .forEach(redirector -> SessionFacts.redirector(redirector, told));
            return told.build();
        });
    }

    private static String line(String text, int number) {
        return text.strip().lines().skip(number).findFirst().map(String::strip).orElse("");
    }
}
