// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.sandbox.Sandbox;
import java.util.List;

/** Counts, by the sandbox's own record, the calls to Campaign that are none of those that only read. */
final class Writes {
    private static final List<String> READING =
            List.of("#ExecuteQuery", "#GetServerTime", "#GetUserInfo", "#GetOption", "#TestCnx", "#Logon", "#Logoff");

    private Writes() {}

    static long of(Sandbox sandbox) {
        return sandbox.exchanges().stream()
                .filter(exchange -> exchange.system().equals("campaign"))
                .map(exchange ->
                        exchange.request().content().header("SOAPAction").orElse(""))
                .map(action -> action.replace("\"", ""))
                .filter(action -> !action.isEmpty() && READING.stream().noneMatch(action::endsWith))
                .count();
    }
}
