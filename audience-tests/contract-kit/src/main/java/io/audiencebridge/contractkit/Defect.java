// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One way in which a port is broken on purpose: {@code MemberChanges.after ANSWERS_AS_THE_FIRST_TIME}.
 *
 * @param port the simple name of the interface
 * @param method which of its methods; {@code *} for all
 * @param fault what it does instead
 */
record Defect(String port, String method, Fault fault) {
    /** No defect at all. */
    static final Defect NONE = new Defect("Nothing", "nothing", Fault.THROWS);

    private static final Pattern TEXT = Pattern.compile("(\\w+)\\.(\\w+|\\*) (\\w+)");

    /** Reads what {@link #toString} wrote. */
    static Defect of(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no defect; write Port.method FAULT");
        }
        return new Defect(parts.group(1), parts.group(2), Fault.valueOf(parts.group(3)));
    }

    /** Whether it is in {@code called}, a method of one of {@code ports}. */
    boolean isIn(Collection<Class<?>> ports, Method called) {
        return (method.equals("*") || method.equals(called.getName()))
                && ports.stream().anyMatch(type -> type.getSimpleName().equals(port) && has(type, called));
    }

    private static boolean has(Class<?> type, Method called) {
        return Arrays.stream(type.getMethods())
                .anyMatch(own -> own.getName().equals(called.getName())
                        && Arrays.equals(own.getParameterTypes(), called.getParameterTypes()));
    }

    @Override
    public String toString() {
        return port + "." + method + " " + fault;
    }
}
