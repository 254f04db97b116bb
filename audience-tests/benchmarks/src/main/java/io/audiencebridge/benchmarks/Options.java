// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks;

import java.util.HashMap;
import java.util.Map;

/** Options of a benchmark: numbers by their names. */
public final class Options {
    private final Map<String, Integer> given;

    private Options(Map<String, Integer> given) {
        this.given = given;
    }

    /**
     * Reads {@code --name N} pairs.
     *
     * @param defaults every option that there is, with the number it has unless it is given
     * @throws Benchmark.Refused for anything else
     */
    public static Options read(String[] arguments, Map<String, Integer> defaults) {
        Map<String, Integer> numbers = new HashMap<>(defaults);
        for (int i = 0; i < arguments.length; i += 2) {
            String name = arguments[i].replaceFirst("^--", "");
            String value = i + 1 < arguments.length ? arguments[i + 1] : "";
            if (!defaults.containsKey(name)) {
                throw new Benchmark.Refused("Unknown option '" + arguments[i] + "'; there are " + defaults.keySet());
            }
            if (!value.matches("[1-9][0-9]{0,8}")) {
                throw new Benchmark.Refused(arguments[i] + " needs a number of one or more, but got '" + value + "'");
            }
            numbers.put(name, Integer.parseInt(value));
        }
        return new Options(numbers);
    }

    /** The number of the option {@code name}, which there must be. */
    public int number(String name) {
        Integer number = given.get(name);
        if (number == null) {
            throw new IllegalArgumentException(name);
        }
        return number;
    }
}
