// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.http;

import okhttp3.Response;

/** Hands out the body as it comes. */
record StreamedAnswer() implements Reading<HttpAnswer.Streaming> {
    @Override
    public HttpAnswer.Streaming read(AnswerHead head, Response response, Runnable release) {
        return new HttpAnswer.Streaming(head, response.body().byteStream(), release);
    }
}
