// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Pushes by the control API: {@code pushOrders}, objects with {@code destinationId, url} and, if they are not as documented, {@code keys} (of {@code algorithm, secret}), {@code header, clientId, signIn} (of {@code tokens, client, secret});
 * and {@code pushes}, objects with a {@code destinationId} and, if wanted, {@code batch} and {@code faults}, which are sent before the call is answered. Takes the company's lock only while it reads it,
 * since a receiver may call the sandbox.
 */
final class PushSeeds {
    private static final String ORDERS = "pushOrders";
    static final Set<String> KEYS = Set.of(ORDERS, "pushes");

    private final SandboxPushes pushes;

    PushSeeds(SandboxPushes pushes) {
        this.pushes = pushes;
    }

    void add(String key, JsonNode value) {
        if (!value.isArray()) {
            throw new IllegalArgumentException("'" + key + "' must be a JSON array of objects");
        }
        if (key.equals(ORDERS)) {
            value.forEach(order -> pushes.order(order(order)));
        } else {
            value.forEach(this::send);
        }
    }

    /** What was sent so far. */
    List<Map<String, Object>> state() {
        return pushes.sent().stream().map(PushSeeds::view).toList();
    }

    private static Map<String, Object> view(SandboxPush push) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("destinationId", push.destination());
        view.put("statuses", push.statuses());
        view.put("taken", push.isTaken());
        return view;
    }

    private static SandboxPushOrder order(JsonNode order) {
        List<SandboxPushOrder.Key> keys = new ArrayList<>();
        order.path("keys")
                .forEach(key -> keys.add(new SandboxPushOrder.Key(
                        key.path("algorithm").asText("SHA1"), key.path("secret").asText())));
        JsonNode signIn = order.path("signIn");
        return new SandboxPushOrder(
                order.path("destinationId").asLong(),
                URI.create(order.path("url").asText()),
                keys,
                order.path("header").asText(SandboxPushOrder.HEADER),
                order.path("clientId").asText(SandboxPushOrder.CLIENT),
                SandboxPushOrder.ANSWER_WITHIN,
                signIn.isObject()
                        ? Optional.of(new SandboxPushOrder.SignIn(
                                URI.create(signIn.path("tokens").asText()),
                                signIn.path("client").asText(),
                                signIn.path("secret").asText()))
                        : Optional.empty());
    }

    private void send(JsonNode push) {
        SandboxPushFault[] faults = push.path("faults")
                .valueStream()
                .map(name -> fault(name.asText()))
                .toArray(SandboxPushFault[]::new);
        long destination = push.path("destinationId").asLong();
        var unused = push.path("batch").asBoolean()
                ? pushes.sendBatch(destination, faults)
                : pushes.send(destination, faults);
    }

    private static SandboxPushFault fault(String name) {
        Optional<SandboxPushFault> found = Arrays.stream(SandboxPushFault.values())
                .filter(fault -> fault.name().equals(name))
                .findFirst();
        return found.orElseThrow(() -> new IllegalArgumentException(
                "A push has no fault '" + name + "'; there are " + Arrays.toString(SandboxPushFault.values())));
    }
}
