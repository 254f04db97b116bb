// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.server;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** One request under way, with its recording. */
record Flight(Request request, Response response, Callback callback, Recording recording) {

    /** Lets the emulator answer, now and on this thread. */
    void proceed(Handler next) {
        proceed(next, response, callback);
    }

    /** Lets the emulator answer into another response. */
    void proceed(Handler next, Response into, Callback then) {
        try {
            if (!next.handle(request, into, then)) {
                Response.writeError(request, into, then, 404);
            }
        } catch (Exception e) {
            Response.writeError(request, into, then, e);
        }
    }

    /** Does something later, on a thread that may block. */
    void later(Duration wait, Runnable work) {
        var components = request.getComponents();
        components
                .getScheduler()
                .schedule(() -> components.getExecutor().execute(work), wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Files the request as one that gets no answer; to be said before the connection is cut, so that whoever sees the cut finds it recorded. */
    void unanswered() {
        recording.file(0, HttpFields.EMPTY);
    }

    /** Ends a request whose connection has been cut on purpose. */
    void cut(String why) {
        unanswered();
        callback.failed(new EofException(why));
    }
}
