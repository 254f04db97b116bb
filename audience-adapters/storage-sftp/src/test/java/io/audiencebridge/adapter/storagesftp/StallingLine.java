// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storagesftp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before a server of this machine, and lets nothing of it through any more on the connections that there are when it is told so. */
final class StallingLine implements AutoCloseable {
    private final ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final AtomicInteger connections = new AtomicInteger();
    private final int server;
    private volatile int stalled;

    StallingLine(int server) throws IOException {
        this.server = server;
        inBackground(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** How many connections there were. */
    int connections() {
        return connections.get();
    }

    /** From now on the connections of before are silent, and stay open; later ones are not. */
    void stall() {
        stalled = connections.get();
    }

    /** The next {@code many} connections will be silent from their beginning. */
    void stallNext(int many) {
        stalled = connections.get() + many;
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listening.accept();
            int number = connections.incrementAndGet();
            Socket onward = new Socket(InetAddress.getLoopbackAddress(), server);
            inBackground(() -> pass(client, onward, number));
            inBackground(() -> pass(onward, client, number));
        }
    }

    private void pass(Socket from, Socket to, int number) throws IOException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] some = new byte[8192];
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                if (number > stalled) {
                    out.write(some, 0, read);
                }
            }
        }
    }

    /** Ends with the sockets. */
    private static void inBackground(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException closed) {
                // that is how it ends
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }
}
