// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.http;

import java.io.IOException;
import okhttp3.Response;

/** Reads an answer into memory, up to a limit. */
record WholeAnswer(int limit) implements Reading<HttpAnswer> {
    @Override
    public HttpAnswer read(AnswerHead head, Response response, Runnable release) throws IOException {
        byte[] body = response.body().byteStream().readNBytes(limit);
        if (response.body().byteStream().read() >= 0) {
            throw new Failures.TooLarge(limit);
        }
        release.run();
        return new HttpAnswer(head, body);
    }
}
