// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What is done to a call on the line, byte by byte. */
final class Harm {
    /** What a throttled caller is asked to wait. */
    static final int RETRY_AFTER_SECONDS = 1;

    private static final String HTML =
            "<html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1>nginx</body></html>";
    private static final long DRIP_MILLIS = 100;
    private static final int NOTHING_TO_COME = 10;

    private Harm() {}

    /** The system never sees the request. */
    static void resetBefore(Visit visit) throws IOException {
        visit.almostReceived();
        visit.reset();
    }

    /** The system acts; its answer is lost. */
    static void resetAfter(Visit visit) throws IOException {
        visit.forwarded();
        visit.reset();
    }

    /** The system acts and says nothing. */
    static void stall(Visit visit) throws IOException {
        visit.forwarded();
        visit.hush();
    }

    /** The system acts and answers one byte at a time. */
    static void drip(Visit visit) throws IOException, InterruptedException {
        visit.drip(visit.forwarded().framed().bytes(), DRIP_MILLIS);
    }

    /** The request arrives and is refused by its status; the system does not act. */
    static Effect status(int status) {
        return visit -> {
            visit.received();
            visit.answer(Message.of(status, "text/plain; charset=utf-8", "Injected by the trial: HTTP " + status));
        };
    }

    /** Too many requests, with how long to wait. */
    static void throttle(Visit visit) throws IOException {
        visit.received();
        visit.answer(
                Message.of(429, "text/plain", "Slow down").with("Retry-After", Integer.toString(RETRY_AFTER_SECONDS)));
    }

    /** The system acts, and a gateway says that it lost it. */
    static void badGateway(Visit visit) throws IOException {
        visit.forwarded();
        visit.answer(Message.of(502, "text/html", HTML));
    }

    /** The whole length is announced and half of it comes; of an answer without a body half the head. */
    static void truncate(Visit visit) throws IOException {
        Message answer = visit.forwarded().framed();
        byte[] all = answer.bytes();
        int rest = answer.body().length == 0 ? all.length / 2 : answer.body().length - answer.body().length / 2;
        visit.raw(Arrays.copyOf(all, all.length - rest));
    }

    /** Half the length is announced and all of it comes; of an answer without a body, more is announced than comes. */
    static void announceWrongly(Visit visit) throws IOException {
        Message answer = visit.forwarded().framed();
        int length = answer.body().length == 0 ? NOTHING_TO_COME : answer.body().length / 2;
        visit.raw(answer.with("Content-Length", Integer.toString(length)).bytes());
    }

    /** The header names a charset that the text is not in. */
    static void nameWrongCharset(Visit visit) throws IOException {
        Message answer = visit.forwarded();
        String type = answer.head().field("Content-Type").orElse("text/plain").split(";", 2)[0];
        visit.answer(answer.with("Content-Type", type + "; charset=ISO-8859-1"));
    }

    /** The text is in another charset than the header says. */
    static void writeWrongCharset(Visit visit) throws IOException {
        Message answer = visit.forwarded();
        boolean binary = answer.isPacked() || answer.body().length == 0;
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        visit.answer(binary ? answer : answer.body(text.getBytes(StandardCharsets.UTF_16)));
    }

    /** One bit of a packed file is another. */
    static void corrupt(Visit visit) throws IOException {
        Message answer = visit.forwarded();
        byte[] body = answer.body().clone();
        body[body.length / 2] ^= 0x10;
        visit.answer(answer.body(body));
    }
}
