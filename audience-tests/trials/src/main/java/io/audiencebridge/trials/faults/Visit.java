// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One request at a relay, its head read, and everything that can be done with it. For one thread. */
final class Visit {
    private static final int PATIENCE_MILLIS = 30_000;

    private final Head head;
    private final Socket client;
    private final InputStream in;
    private final int upstream;
    private final Plan plan;
    private final Site site;

    Visit(Head head, Socket client, InputStream in, int upstream, Plan plan, Site site) {
        this.head = head;
        this.client = client;
        this.in = in;
        this.upstream = upstream;
        this.plan = plan;
        this.site = site;
    }

    /** Sends the request on, and the answer back. */
    void pass() throws IOException {
        answer(forwarded());
    }

    /** Reads the rest of the request, lets the system act, and gives its answer. */
    Message forwarded() throws IOException {
        Message request = received();
        try (Socket system = new Socket()) {
            system.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), upstream), PATIENCE_MILLIS);
            system.setTcpNoDelay(true);
            // Whoever closes first keeps the port for a minute; a reset keeps nothing, and everything was read.
            system.setSoLinger(true, 0);
            system.getOutputStream().write(request.framed().bytes());
            Message answer =
                    Message.answer(system.getInputStream(), head.word(0).equals("HEAD"));
            if (answer.isPacked()) {
                plan.packed(site);
            }
            return answer;
        }
    }

    /** Reads the rest of the request. */
    Message received() throws IOException {
        if (head.field("Expect").isPresent()) {
            out().write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            out().flush();
        }
        Message request = Message.request(head.without("Expect"), in);
        plan.arrived(head.first()
                + head.field("SOAPAction").orElse("")
                + head.field("Range").orElse("")
                + Arrays.hashCode(request.body()));
        return request;
    }

    /** Reads all of the request but the last byte of its body. */
    void almostReceived() throws IOException {
        long length = head.field("Content-Length").map(Long::valueOf).orElse(0L);
        byte[] most = head.field("Expect").isPresent() ? new byte[0] : in.readNBytes((int) Math.max(0, length - 1));
        plan.arrived(head.first() + head.field("SOAPAction").orElse("") + Arrays.hashCode(most));
    }

    /** Gives that answer, rightly announced. */
    void answer(Message message) throws IOException {
        raw(message.framed().bytes());
    }

    /** Sends these bytes and nothing more. */
    void raw(byte[] bytes) throws IOException {
        plan.answering(site);
        out().write(bytes);
        out().flush();
    }

    /** Sends one byte of {@code bytes} at a time until nobody listens. */
    void drip(byte[] bytes, long everyMillis) throws IOException, InterruptedException {
        plan.answering(site);
        for (byte each : bytes) {
            out().write(each);
            out().flush();
            Thread.sleep(everyMillis);
        }
    }

    /** Breaks the line as a crash does. */
    void reset() throws IOException {
        plan.answering(site);
        client.setSoLinger(true, 0);
        client.close();
    }

    /** Says nothing until the other side gives up. */
    void hush() throws IOException {
        plan.answering(site);
        while (in.read() >= 0) {
            // Whatever comes is not answered.
        }
    }

    private OutputStream out() throws IOException {
        return client.getOutputStream();
    }
}
