// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.faults;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * Stands between the bridge and one system of the sandbox, on a loopback port of its own, with one connection a call. It speaks plainly or over TLS, as the caller begins. Safe for use by
 * several threads.
 */
final class Relay implements AutoCloseable {
    private static final int HANDSHAKE = 0x16;
    private static final int WAITING = 200;
    private static final int NOTICED = 10;

    private final String system;
    private final int upstream;
    private final Plan plan;
    private final ExecutorService threads;
    private final Socket reservation = new Socket();
    private final int port;
    private volatile SSLContext identity;
    private @Nullable ServerSocket listener;
    private Future<?> accepting = CompletableFuture.completedFuture(null);

    Relay(String system, int upstream, Plan plan, ExecutorService threads, SSLContext identity) {
        this.system = system;
        this.upstream = upstream;
        this.plan = plan;
        this.threads = threads;
        this.identity = identity;
        try {
            // Bound for good and never listening: while the port is shut, connections are refused and nobody else is
            // given its number.
            reservation.setReuseAddress(true);
            reservation.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            port = reservation.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        open();
    }

    int port() {
        return port;
    }

    /** Who the relay says it is over TLS. */
    void identity(SSLContext instead) {
        identity = instead;
    }

    /** Accepts connections. */
    synchronized void open() {
        if (listener != null) {
            return;
        }
        try {
            ServerSocket opened = new ServerSocket();
            opened.setReuseAddress(true);
            opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), WAITING);
            listener = opened;
            accepting = threads.submit(() -> accept(opened));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refuses connections. A socket that somebody accepts from goes on listening until they notice that it was closed. */
    synchronized void shut() {
        if (listener != null) {
            try {
                listener.close();
                accepting.get(NOTICED, TimeUnit.SECONDS);
            } catch (IOException | InterruptedException | ExecutionException | TimeoutException e) {
                throw new IllegalStateException("The relay before " + system + " cannot be shut", e);
            }
            listener = null;
        }
    }

    private void accept(ServerSocket opened) {
        while (!opened.isClosed()) {
            try {
                Socket client = opened.accept();
                threads.execute(() -> serve(client));
            } catch (IOException shut) {
                return;
            }
        }
    }

    private void serve(Socket plain) {
        try (plain) {
            plain.setTcpNoDelay(true);
            InputStream in = plain.getInputStream();
            int first = in.read();
            if (first < 0) {
                return;
            }
            InputStream begun = new ByteArrayInputStream(new byte[] {(byte) first});
            if (first == HANDSHAKE) {
                try (Socket secure = secured(plain, begun)) {
                    converse(secure, new BufferedInputStream(secure.getInputStream()));
                }
            } else {
                converse(plain, new BufferedInputStream(new SequenceInputStream(begun, in)));
            }
        } catch (IOException gone) {
            // The other side hung up, as it may.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private SSLSocket secured(Socket plain, InputStream begun) throws IOException {
        SSLSocket secure = (SSLSocket) identity.getSocketFactory().createSocket(plain, begun, true);
        secure.startHandshake();
        return secure;
    }

    private void converse(Socket client, InputStream in) throws IOException, InterruptedException {
        Optional<Head> head = Head.read(in);
        if (head.isPresent()) {
            Plan.Fate fate = plan.meet(system, Label.of(head.get()));
            fate.effect().on(new Visit(head.get(), client, in, upstream, plan, fate.site()));
        }
    }

    @Override
    public void close() {
        shut();
        try {
            reservation.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
