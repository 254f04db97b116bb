// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.system.Secret;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Logs an operator on and off. Source: {@code xtk:session}, methods Logon and Logoff. */
final class Logon {
    private static final String SERVICE = "xtk:session";
    private static final SoapCall OFF = new SoapCall(SERVICE, "Logoff", Vector.empty(), true, out -> {});

    private final Router router;
    private final SoapCall on;

    Logon(Router router, String operator, Secret password) {
        this.router = router;
        this.on = new SoapCall(SERVICE, "Logon", Vector.empty(), true, out -> {
            out.string("login", operator);
            out.string("password", password.reveal());
            out.element("parameters", Markup.NOTHING);
        });
    }

    /** A new session. Left: {@code AccessDenied} when operator or password are refused. */
    Either<BridgeError, Pass> on(Call call) {
        return router.exchange(on, new Pass.Nobody(), Logon::session, call)
                .flatMap(outcome -> outcome.mapLeft(fault -> Refusals.error(on, fault, call)));
    }

    /** Ends the session, as well as it goes. */
    void off(Pass pass, Call call) {
        router.exchange(OFF, pass, Answer::nothing, call);
    }

    /** Session token, session info, security token, in this order. */
    private static Pass session(XMLStreamReader xml) throws XMLStreamException {
        Answer.parameter(xml);
        String session = Pull.text(xml);
        Answer.parameter(xml);
        Pull.skip(xml);
        Answer.parameter(xml);
        String security = Pull.text(xml);
        if (session.isBlank() || security.isBlank()) {
            throw new XMLStreamException("a logon without tokens");
        }
        return new Pass.Session(session, security);
    }
}
