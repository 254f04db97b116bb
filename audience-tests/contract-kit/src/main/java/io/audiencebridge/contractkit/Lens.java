// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import java.util.function.UnaryOperator;

/** Through what the contracts look at the ports that they are given: nothing, unless the kit itself is proven and a port is broken on purpose. One thread at a time. */
final class Lens {
    private static volatile UnaryOperator<Object> glass = UnaryOperator.identity();

    private Lens() {}

    /** {@code port} as it is to be seen. */
    @SuppressWarnings("unchecked") // a glass answers a proxy of the same ports
    static <T> T on(T port) {
        return (T) glass.apply(port);
    }

    /** The class of {@code port}, as a service file would have to name it. */
    static Class<?> classOf(Object port) {
        return glass instanceof BrokenGlass broken && broken.isUnregistered() ? Lens.class : port.getClass();
    }

    /** Does {@code work} while every port is seen through {@code other}. */
    static void through(UnaryOperator<Object> other, Runnable work) {
        glass = other;
        try {
            work.run();
        } finally {
            glass = UnaryOperator.identity();
        }
    }
}
