// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import io.audiencebridge.adapter.campaign.client.CampaignSignIn;
import io.audiencebridge.adapter.campaign.client.SessionInfo;
import io.audiencebridge.adapter.campaign.client.XmlElement;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.AccessToken;
import io.audiencebridge.domain.spi.engine.TokenSource;
import io.audiencebridge.domain.system.Secret;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Logs an operator on and off. Source: {@code xtk:session}, methods Logon, BearerTokenLogon and Logoff. */
final class Logon {
    private static final String SERVICE = "xtk:session";

    /** Tried once: a session that is not logged off ends by itself. */
    private static final SoapCall OFF = new SoapCall(SERVICE, "Logoff", Vector.empty(), false, out -> {});

    /** A session is left this long before its end, or a tenth of a short life, so that no call meets the end on its way. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final Router router;
    private final InstantSource clock;
    private final Start start;

    private Logon(Router router, InstantSource clock, Start start) {
        this.router = router;
        this.clock = clock;
        this.start = start;
    }

    /** With name and password. */
    static Logon withPassword(Router router, InstantSource clock, CampaignSignIn.Operator operator) {
        SoapCall on = new SoapCall(SERVICE, "Logon", Vector.empty(), true, out -> {
            out.string("login", operator.name());
            out.string("password", operator.password().reveal());
            out.element("parameters", operator.remembered() ? Logon::remember : Markup.NOTHING);
        });
        return new Logon(
                router,
                clock,
                (logon, call) -> logon.enter(on, call)
                        .flatMap(outcome -> outcome.mapLeft(fault -> Refusals.error(on, fault, call))));
    }

    /** With the bridge's IMS token, once more with a new one if Campaign or IMS refuse the first. */
    static Logon withToken(Router router, InstantSource clock, TokenSource tokens) {
        return new Logon(
                router,
                clock,
                (logon, call) -> tokens.token(call)
                        .flatMap(first -> logon.exchange(first, call).flatMap(outcome -> {
                            if (outcome.isRight() || !outcome.getLeft().asksForSignIn()) {
                                return outcome.mapLeft(fault -> Refusals.error(exchanging(first), fault, call));
                            }
                            tokens.refused(first);
                            return tokens.token(call)
                                    .flatMap(second -> logon.exchange(second, call)
                                            .flatMap(last -> last.mapLeft(
                                                    fault -> Refusals.error(exchanging(second), fault, call))));
                        })));
    }

    /** A new session. Left: {@code AccessDenied} when the credentials are refused. */
    Either<BridgeError, Pass.Session> on(Call call) {
        return start.with(this, call);
    }

    /** Ends the session, as well as it goes. */
    void off(Pass.Session session, Call call) {
        router.exchange(OFF, session, Answer::nothing, call);
    }

    private Either<BridgeError, Either<Fault, Pass.Session>> exchange(AccessToken token, Call call) {
        return enter(exchanging(token), call);
    }

    private Either<BridgeError, Either<Fault, Pass.Session>> enter(SoapCall on, Call call) {
        return router.exchange(on, new Pass.Nobody(), this::session, call);
    }

    private static SoapCall exchanging(AccessToken token) {
        return new SoapCall(
                SERVICE,
                "BearerTokenLogon",
                Vector.empty(),
                true,
                out -> out.string("bearerToken", token.value().reveal()));
    }

    private static void remember(MarkupWriter out) {
        out.open("parameters").attribute("rememberMe", "true").close();
    }

    /** Session token, session info, security token, in this order. */
    private Pass.Session session(XMLStreamReader xml) throws XMLStreamException {
        Answer.parameter(xml);
        String session = Pull.text(xml).strip();
        Answer.parameter(xml);
        XmlElement info = Trees.read(xml);
        Answer.parameter(xml);
        String security = Pull.text(xml).strip();
        if (session.isBlank() || security.isBlank()) {
            throw new Answer.Unfit("a logon without tokens");
        }
        SessionInfo told = info.child("sessionInfo").map(SessionFacts::of).getOrElse(() -> SessionFacts.of(info));
        return new Pass.Session(Secret.of(session), Secret.of(security), until(told), Option.some(told));
    }

    /** Believed to be good until the first of both tokens is nearly over; for ever if the server does not say. */
    private Instant until(SessionInfo told) {
        return Stream.of(told.sessionTimeout(), told.securityTimeout())
                .flatMap(Optional::stream)
                .min(Duration::compareTo)
                .map(life -> clock.instant().plus(life).minus(margin(life)))
                .orElse(Instant.MAX);
    }

    private static Duration margin(Duration life) {
        Duration tenth = life.dividedBy(10);
        return tenth.compareTo(MARGIN) < 0 ? tenth : MARGIN;
    }

    /** How a session begins. */
    @FunctionalInterface
    private interface Start {
        Either<BridgeError, Pass.Session> with(Logon logon, Call call);
    }
}
