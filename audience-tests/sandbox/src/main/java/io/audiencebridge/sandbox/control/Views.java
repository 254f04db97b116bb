// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.control;

import io.audiencebridge.sandbox.Exchange;
import io.audiencebridge.sandbox.FaultMatch;
import io.audiencebridge.sandbox.FaultRule;
import io.audiencebridge.sandbox.server.FaultPlan;
import io.audiencebridge.sandbox.server.SandboxServer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.util.Fields;

/** What the control API shows, as maps that become JSON. */
final class Views {
    private Views() {}

    static Map<String, Object> state(SandboxServer server) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("now", server.clock().instant().toString());
        server.emulators().forEach(emulator -> state.putAll(emulator.state()));
        return state;
    }

    static Map<String, Object> settings(SandboxServer server) {
        Map<String, Object> settings = new LinkedHashMap<>();
        server.emulators().stream()
                .filter(emulator -> !emulator.settings().isEmpty())
                .forEach(emulator -> settings.put(emulator.system(), emulator.settings()));
        return settings;
    }

    static List<Map<String, Object>> exchanges(List<Exchange> exchanges, Fields query) {
        String system = query.getValue("system");
        List<Exchange> wanted = exchanges.stream()
                .filter(exchange -> system == null || system.equals(exchange.system()))
                .toList();
        int last = last(query.getValue("last"), wanted.size());
        return wanted.subList(wanted.size() - last, wanted.size()).stream()
                .map(Views::exchange)
                .toList();
    }

    private static int last(@org.jspecify.annotations.Nullable String text, int all) {
        if (text == null) {
            return all;
        }
        if (!text.matches("\\d{1,9}")) {
            throw new IllegalArgumentException("'last' must be a count of exchanges, but is '" + text + "'");
        }
        return Math.min(all, Integer.parseInt(text));
    }

    private static Map<String, Object> exchange(Exchange exchange) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("at", exchange.at().toString());
        view.put("system", exchange.system());
        view.put("method", exchange.request().method());
        view.put("path", exchange.request().path());
        view.put("query", exchange.request().query());
        view.put("status", exchange.answer().status());
        exchange.answer().fault().ifPresent(fault -> view.put("fault", fault));
        view.put("request", exchange.request().content());
        view.put("response", exchange.answer().content());
        return view;
    }

    static List<Map<String, Object>> faults(List<FaultPlan.Standing> standings) {
        return standings.stream().map(Views::fault).toList();
    }

    private static Map<String, Object> fault(FaultPlan.Standing standing) {
        FaultRule rule = standing.rule();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("match", match(rule.match()));
        view.put("after", rule.after());
        if (rule.times() != FaultRule.ALWAYS) {
            view.put("times", rule.times());
        }
        view.put("do", rule.effect().label());
        view.put("matched", standing.matched());
        view.put("fired", standing.fired());
        return view;
    }

    private static Map<String, String> match(FaultMatch match) {
        Map<String, String> view = new LinkedHashMap<>();
        put(view, "system", match.system());
        put(view, "method", match.method());
        put(view, "path", match.path());
        put(view, "soapAction", match.soapAction());
        return view;
    }

    private static void put(Map<String, String> view, String key, Optional<String> value) {
        value.ifPresent(text -> view.put(key, text));
    }
}
