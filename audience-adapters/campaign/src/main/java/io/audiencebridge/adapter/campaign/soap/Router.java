// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import io.audiencebridge.adapter.http.Attempts;
import io.audiencebridge.adapter.http.HttpTransport;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import java.io.IOException;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/** One exchange with the instance's SOAP router: envelope out, answer or fault back, read as it comes. Tells the connection's observers. */
final class Router {
    private static final int LONGEST_SENTENCE = 2000;

    /** Bytes of one row, and of an answer that has no rows. A parser needs several times as much for what may stand in them, above all for a name. */
    static final int LARGEST = 4 << 20;

    private final HttpTransport transport;
    private final Outgoing outgoing;

    Router(HttpTransport transport, Outgoing outgoing) {
        this.transport = transport;
        this.outgoing = outgoing;
    }

    /** The same, whose requests carry these headers, too. */
    Router with(Map<String, String> headers) {
        return new Router(transport, outgoing.with(headers));
    }

    /**
     * Right, right: the answer. Right, left: the fault. Left: neither came. An answer that was cut is asked for again, as often as the settings allow, if the
     * request may run twice.
     */
    <T> Either<BridgeError, Either<Fault, T>> exchange(SoapCall request, Pass pass, Answer<T> answer, Call call) {
        Attempts attempts = transport.attempts(call);
        while (true) {
            Either<Cut, Either<Fault, T>> outcome = once(request, pass, answer, attempts, call);
            boolean again = outcome.isLeft() && outcome.getLeft().again() && request.idempotent();
            if (!again || !attempts.isLeft()) {
                return outcome.mapLeft(Cut::error);
            }
        }
    }

    private <T> Either<Cut, Either<Fault, T>> once(
            SoapCall request, Pass pass, Answer<T> answer, Attempts attempts, Call call) {
        return open(request, pass, LARGEST, attempts, call).flatMap(opened -> {
            if (opened.isLeft()) {
                return Either.right(Either.left(opened.getLeft()));
            }
            Reply reply = opened.get();
            try {
                T read = answer.read(reply.xml());
                reply.finish();
                return Either.right(Either.right(read));
            } catch (XMLStreamException broken) {
                return Either.left(Cut.of(reply, broken));
            } finally {
                reply.close();
            }
        });
    }

    /**
     * Right, right: the answer, which stands at the start of the method's response and must be closed. Right, left: the fault. Left: neither came.
     *
     * @param largest bytes of one record
     * @param attempts what the request may still take
     */
    Either<Cut, Either<Fault, Reply>> open(SoapCall request, Pass pass, int largest, Attempts attempts, Call call) {
        return outgoing.soap(request, pass, call).mapLeft(Cut::forGood).flatMap(sent -> {
            Watch watch = Watch.begin(outgoing.observers(), request, sent, call);
            return transport
                    .open(sent.http(), attempts, call)
                    .mapLeft(error -> Cut.forGood(watch.unanswered(error)))
                    .flatMap(answer -> opened(new Incoming(request, answer, watch, call), largest));
        });
    }

    /** The body is looked at before the status, since a fault comes with either. Closed but for an answer that is handed on. */
    private static Either<Cut, Either<Fault, Reply>> opened(Incoming incoming, int largest) {
        Either<Cut, Either<Fault, Reply>> outcome;
        try {
            Line line = Line.of(incoming.watch().answered(incoming.http()), largest);
            outcome = line.looksLikeXml()
                            && !line.looksLikePage()
                            && incoming.http().status() / 100 != 3
                    ? entered(new Reply(incoming, line))
                    : OtherAnswers.of(incoming, line.sentence(LONGEST_SENTENCE)).bimap(Cut::forGood, Either::left);
        } catch (IOException broken) {
            outcome = Either.left(new Cut(incoming.http().broken(broken), true));
        } catch (XMLStreamException broken) {
            outcome = Either.left(Cut.forGood(incoming.breach(Reply.reason(broken))));
        }
        return incoming.settled(outcome);
    }

    private static Either<Cut, Either<Fault, Reply>> entered(Reply reply) {
        try {
            Either<Fault, Reply> entered = reply.enter();
            return entered.isLeft()
                    ? OtherAnswers.weighed(entered.getLeft(), reply.http()).bimap(Cut::forGood, Either::left)
                    : reply.accepted().map(Either::<Fault, Reply>right).mapLeft(Cut::forGood);
        } catch (XMLStreamException broken) {
            return reply.accepted().mapLeft(Cut::forGood).flatMap(accepted -> Either.left(Cut.of(reply, broken)));
        }
    }
}
