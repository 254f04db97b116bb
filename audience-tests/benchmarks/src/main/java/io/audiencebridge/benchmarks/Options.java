// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Options of a benchmark by their names: numbers, and texts such as names and folders. */
public final class Options {
    private final Map<String, Integer> numbers;
    private final Map<String, String> texts;

    private Options(Map<String, Integer> numbers, Map<String, String> texts) {
        this.numbers = numbers;
        this.texts = texts;
    }

    /**
     * Reads {@code --name VALUE} pairs.
     *
     * @param numbers every option that is a number, with the one it has unless it is given
     * @param texts every option that is a text, with the one it has unless it is given
     * @throws Benchmark.Refused for anything else
     */
    public static Options read(String[] arguments, Map<String, Integer> numbers, Map<String, String> texts) {
        Options options = new Options(new HashMap<>(numbers), new HashMap<>(texts));
        for (int i = 0; i < arguments.length; i += 2) {
            options.take(arguments[i], i + 1 < arguments.length ? arguments[i + 1] : "");
        }
        return options;
    }

    /** The number of the option {@code name}, which there must be. */
    public int number(String name) {
        return there(numbers.get(name), name);
    }

    /** The text of the option {@code name}, which there must be. */
    public String text(String name) {
        return there(texts.get(name), name);
    }

    private void take(String argument, String value) {
        String name = argument.replaceFirst("^--", "");
        if (numbers.containsKey(name)) {
            numbers.put(name, whole(argument, value));
        } else if (texts.containsKey(name)) {
            texts.put(name, present(argument, value));
        } else {
            TreeSet<String> known = new TreeSet<>(numbers.keySet());
            known.addAll(texts.keySet());
            throw new Benchmark.Refused("Unknown option '" + argument + "'; there are " + known);
        }
    }

    private static int whole(String argument, String value) {
        if (!value.matches("[1-9][0-9]{0,8}")) {
            throw new Benchmark.Refused(argument + " needs a number of one or more, but got '" + value + "'");
        }
        return Integer.parseInt(value);
    }

    private static String present(String argument, String value) {
        if (value.isBlank() || value.startsWith("--")) {
            throw new Benchmark.Refused(argument + " needs a value, but got '" + value + "'");
        }
        return value;
    }

    private static <T> T there(@Nullable T value, String name) {
        if (value == null) {
            throw new IllegalArgumentException(name);
        }
        return value;
    }
}
