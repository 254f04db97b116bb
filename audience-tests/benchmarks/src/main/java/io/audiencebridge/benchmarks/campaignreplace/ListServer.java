// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.campaignreplace;

import io.audiencebridge.sandbox.MembershipWatch;
import io.audiencebridge.sandbox.Sandbox;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A sandbox with one large list, which watches those who stay. Arguments: members, and how many of them leave; the recipients behind them enter. Writes
 * address, operator, password and list, then answers each line with {@code reads writes members watched fewestWatched fewestMembers}.
 */
public final class ListServer {
    private ListServer() {}

    /** Serves. */
    public static void main(String[] arguments) throws IOException {
        int members = Integer.parseInt(arguments[0]);
        int changed = Integer.parseInt(arguments[1]);
        try (Sandbox sandbox = Sandbox.builder().recipients(members + changed).start()) {
            String list = sandbox.campaignData().addList("Replaced", ids(1, members));
            MembershipWatch watch = sandbox.campaignData().watchMembers(list, ids(changed + 1, members));
            System.out.println(sandbox.campaign() + " " + sandbox.operator() + " " + sandbox.password() + " " + list);
            BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            while (commands.readLine() != null) {
                System.out.println(calls(sandbox, "#ExecuteQuery") + " " + calls(sandbox, "Collection") + " "
                        + size(sandbox, list) + " " + watch.present() + " " + watch.fewestPresent() + " "
                        + watch.fewestMembers());
            }
        }
    }

    private static List<String> ids(long first, long last) {
        return LongStream.rangeClosed(first, last).mapToObj(Long::toString).toList();
    }

    private static long calls(Sandbox sandbox, String method) {
        return sandbox.exchanges().stream()
                .filter(exchange -> exchange.request()
                        .content()
                        .header("SOAPAction")
                        .orElse("")
                        .contains(method))
                .count();
    }

    private static int size(Sandbox sandbox, String list) {
        return sandbox.campaignData().lists().stream()
                .filter(one -> one.id().equals(list))
                .mapToInt(one -> one.memberIds().size())
                .sum();
    }
}
