// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.server;

import java.io.IOException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** A handler that answers on the thread it is called on. Safe for many requests at once if its answers are. */
public final class CallHandler extends Handler.Abstract {
    private final Answers answers;

    /** Answers every request of a port. */
    public CallHandler(Answers answers) {
        this.answers = answers;
    }

    /** How a port answers; it must answer every call, unknown paths with 404. */
    @FunctionalInterface
    public interface Answers {
        /** Answers one request. */
        void answer(HttpCall call) throws IOException;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        answers.answer(new HttpCall(request, response));
        Content.Source.consumeAll(request);
        callback.succeeded();
        return true;
    }
}
