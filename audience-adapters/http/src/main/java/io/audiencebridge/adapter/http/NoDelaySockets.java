// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** Sockets that send at once. With the operating system's default a request of two packets waits some 40 ms for an acknowledgement. */
final class NoDelaySockets extends SocketFactory {
    private final SocketFactory inner;

    NoDelaySockets(SocketFactory inner) {
        this.inner = inner;
    }

    @Override
    public Socket createSocket() throws IOException {
        return atOnce(inner.createSocket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return atOnce(inner.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return atOnce(inner.createSocket(host, port, local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return atOnce(inner.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return atOnce(inner.createSocket(host, port, local, localPort));
    }

    private static Socket atOnce(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        return socket;
    }
}
