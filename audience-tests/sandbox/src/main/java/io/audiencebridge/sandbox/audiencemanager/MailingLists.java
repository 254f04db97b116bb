// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who gets the receipts of a data source's files. Guarded by the company's lock.
 *
 * <p>UNVERIFIED: the list is an array of addresses.
 */
final class MailingLists {
    private final Map<Long, Set<String>> receivers = new HashMap<>();

    /** {@code /datasources/{id}/inbound-mailing-list/{email}}. */
    Answer answer(ApiRequest request, long dataSource, List<String> path) {
        if (path.isEmpty() && request.method().equals("GET")) {
            return Answer.ok(list(dataSource));
        }
        if (path.size() != 1 || !path.get(0).matches("[^@\\s]+@[^@\\s]+")) {
            throw ApiError.invalid("inbound-mailing-list needs one e-mail address");
        }
        return one(request, receivers.computeIfAbsent(dataSource, absent -> new TreeSet<>()), path.get(0), dataSource);
    }

    private Answer one(ApiRequest request, Set<String> list, String email, long dataSource) {
        return switch (request.method()) {
            case "POST" -> {
                list.add(email);
                yield Answer.created(list(dataSource));
            }
            case "GET" -> {
                requireReceiver(list, email);
                yield Answer.ok(list(dataSource));
            }
            case "DELETE" -> {
                requireReceiver(list, email);
                list.remove(email);
                yield Answer.deleted();
            }
            default -> throw ApiError.method(request.method());
        };
    }

    private static void requireReceiver(Set<String> list, String email) {
        if (!list.contains(email)) {
            throw ApiError.missing("Receiver", email);
        }
    }

    private ArrayNode list(long dataSource) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        receivers.getOrDefault(dataSource, Set.of()).forEach(list::add);
        return list;
    }

    void clear() {
        receivers.clear();
    }
}
