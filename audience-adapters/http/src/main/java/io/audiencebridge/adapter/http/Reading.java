// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.http;

import java.io.IOException;
import okhttp3.Response;

/** Makes what the caller gets of an answer whose head has arrived. */
@FunctionalInterface
interface Reading<T> {
    /**
     * Reads {@code response}; {@code release} ends the exchange and is called by the reader, or by whoever it hands the answer to.
     *
     * @throws IOException if the body breaks off; the exchange is released by the caller then
     */
    T read(AnswerHead head, Response response, Runnable release) throws IOException;
}
