// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A proxy on this machine that asks for an account, or for none, and carries everything to one server, whatever name was asked for. */
final class LoopbackProxy implements AutoCloseable {
    final List<String> heads = Collections.synchronizedList(new ArrayList<>());
    private final ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final int target;
    private final Optional<String> account;

    /** {@code account} is the whole value of the header that is let through. */
    LoopbackProxy(int target, Optional<String> account) throws IOException {
        this.target = target;
        this.account = account;
        daemon(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                daemon(() -> serve(client));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void serve(Socket client) {
        try (client) {
            String head = head(client.getInputStream());
            while (!isLetThrough(head)) {
                heads.add(head);
                say(
                        client,
                        "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"p\"\r\nContent-Length: 0\r\n\r\n");
                head = head(client.getInputStream());
            }
            heads.add(head);
            try (Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
                if (head.startsWith("CONNECT ")) {
                    say(client, "HTTP/1.1 200 Connection established\r\n\r\n");
                } else {
                    say(
                            server,
                            head.replaceFirst(" http://[^/]+", " ")
                                    .replaceFirst("(?i)Proxy-Authorization:[^\r]*\r\n", ""));
                }
                daemon(() -> copy(client, server));
                copy(server, client);
            }
        } catch (IOException gone) {
            // either side hung up
        }
    }

    private boolean isLetThrough(String head) {
        return account.map(value -> head.toLowerCase(Locale.ROOT)
                        .contains("proxy-authorization: " + value.toLowerCase(Locale.ROOT)))
                .orElse(true);
    }

    private static String head(InputStream from) throws IOException {
        var head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int next = from.read();
            if (next < 0) {
                throw new IOException("hung up");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static void say(Socket to, String text) throws IOException {
        OutputStream out = to.getOutputStream();
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException gone) {
            // either side hung up
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "loopback-proxy");
        thread.setDaemon(true);
        thread.start();
    }
}
