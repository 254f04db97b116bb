// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.faults;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A whole request or answer; its body is without transfer coding. */
final class Message {
    private static final int HEX = 16;

    private final Head head;
    private final byte[] body;

    private Message(Head head, byte[] body) {
        this.head = head;
        this.body = body;
    }

    /** First line and headers. */
    Head head() {
        return head;
    }

    /** The body's bytes. */
    byte[] body() {
        return body.clone();
    }

    /** Reads what follows the head of a request. */
    static Message request(Head head, InputStream in) throws IOException {
        return announced(head, in).orElseGet(() -> new Message(head, new byte[0]));
    }

    /** Reads an answer; of one without a body, such as that to HEAD, the head only. */
    static Message answer(InputStream in, boolean bodiless) throws IOException {
        Head head = Head.read(in).orElseThrow(() -> new EOFException("The system gave no answer"));
        int status = Integer.parseInt(head.word(1));
        if (status < 200) {
            return answer(in, bodiless);
        }
        if (bodiless || status == 204 || status == 304) {
            return new Message(head, new byte[0]);
        }
        Optional<Message> announced = announced(head, in);
        return announced.isPresent() ? announced.get() : new Message(head, in.readAllBytes());
    }

    /** An answer that no system gave. */
    static Message of(int status, String contentType, String body) {
        return new Message(
                new Head("HTTP/1.1 " + status + " Injected", List.of("Content-Type: " + contentType)),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<Message> announced(Head head, InputStream in) throws IOException {
        if (head.field("Transfer-Encoding").filter("chunked"::equalsIgnoreCase).isPresent()) {
            byte[] body = chunks(in);
            return Optional.of(new Message(head.without("Transfer-Encoding"), body));
        }
        Optional<Integer> length = head.field("Content-Length").map(Integer::valueOf);
        if (length.isEmpty()) {
            return Optional.empty();
        }
        byte[] body = in.readNBytes(length.get());
        if (body.length < length.get()) {
            throw new EOFException("The line ended within a body");
        }
        return Optional.of(new Message(head, body));
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            int length = Integer.parseInt(line(in).split(";", 2)[0].strip(), HEX);
            body.write(in.readNBytes(length));
            String end = line(in);
            if (length == 0) {
                while (!end.isEmpty()) {
                    end = line(in);
                }
                return body.toByteArray();
            }
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The line ended within a chunk");
            }
            text.append((char) next);
        }
        return text.toString().strip();
    }

    /** This with another body. */
    Message body(byte[] instead) {
        return new Message(head, instead);
    }

    /** This with a header. */
    Message with(String name, String value) {
        return new Message(head.with(name, value), body);
    }

    /** This, announced by its own length, as the last of its connection. An answer without a body keeps what it announces. */
    Message framed() {
        Head last = head.without("Connection").with("Connection", "close");
        boolean silent = body.length == 0 && head.field("Content-Length").isPresent();
        return new Message(silent ? last : last.with("Content-Length", Integer.toString(body.length)), body);
    }

    /** Whether the body begins as one that is packed by gzip. */
    boolean isPacked() {
        return body.length > 2 && body[0] == 0x1f && body[1] == (byte) 0x8b;
    }

    /** What goes over the line. */
    byte[] bytes() {
        byte[] start = head.bytes();
        byte[] all = new byte[start.length + body.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        return all;
    }
}
