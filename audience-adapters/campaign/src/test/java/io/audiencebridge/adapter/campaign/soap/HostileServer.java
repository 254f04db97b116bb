// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server that writes its answers while they are read, so that they may be larger than any memory; it ends each with its connection. */
final class HostileServer implements AutoCloseable {
    private final ServerSocket socket;

    /** Writes the body of an answer. */
    @FunctionalInterface
    interface Body {
        void write(OutputStream out) throws IOException;
    }

    HostileServer(Body body) throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread server = new Thread(() -> serve(body), "hostile server");
        server.setDaemon(true);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    /** Writes {@code text} so often that it comes to {@code bytes}. */
    static void repeat(String text, long bytes, OutputStream out) throws IOException {
        byte[] piece = text.repeat(Math.max(1, 8192 / text.length())).getBytes(StandardCharsets.UTF_8);
        for (long written = 0; written < bytes; written += piece.length) {
            out.write(piece);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve(Body body) {
        while (!socket.isClosed()) {
            try (Socket line = socket.accept()) {
                String head = head(line.getInputStream());
                OutputStream out = new BufferedOutputStream(line.getOutputStream(), 1 << 16);
                out.write("HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nConnection: close\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
                if (head.contains("#Logon")) {
                    out.write(Answers.logon("Logon", 1, "").getBytes(StandardCharsets.UTF_8));
                } else {
                    body.write(out);
                }
                out.flush();
                line.shutdownOutput();
            } catch (IOException hungUp) {
                // whoever reads may go away at any time
            }
        }
    }

    /** The head of a request, whose body is read away. */
    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int sign = in.read();
            if (sign < 0) {
                throw new IOException("hung up");
            }
            head.append((char) sign);
        }
        Matcher length = Pattern.compile("(?i)content-length: (\\d+)").matcher(head);
        if (length.find()) {
            in.readNBytes(Integer.parseInt(length.group(1)));
        }
        return head.toString();
    }
}
