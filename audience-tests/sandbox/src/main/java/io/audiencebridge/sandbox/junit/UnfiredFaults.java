// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.junit;

import io.audiencebridge.sandbox.Exchange;
import io.audiencebridge.sandbox.FaultCount;
import io.audiencebridge.sandbox.FaultRule;
import io.audiencebridge.sandbox.Sandbox;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says which faults never happened, and what was called instead. */
final class UnfiredFaults {
    private static final int MOST_LINES = 12;

    private final Sandbox sandbox;

    UnfiredFaults(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** Fails if one in force, other than those that may rest, has not fired. */
    void check(List<FaultRule> mayRest) {
        List<FaultCount> unfired = sandbox.faultCounts().stream()
                .filter(count -> count.fired() == 0 && !mayRest.contains(count.rule()))
                .toList();
        if (!unfired.isEmpty()) {
            throw new AssertionError(
                    unfired.stream().map(this::told).collect(Collectors.joining(System.lineSeparator())));
        }
    }

    private String told(FaultCount count) {
        FaultRule rule = count.rule();
        String system = rule.match().system().orElse("");
        return "A fault never fired, so that this test says nothing about it: " + rule.effect() + " at "
                + described(rule)
                + ". It matched " + count.matched() + " requests and lets the first " + rule.after() + " pass."
                + " What was called" + (system.isEmpty() ? "" : " at " + system) + ": " + called(system)
                + ". Mend what it matches, or clear the faults if the test is done with it.";
    }

    private static String described(FaultRule rule) {
        return String.join(
                        " ",
                        rule.match().system().orElse("any system"),
                        rule.match().method().orElse("any method"),
                        rule.match().path().orElse("any path"),
                        rule.match().soapAction().orElse(""))
                .strip();
    }

    private String called(String system) {
        Map<String, Long> calls = sandbox.exchanges().stream()
                .filter(exchange -> system.isEmpty() || exchange.system().equals(system))
                .map(UnfiredFaults::line)
                .collect(Collectors.groupingBy(line -> line, TreeMap::new, Collectors.counting()));
        return calls.isEmpty()
                ? "nothing"
                : calls.entrySet().stream()
                        .limit(MOST_LINES)
                        .map(call -> call.getKey() + " (" + call.getValue() + ")")
                        .collect(Collectors.joining(", "));
    }

    private static String line(Exchange exchange) {
        String action = exchange.request()
                .content()
                .header("SOAPAction")
                .map(name -> " " + name)
                .orElse("");
        return exchange.request().method() + " " + exchange.request().path() + action;
    }
}
