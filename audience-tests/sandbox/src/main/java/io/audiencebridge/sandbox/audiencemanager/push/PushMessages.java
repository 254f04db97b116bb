// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.sandbox.audiencemanager.SandboxPushOrder;
import io.audiencebridge.sandbox.audiencemanager.files.Destinations;
import io.audiencebridge.sandbox.audiencemanager.files.Destinations.Destination;
import io.audiencebridge.sandbox.audiencemanager.files.Destinations.Mapping;
import io.audiencebridge.sandbox.audiencemanager.profiles.Definitions;
import io.audiencebridge.sandbox.audiencemanager.profiles.Population;
import io.audiencebridge.sandbox.audiencemanager.profiles.Profiles;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes what changed since the last time, for each destination. Guarded by the company's lock. */
public final class PushMessages {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss 'UTC' yyyy", Locale.ENGLISH);

    /** Documented. */
    private static final int USERS_PER_MESSAGE = 10;

    /** Where everybody in the sandbox was seen last. */
    private static final String REGION = "9";

    private final Definitions definitions;
    private final Destinations destinations;
    private final Profiles profiles;
    private final Population population;
    private final boolean onlyChanges;
    private final Map<Long, Map<String, BitSet>> told = new HashMap<>();

    /**
     * Nothing told yet.
     *
     * @param onlyChanges whether a user comes with what changed, as in batches, or with all current segments
     */
    public PushMessages(
            Definitions definitions,
            Destinations destinations,
            Profiles profiles,
            Population population,
            boolean onlyChanges) {
        this.definitions = definitions;
        this.destinations = destinations;
        this.profiles = profiles;
        this.population = population;
        this.onlyChanges = onlyChanges;
    }

    /** The messages that are due; what stands in them counts as told, whatever becomes of them. */
    public List<byte[]> next(SandboxPushOrder order) {
        Destination destination = destinations
                .destinations()
                .filter(found -> found.id() == order.destination())
                .findFirst()
                .orElseThrow();
        Map<String, BitSet> before = told.getOrDefault(order.destination(), Map.of());
        Map<String, BitSet> now = current(destination);
        told.put(order.destination(), now);
        BitSet changed = new BitSet();
        Map<String, BitSet> all = new TreeMap<>(before);
        all.putAll(now);
        all.keySet().forEach(segment -> {
            BitSet different = of(before, segment);
            different.xor(of(now, segment));
            changed.or(different);
        });
        List<byte[]> messages = new ArrayList<>();
        List<ObjectNode> users = new ArrayList<>();
        changed.stream().forEach(number -> {
            users.add(user(destination.master(), number, before, now));
            if (users.size() == USERS_PER_MESSAGE) {
                messages.add(message(order, destination, users));
                users.clear();
            }
        });
        if (!users.isEmpty()) {
            messages.add(message(order, destination, users));
        }
        return messages;
    }

    /** Forgets what was told. */
    public void clear() {
        told.clear();
    }

    private Map<String, BitSet> current(Destination destination) {
        Map<String, BitSet> current = new TreeMap<>();
        for (Mapping mapping : destinations.mappings(destination.id()).toList()) {
            current.put(mapping.alias(), population.members(mapping.sid(), destination.master()));
        }
        return current;
    }

    private static BitSet of(Map<String, BitSet> segments, String segment) {
        return (BitSet) segments.getOrDefault(segment, new BitSet()).clone();
    }

    private ObjectNode user(long master, int number, Map<String, BitSet> before, Map<String, BitSet> now) {
        ObjectNode user = JsonNodeFactory.instance.objectNode();
        String id = profiles.ids(master).text(number);
        if (master != Profiles.DEVICES) {
            user.put("DataPartner_UUID", id);
        }
        aamUuid(master, number, id).ifPresent(device -> user.put("AAM_UUID", device));
        user.putArray("AAM_Regions").add(REGION);
        ArrayNode segments = user.putArray("Segments");
        now.forEach((segment, members) -> {
            if (members.get(number) && !(onlyChanges && of(before, segment).get(number))) {
                segments.add(segment(segment, "1"));
            }
        });
        before.forEach((segment, members) -> {
            if (members.get(number) && !of(now, segment).get(number)) {
                segments.add(segment(segment, "0"));
            }
        });
        return user;
    }

    /** The id of the device; of a person's the newest, if there is any. Visitor ids have the numbers of their devices. */
    private Optional<String> aamUuid(long master, int number, String id) {
        return profiles.kind(master).isDigits()
                ? Optional.of(profiles.ids(Profiles.DEVICES).text(number))
                : profiles.devices(master, id).stream().findFirst();
    }

    private ObjectNode segment(String name, String status) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("Segment_ID", name)
                .put("Status", status)
                .put("DateTime", time());
    }

    private byte[] message(SandboxPushOrder order, Destination destination, List<ObjectNode> users) {
        ObjectNode message = JsonNodeFactory.instance
                .objectNode()
                .put("ProcessTime", time())
                .put("User_DPID", Long.toString(destination.master()))
                .put("Client_ID", order.clientId())
                .put("AAM_Destination_Id", Long.toString(destination.id()))
                .put("User_count", Integer.toString(users.size()));
        message.putArray("Users").addAll(users);
        try {
            return JSON.writeValueAsBytes(message);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("The sandbox could not write a message", impossible);
        }
    }

    private String time() {
        return TIME.format(definitions.now().atOffset(ZoneOffset.UTC));
    }
}
