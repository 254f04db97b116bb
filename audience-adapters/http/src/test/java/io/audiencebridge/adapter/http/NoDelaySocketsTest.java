// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

class NoDelaySocketsTest {
    @Test
    void the_socket_that_carries_a_call_sends_at_once() throws Exception {
        var used = new AtomicReference<Boolean>();
        var client = new OkHttpClient.Builder()
                .addNetworkInterceptor(chain -> {
                    Socket socket = chain.connection().socket();
                    used.set(socket.getTcpNoDelay());
                    return chain.proceed(chain.request());
                })
                .build();
        try (var bench = new Bench();
                var transport =
                        bench.transport(HttpSettings.builder().client(client).build())) {
            bench.answers(200);

            transport.send(HttpCall.get(bench.uri("/")).build(), Bench.call());
        }
        assertThat(used).hasValue(true);
    }
}
