// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.http;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Keeps calls in clear text, which are for this machine, from being carried away by a proxy. All others go where they would have gone. */
final class NeverInClear extends ProxySelector {
    private final @Nullable Proxy always;
    private final ProxySelector otherwise;

    NeverInClear(OkHttpClient base) {
        this.always = base.proxy();
        this.otherwise = base.proxySelector();
    }

    @Override
    public List<Proxy> select(URI uri) {
        if (!"https".equalsIgnoreCase(uri.getScheme())) {
            return List.of(Proxy.NO_PROXY);
        }
        return always == null ? otherwise.select(uri) : List.of(always);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        if (always == null) {
            otherwise.connectFailed(uri, address, failure);
        }
    }
}
