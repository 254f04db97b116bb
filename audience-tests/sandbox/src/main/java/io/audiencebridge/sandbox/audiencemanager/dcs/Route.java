// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.dcs;

import io.audiencebridge.sandbox.server.HttpCall;
import java.util.Locale;
import java.util.Optional;

/**
 * Whom a call is for, where one port stands for all hosts. The host one would have connected to may be the first part of
 * the path ({@code /usw2.demdex.net/event}); the host that is called is the {@code Host} header's if it is one of the
 * service's, else the same.
 *
 * @param host the host that is called; empty if neither names one
 * @param region the region of the servers that answer
 * @param target the path behind the prefix, undecoded, with the query
 */
record Route(String host, int region, String target) {
    static final String DOMAIN = ".demdex.net";
    static final String CUSTOMER_DATA = "dmp-data.adobe.io";
    static final String ID_SERVICE = "dpm" + DOMAIN;
    static final String GLOBAL_OPT_OUT = "www" + DOMAIN;

    static Route of(HttpCall call) {
        String target = call.target();
        String first = target.replaceFirst("^/+", "").replaceFirst("[/?].*$", "");
        boolean prefixed = isService(first);
        String connected = prefixed ? first : "";
        String rest = prefixed ? target.substring(target.indexOf(first) + first.length()) : target;
        String named = Optional.ofNullable(call.header("Host"))
                .orElse("")
                .replaceFirst(":\\d+$", "")
                .toLowerCase(Locale.ROOT);
        String host = isService(named) ? named : connected;
        int region = Region.ofHost(connected)
                .or(() -> Region.ofHost(host))
                .map(Region::id)
                .orElse(Region.NEAREST);
        return new Route(host, region, rest.startsWith("/") ? rest : "/" + rest);
    }

    private static boolean isService(String host) {
        return host.endsWith(DOMAIN) || host.equals(CUSTOMER_DATA);
    }

    /** The path, undecoded. */
    String path() {
        int question = target.indexOf('?');
        return question < 0 ? target : target.substring(0, question);
    }

    /** The query, undecoded; empty if there is none. */
    String query() {
        int question = target.indexOf('?');
        return question < 0 ? "" : target.substring(question + 1);
    }

    /** The partner's own part of the host; empty if the host is none of a partner. */
    String alias() {
        boolean partner = host.endsWith(DOMAIN) && Region.ofHost(host).isEmpty();
        return partner ? host.substring(0, host.length() - DOMAIN.length()) : "";
    }
}
