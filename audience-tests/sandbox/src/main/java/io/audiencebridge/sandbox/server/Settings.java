// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How one emulator behaves, as named switches that {@code POST /settings} turns and a reset turns back. Switches are
 * declared once, before the port opens; after that it is safe for several threads.
 */
public final class Settings {
    private final String system;
    private final Map<String, Switch<?>> switches = new LinkedHashMap<>();
    private final Map<String, Runnable> commands = new LinkedHashMap<>();
    private final Map<String, Settings> parts = new LinkedHashMap<>();

    /** Settings of an emulator, none yet. */
    public Settings(String system) {
        this.system = system;
    }

    /** Something that is or is not so. */
    public Switch<Boolean> flag(String name, boolean usual) {
        return add(new Switch<>(
                name,
                usual,
                value -> Optional.of(value).filter(JsonNode::isBoolean).map(JsonNode::booleanValue),
                "true or false"));
    }

    /** One of several words; the first is what it is usually. */
    public Switch<String> choice(String name, String usual, String... others) {
        List<String> words = new ArrayList<>(List.of(usual));
        words.addAll(List.of(others));
        return add(new Switch<>(
                name, usual, value -> Optional.of(value.asText()).filter(words::contains), "one of " + words));
    }

    /** A whole number of zero or more. */
    public Switch<Long> number(String name, long usual) {
        return add(new Switch<>(
                name,
                usual,
                value -> Optional.of(value)
                        .filter(JsonNode::isIntegralNumber)
                        .map(JsonNode::asLong)
                        .filter(number -> number >= 0),
                "a whole number of zero or more"));
    }

    /** Several words. */
    public Switch<List<String>> words(String name, List<String> usual) {
        return add(new Switch<>(name, usual, Settings::words, "an array of texts"));
    }

    private static Optional<List<String>> words(JsonNode value) {
        return Optional.of(value)
                .filter(JsonNode::isArray)
                .map(array -> array.valueStream().map(JsonNode::asText).toList());
    }

    /** Anything else; the reader finds nothing in what it cannot read, and then {@code wanted} says what it should be. */
    public <T> Switch<T> value(String name, T usual, Function<JsonNode, Optional<T>> reader, String wanted) {
        return add(new Switch<>(name, usual, reader, wanted));
    }

    /** Something that is done when it is set to true. */
    public void command(String name, Runnable work) {
        commands.put(name, work);
    }

    /** Settings that stand in an object of their own. */
    public void part(String name, Settings part) {
        parts.put(name, part);
    }

    private <T> Switch<T> add(Switch<T> one) {
        if (switches.put(one.name, one) != null) {
            throw new IllegalStateException("There are two settings '" + one.name + "'");
        }
        return one;
    }

    /** The values in force, in the order in which the switches were declared. */
    public Map<String, Object> state() {
        Map<String, Object> state = new LinkedHashMap<>();
        switches.forEach((name, one) -> state.put(name, one.value()));
        parts.forEach((name, part) -> state.put(name, part.state()));
        return state;
    }

    /**
     * Turns the switches that an object names.
     *
     * @throws IllegalArgumentException if there is no such switch or it cannot have such a value; nothing has changed then
     */
    public void apply(JsonNode json) {
        changes(json).forEach(Runnable::run);
    }

    private List<Runnable> changes(JsonNode json) {
        if (!json.isObject()) {
            throw new IllegalArgumentException(system + "'s settings are an object, but got " + json);
        }
        List<Runnable> changes = new ArrayList<>();
        json.properties().forEach(field -> changes.addAll(changes(field.getKey(), field.getValue())));
        return changes;
    }

    private List<Runnable> changes(String name, JsonNode value) {
        if (parts.containsKey(name)) {
            return parts.get(name).changes(value);
        }
        if (switches.containsKey(name)) {
            return List.of(switches.get(name).change(value));
        }
        Runnable command = commands.get(name);
        if (command == null) {
            throw new IllegalArgumentException(system + " has no setting '" + name + "'; there are "
                    + new TreeSet<>(state().keySet()) + " and the commands " + new TreeSet<>(commands.keySet()));
        }
        return value.asBoolean() ? List.of(command) : List.of();
    }

    /** Turns every switch back. */
    public void reset() {
        switches.values().forEach(Switch::reset);
        parts.values().forEach(Settings::reset);
    }

    /** One switch. */
    public static final class Switch<T> implements Supplier<T> {
        private final String name;
        private final T usual;
        private final Function<JsonNode, Optional<T>> reader;
        private final String wanted;
        private volatile T value;

        private Switch(String name, T usual, Function<JsonNode, Optional<T>> reader, String wanted) {
            this.name = name;
            this.usual = usual;
            this.reader = reader;
            this.wanted = wanted;
            this.value = usual;
        }

        /** How it stands. */
        public T value() {
            return value;
        }

        @Override
        public T get() {
            return value;
        }

        /** Turns it. */
        public void set(T wish) {
            value = wish;
        }

        private Runnable change(JsonNode json) {
            T read = reader.apply(json)
                    .orElseThrow(() ->
                            new IllegalArgumentException("'" + name + "' must be " + wanted + ", but is " + json));
            return () -> set(read);
        }

        private void reset() {
            value = usual;
        }
    }
}
