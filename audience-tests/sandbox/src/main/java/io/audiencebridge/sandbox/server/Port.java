// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.Scheduler;
import org.eclipse.jetty.util.thread.ThreadPool;

/** One loopback port with what answers behind it. It can be shut and opened again under the same number. */
final class Port {
    private static final String LOOPBACK = "127.0.0.1";
    // Long, so that a stalled or dripping answer is ended by its rule and not by the server's patience.
    private static final Duration IDLE = Duration.ofMinutes(30);

    private final Server server;
    private final ServerConnector connector;
    private Scheduler.Task reopening = () -> false;
    private final Socket reservation = new Socket();

    Port(ThreadPool threads, int number, Handler handler, Consumer<HttpConfiguration> rules) {
        server = new Server(threads);
        server.setStopTimeout(0);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        // Adobe's own client asks for //nl/jsp/soaprouter.jsp when the endpoint was given with a trailing slash.
        http.setUriCompliance(UriCompliance.DEFAULT.with("SANDBOX", Violation.AMBIGUOUS_EMPTY_SEGMENT));
        rules.accept(http);
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(LOOPBACK);
        connector.setPort(number);
        connector.setIdleTimeout(IDLE.toMillis());
        connector.setReuseAddress(true);
        server.addConnector(connector);
        server.setHandler(handler);
    }

    void start() {
        run(this::reserve);
        connector.setPort(reservation.getLocalPort());
        run(server::start);
    }

    void stop() {
        run(server::stop);
        run(reservation::close);
    }

    URI uri() {
        return URI.create("http://" + LOOPBACK + ":" + connector.getPort());
    }

    /** Refuses new connections and drops open ones. */
    synchronized void shut() {
        reopening.cancel();
        if (connector.isRunning()) {
            run(connector::stop);
        }
    }

    /** Accepts connections again; does nothing to an open port. */
    synchronized void open() {
        reopening.cancel();
        if (server.isRunning() && !connector.isRunning()) {
            run(connector::start);
        }
    }

    /** Opens the port after some real time, unless it is opened or shut again before. */
    synchronized void openAfter(Duration wait) {
        reopening = server.getScheduler().schedule(this::open, wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Binds the number for good without ever listening, beside the connector, which the system allows to addresses that may be used again: while the port is shut,
     * connections are refused and nobody else on the machine is given it.
     */
    private void reserve() throws IOException {
        reservation.setReuseAddress(true);
        reservation.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), connector.getPort()));
    }

    private static void run(Step step) {
        try {
            step.run();
        } catch (Exception e) {
            throw new IllegalStateException("The sandbox's port could not change its state: " + e.getMessage(), e);
        }
    }

    @FunctionalInterface
    private interface Step {
        // The server's life-cycle methods declare Exception.
        void run() throws Exception;
    }
}
