// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;

/** A {@link PushReceiver} in the HTTP server of the JDK (module {@code jdk.httpserver}): {@code server.createContext("/from-aam", new PushEndpoint(receiver))}. */
public final class PushEndpoint implements HttpHandler {
    private static final int NO_BODY = -1;

    private final PushReceiver receiver;

    /** Mounts a receiver. */
    public PushEndpoint(PushReceiver receiver) {
        this.receiver = receiver;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            PushAnswer answer = receiver.answer(new PushedExchange(exchange));
            if (answer.status() == 405) {
                exchange.getResponseHeaders().set("Allow", "POST");
            } else if (answer.status() == 413) {
                // The rest of the body is not read, so nothing else can come on this line.
                exchange.getResponseHeaders().set("Connection", "close");
            }
            exchange.sendResponseHeaders(answer.status(), NO_BODY);
        }
    }
}
