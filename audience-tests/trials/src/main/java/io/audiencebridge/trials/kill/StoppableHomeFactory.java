// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.kill;

import io.audiencebridge.adapter.storage.HomeFolderFactory;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.Home;
import io.audiencebridge.domain.spi.engine.HomeFactory;
import io.audiencebridge.domain.spi.engine.Journal;
import io.vavr.control.Either;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.UnaryOperator;

/**
 * Opens homes in folders as they are, but in a process that asked for it with another journal around theirs. It is found before theirs because this jar's services come
 * first; production code knows nothing of it.
 */
public final class StoppableHomeFactory implements HomeFactory {
    private static volatile UnaryOperator<Journal> around = UnaryOperator.identity();

    /** A factory, for {@code ServiceLoader}. */
    public StoppableHomeFactory() {}

    /** From now on, homes have the journal that {@code wrapper} makes of theirs. */
    static void around(UnaryOperator<Journal> wrapper) {
        around = wrapper;
    }

    @Override
    public Either<BridgeError, Home> open(String place) {
        return new HomeFolderFactory().open(place).map(home -> with(home, around.apply(home.journal())));
    }

    /** The home with another journal; whatever else it can do stays as it is. */
    private static Home with(Home home, Journal journal) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getName().equals("journal") && method.getParameterCount() == 0) {
                return journal;
            }
            try {
                return method.invoke(home, arguments);
            } catch (InvocationTargetException thrown) {
                throw thrown.getTargetException();
            }
        };
        return (Home) Proxy.newProxyInstance(
                StoppableHomeFactory.class.getClassLoader(), home.getClass().getInterfaces(), handler);
    }
}
