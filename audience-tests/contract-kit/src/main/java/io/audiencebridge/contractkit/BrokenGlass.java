// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import io.audiencebridge.domain.member.EventSource;
import io.audiencebridge.domain.member.KeySink;
import io.audiencebridge.domain.member.KeySource;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Shows every port, and everything that a port gives out, with one defect. */
final class BrokenGlass implements UnaryOperator<Object> {
    private static final Set<Class<?>> STREAMS = Set.of(KeySource.class, KeySink.class, EventSource.class);

    private final Defect defect;
    private final Map<String, Object> memory = new ConcurrentHashMap<>();

    BrokenGlass(Defect defect) {
        this.defect = defect;
    }

    @Override
    public Object apply(Object value) {
        return Objects.requireNonNull(seen(value));
    }

    /** Whether the defect is that no service file names the port's class. */
    boolean isUnregistered() {
        return defect.fault() == Fault.IS_NOT_REGISTERED;
    }

    private @Nullable Object seen(@Nullable Object value) {
        if (value == null || Proxy.isProxyClass(value.getClass())) {
            return value;
        }
        if (value instanceof Either<?, ?> either) {
            return either.map(this::seen);
        }
        if (value instanceof Option<?> option) {
            return option.map(this::seen);
        }
        if (value instanceof Seq<?> all) {
            return all.map(this::seen);
        }
        Set<Class<?>> ports = portsOf(value.getClass());
        if (!ports.isEmpty()) {
            return Proxy.newProxyInstance(
                    Lens.class.getClassLoader(),
                    ports.toArray(Class<?>[]::new),
                    (proxy, method, arguments) ->
                            answer(value, ports, method, arguments == null ? new Object[0] : arguments));
        }
        return value instanceof Record record && isOfTheDomain(record.getClass())
                ? Records.with(record, component -> Objects.requireNonNull(seen(component)))
                : value;
    }

    private @Nullable Object answer(Object target, Set<Class<?>> ports, Method method, Object[] arguments) {
        Invoked call = new Invoked(target, method, arguments, memory);
        return seen(defect.isIn(ports, method) ? defect.fault().answer(call) : call.answer());
    }

    private static Set<Class<?>> portsOf(Class<?> type) {
        Set<Class<?>> found = new LinkedHashSet<>();
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            for (Class<?> port : at.getInterfaces()) {
                if (isPort(port)) {
                    found.add(port);
                }
                found.addAll(portsOf(port));
            }
        }
        return found;
    }

    private static boolean isPort(Class<?> type) {
        return STREAMS.contains(type)
                || (type.getName().startsWith("io.audiencebridge.domain.spi.")
                        && !type.isSealed()
                        && type.getDeclaredClasses().length == 0
                        && !type.getSimpleName().endsWith("Settings"));
    }

    private static boolean isOfTheDomain(Class<?> type) {
        return type.getName().startsWith("io.audiencebridge.domain.spi.");
    }
}
