// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import io.vavr.control.Either;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A call of a port that is broken. */
final class Invoked {
    private final Object target;
    private final Method method;
    private final Object[] arguments;
    private final Map<String, Object> memory;

    /** {@code memory} is the defect's, for as long as the port lives. */
    Invoked(Object target, Method method, Object[] arguments, Map<String, Object> memory) {
        this.target = target;
        this.method = method;
        this.arguments = arguments;
        this.memory = memory;
    }

    Method method() {
        return method;
    }

    Object[] arguments() {
        return arguments;
    }

    Map<String, Object> memory() {
        return memory;
    }

    /** What the sound port answers. */
    @Nullable
    Object answer() {
        return answer(arguments);
    }

    /** What the sound port answers to other arguments. */
    @Nullable
    Object answer(Object[] others) {
        try {
            method.setAccessible(true);
            return method.invoke(target, others);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof RuntimeException defect) {
                throw defect;
            }
            throw new IllegalStateException(thrown.getCause());
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(hidden);
        }
    }

    /** What the sound port answers when it is called by another name. */
    @Nullable
    Object answerOf(String name) {
        try {
            Method other = target.getClass().getMethod(name);
            return new Invoked(target, other, new Object[0], memory).answer();
        } catch (NoSuchMethodException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** The first thing of the right that the method answers, such as {@code Boolean} of {@code Either<BridgeError, Boolean>}; the answer itself for others. */
    Type right() {
        return method.getGenericReturnType() instanceof ParameterizedType answer
                        && method.getReturnType() == Either.class
                ? answer.getActualTypeArguments()[1]
                : method.getGenericReturnType();
    }

    /** {@code value} as the method answers it. */
    Object asAnswered(Object value) {
        return method.getReturnType() == Either.class ? Either.right(value) : value;
    }
}
