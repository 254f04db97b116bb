// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.ims;

import io.audiencebridge.adapter.http.HttpAnswer;
import io.audiencebridge.adapter.http.HttpBody;
import io.audiencebridge.adapter.http.HttpCall;
import io.audiencebridge.adapter.http.HttpTransport;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import java.net.URI;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Posts forms to the identity service. Secrets and tokens go into the body, since addresses are logged. */
final class ImsServer implements AutoCloseable {
    private final URI uri;
    private final HttpTransport transport;

    ImsServer(URI uri, HttpTransport transport) {
        this.uri = uri;
        this.transport = transport;
    }

    URI uri() {
        return uri;
    }

    Either<BridgeError, HttpAnswer> post(String path, Map<String, String> form, Call call) {
        return post(path, form, UnaryOperator.identity(), call);
    }

    /** Every form may be sent twice: two tokens do no more than one, and what was revoked stays revoked. */
    Either<BridgeError, HttpAnswer> post(
            String path, Map<String, String> form, UnaryOperator<HttpCall.Builder> more, Call call) {
        URI address = URI.create(uri.toString().replaceFirst("/+$", "") + path);
        HttpCall.Builder request = HttpCall.post(address, HttpBody.form(form))
                .operation("POST " + path)
                .putHeaders("Accept", "application/json")
                .idempotent(true);
        return transport.send(more.apply(request).build(), call);
    }

    @Override
    public void close() {
        transport.close();
    }
}
