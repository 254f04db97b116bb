// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.KeySource;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What faults are made of. */
final class Faults {
    private Faults() {}

    static BridgeError unavailable() {
        return new BridgeError.Unavailable("broken on purpose", Incident.local(), Duration.ZERO);
    }

    /** The arguments, each as {@code other} makes it. */
    static Object[] withEach(Object[] arguments, UnaryOperator<Object> other) {
        return Arrays.stream(arguments).map(other).toArray();
    }

    /** Whether somebody may be mixed up with somebody else by it. */
    static boolean isName(Object argument) {
        return argument instanceof Record || argument instanceof String || argument instanceof Instant;
    }

    static String kind(Object argument) {
        return argument.getClass().getName();
    }

    /** The answer with another right, if it is right. */
    static @Nullable Object withRight(@Nullable Object answer, UnaryOperator<Object> other) {
        if (answer instanceof Either<?, ?> either) {
            return either.isRight() ? Either.right(other.apply(either.get())) : either;
        }
        return answer == null ? null : other.apply(answer);
    }

    /** The answer with another error, if it is left. */
    static @Nullable Object withLeft(@Nullable Object answer, UnaryOperator<BridgeError> other) {
        return answer instanceof Either<?, ?> either && either.isLeft()
                ? Either.left(other.apply((BridgeError) either.getLeft()))
                : answer;
    }

    /** A failure in the form of the method: left, none, false. */
    static Object failed(Invoked call) {
        return call.method().getReturnType() == Either.class ? Either.left(unavailable()) : neutral(call);
    }

    /** As if there were nothing: false, 0, none, an empty sequence, a source without rows. */
    static Object neutral(Invoked call) {
        return call.asAnswered(nothing(raw(call.right())));
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType generic
                ? (Class<?>) generic.getRawType()
                : type instanceof Class<?> plain ? plain : Object.class;
    }

    private static Object nothing(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return false;
        }
        if (type == int.class || type == Integer.class) {
            return 0;
        }
        if (type == long.class || type == Long.class) {
            return 0L;
        }
        if (type == Option.class) {
            return Option.none();
        }
        if (type == Seq.class) {
            return Vector.empty();
        }
        if (type == KeySource.class) {
            return new RowSource(List.of());
        }
        if (type == IdSet.class) {
            return IdSet.EMPTY;
        }
        return type == String.class ? "" : Void.TYPE;
    }

    /** Something near it. */
    static Object nearly(Object given) {
        if (given instanceof Boolean yes) {
            return !yes;
        }
        if (given instanceof Integer count) {
            return count + 1;
        }
        if (given instanceof Long count) {
            return count + 1;
        }
        if (given instanceof Instant time) {
            return time.minusMillis(1);
        }
        if (given instanceof String text) {
            return text + "x";
        }
        if (given instanceof Option<?>) {
            return Option.none();
        }
        return given instanceof Record record ? Records.with(record, Faults::nearly) : given;
    }

    static Object reversed(Object given) {
        return given instanceof Seq<?> all
                ? all.reverse()
                : given instanceof Record record ? Records.with(record, Faults::reversed) : given;
    }

    static Object short1(Object given) {
        return given instanceof Seq<?> all
                ? all.drop(1)
                : given instanceof Record record
                        ? Records.with(record, Faults::short1)
                        : RowFaults.isRows(given) ? RowFaults.first(given, 0) : given;
    }

    static Object doubled(Object given) {
        return given instanceof Seq<?> all
                ? twice(all)
                : given instanceof Record record
                        ? Records.with(record, Faults::doubled)
                        : RowFaults.isRows(given) ? RowFaults.first(given, 2) : given;
    }

    private static <T> Seq<T> twice(Seq<T> all) {
        return all.headOption().map(all::prepend).getOrElse(all);
    }

    /** An error of the same kind that names nothing. */
    static BridgeError silent(BridgeError error) {
        if (error instanceof BridgeError.NotFound) {
            return BridgeError.NotFound.of("broken");
        }
        if (error instanceof BridgeError.InvalidRequest) {
            return BridgeError.InvalidRequest.of("broken", "broken");
        }
        if (error instanceof BridgeError.ProtocolBreach breach) {
            return new BridgeError.ProtocolBreach("broken", breach.incident());
        }
        return error;
    }

    static BridgeError firstMistake(BridgeError error) {
        return error instanceof BridgeError.InvalidRequest refused
                ? new BridgeError.InvalidRequest(refused.violations().take(1), refused.incident())
                : error;
    }
}
