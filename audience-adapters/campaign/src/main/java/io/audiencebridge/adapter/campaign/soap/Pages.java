// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import io.audiencebridge.adapter.http.HttpBody;
import io.audiencebridge.adapter.http.HttpTransport;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The pages of an instance beside its SOAP router, with the same sign-in. Source: Adobe's own client. */
public final class Pages {
    private static final int LONGEST_PAGE = 64 << 10;
    private static final int LONGEST_SENTENCE = 2000;
    private final HttpTransport transport;
    private final Outgoing outgoing;
    private final Signed signed;

    Pages(HttpTransport transport, Outgoing outgoing, Signed signed) {
        this.transport = transport;
        this.outgoing = outgoing;
        this.signed = signed;
    }

    Outgoing outgoing() {
        return outgoing;
    }

    /** The text of a page that is open to everybody. Asked once: a probe that repeats itself says nothing of the moment. */
    public Either<BridgeError, String> open(String path, Call call) {
        SoapCall page = SoapCall.page(path, false);
        return read(page, outgoing.page(page, "", new Pass.Nobody(), call), Pages::text, call)
                .mapLeft(Cut::error)
                .flatMap(outcome -> outcome.mapLeft(fault -> Refusals.error(page, fault, call)));
    }

    /** The text of a page that wants a sign-in. */
    public Either<BridgeError, String> text(String path, Call call) {
        return signed.page(
                SoapCall.page(path, false),
                (page, pass) -> read(page, outgoing.page(page, "", pass, call), Pages::text, call),
                call);
    }

    /** The text that a page answers to {@code body}; sent anew it must do no more than sent once. */
    public Either<BridgeError, String> post(String path, HttpBody body, Call call) {
        return signed.page(
                SoapCall.page(path, true),
                (page, pass) -> read(page, outgoing.page(page, body, pass, call), Pages::text, call),
                call);
    }

    /**
     * A page's bytes, as they come.
     *
     * @param query encoded, with its question mark
     */
    public <T> Either<BridgeError, T> stream(String path, String query, Reader<T> reader, Call call) {
        return signed.page(
                SoapCall.page(path, true),
                (page, pass) -> read(
                        page,
                        outgoing.page(page, query, pass, call),
                        answer -> reader.read(answer.body()).map(Either::right),
                        call),
                call);
    }

    private <T> Either<Cut, Either<Fault, T>> read(
            SoapCall page, Either<BridgeError, Outgoing.Sent> ready, Reading<T> reading, Call call) {
        return ready.mapLeft(Cut::forGood).flatMap(sent -> {
            Watch watch = Watch.begin(outgoing.observers(), page, sent, call);
            return transport
                    .open(sent.http(), call)
                    .mapLeft(error -> Cut.forGood(watch.unanswered(error)))
                    .flatMap(answer -> {
                        Incoming incoming = new Incoming(page, answer, watch, call);
                        Body body = new Body(incoming, watch.answered(answer));
                        Either<Cut, Either<Fault, T>> outcome =
                                incoming.settled(opened(body, reading).mapLeft(Cut::forGood));
                        incoming.close();
                        return outcome;
                    });
        });
    }

    private static <T> Either<BridgeError, Either<Fault, T>> opened(Body answer, Reading<T> reading) {
        Incoming incoming = answer.incoming();
        try {
            return incoming.http().status() / 100 == 2
                    ? reading.read(answer)
                    : OtherAnswers.of(incoming, words(answer, LONGEST_SENTENCE)).map(Either::left);
        } catch (IOException broken) {
            return Either.left(incoming.http().broken(broken));
        }
    }

    /** A page may be a refusal with a good status: a sentence that begins with a code, or a page for people. */
    private static Either<BridgeError, Either<Fault, String>> text(Body answer) throws IOException {
        String words = words(answer, LONGEST_PAGE);
        boolean refusal = OtherAnswers.isPage(words) || words.stripLeading().matches("(?s)[A-Z]{3}-[0-9]{6}.*");
        return refusal
                ? OtherAnswers.of(answer.incoming(), words).map(Either::left)
                : Either.right(Either.right(words));
    }

    private static String words(Body answer, int most) throws IOException {
        return new String(answer.body().readNBytes(most), StandardCharsets.UTF_8);
    }

    /** An answer and its counted body. */
    private record Body(Incoming incoming, InputStream body) {}

    /** Reads a good answer. */
    @FunctionalInterface
    private interface Reading<T> {
        Either<BridgeError, Either<Fault, T>> read(Body answer) throws IOException;
    }

    /**
     * Takes a body off the wire.
     *
     * @param <T> what it makes of it
     */
    @FunctionalInterface
    public interface Reader<T> {
        /** Reads {@code body}, which need not be closed. Left: why the reader itself cannot go on. An exception means that the line broke. */
        Either<BridgeError, T> read(InputStream body) throws IOException;
    }
}
