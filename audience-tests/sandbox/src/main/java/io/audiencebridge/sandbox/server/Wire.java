// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.server;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.SelectableChannelEndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/** The connection under a request, for answers that no correct server would give. */
final class Wire {
    private final EndPoint endPoint;

    Wire(Request request) {
        this.endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
    }

    /** Ends the connection with a TCP reset: the peer reads an error, never an end of stream. */
    void reset() throws IOException {
        if (endPoint instanceof SelectableChannelEndPoint selectable
                && selectable.getChannel() instanceof SocketChannel channel) {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            channel.close();
        }
        endPoint.close();
    }

    /** Ends the connection in good order. */
    void close() {
        endPoint.close();
    }

    /** Writes a head that announces any length, then whatever body it is given, and closes the connection. */
    void answer(Response answer, long announced, ByteBuffer body) throws IOException {
        Content.Sink.write(endPoint, false, ByteBuffer.wrap(head(answer, announced)));
        Content.Sink.write(endPoint, true, body);
        close();
    }

    private static byte[] head(Response answer, long announced) {
        StringBuilder head = new StringBuilder("HTTP/1.1 ")
                .append(answer.getStatus())
                .append(' ')
                .append(HttpStatus.getMessage(answer.getStatus()))
                .append("\r\n");
        for (HttpField field : answer.getHeaders()) {
            if (field.getHeader() != HttpHeader.CONTENT_LENGTH && field.getHeader() != HttpHeader.TRANSFER_ENCODING) {
                head.append(field.getName())
                        .append(": ")
                        .append(field.getValue())
                        .append("\r\n");
            }
        }
        head.append("Content-Length: ").append(announced).append("\r\n\r\n");
        return head.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
