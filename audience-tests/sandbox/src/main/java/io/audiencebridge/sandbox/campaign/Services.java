// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The methods of the SOAP router, by service: a service class registers what it can do, the router looks it up. Filled before the port opens. */
final class Services {
    private final Map<String, Service> services = new HashMap<>();

    /** What a method does. It runs under the lock of {@link CampaignData}. */
    @FunctionalInterface
    interface Operation {
        /**
         * The whole answer, made with {@link SoapAnswers}.
         *
         * @throws SoapFault if the method cannot do it
         */
        String answer(SoapRequest request);
    }

    /** What a method with a large answer does. It runs under the lock of {@link CampaignData}, so that it must not wait for the client. */
    @FunctionalInterface
    interface LargeOperation {
        /**
         * The rest of the answer, behind what was handed to {@code pieces}.
         *
         * @throws SoapFault if the method cannot do it
         */
        String answer(SoapRequest request, Consumer<CharSequence> pieces);
    }

    /** Who may call a method. */
    enum Access {
        /** Whoever has signed in. */
        SESSION,
        /** Everybody: its schema says {@code access='anonymous'}. */
        ANONYMOUS,
        /** Everybody, whatever tokens come along: it opens a session. */
        SIGN_IN
    }

    /**
     * A method that can be called.
     *
     * @param operation what it does
     * @param access who may call it
     */
    record Method(LargeOperation operation, Access access) {}

    /** The methods of one service. */
    static final class Service {
        private final Map<String, Method> methods = new HashMap<>();

        /** A method that needs a session. */
        Service on(String method, Operation operation) {
            return on(method, Access.SESSION, operation);
        }

        Service on(String method, Access access, Operation operation) {
            methods.put(method, new Method((request, pieces) -> operation.answer(request), access));
            return this;
        }

        /** A method that needs a session and may answer more than one likes to hold. */
        Service onLarge(String method, LargeOperation operation) {
            methods.put(method, new Method(operation, Access.SESSION));
            return this;
        }
    }

    /** A service by its name, such as {@code xtk:workflow}, or the interface's, such as {@code xtk:persist}. */
    Service named(String name) {
        return services.computeIfAbsent(name, each -> new Service());
    }

    /** The method that a request is for; null if there is none. */
    @Nullable
    Method find(SoapRequest request) {
        Service service = services.get(request.service());
        return service == null ? null : service.methods.get(request.method());
    }

    /** Why there is no such method: real servers tell a method that is nowhere from one of an interface that is called on a service. */
    SoapFault missing(SoapRequest request) {
        boolean ofInterface = named(PersistService.INTERFACE).methods.containsKey(request.method());
        return ofInterface
                ? SoapFault.interfaceMethod(request.service(), request.method())
                : SoapFault.undefinedMethod(request.service(), request.method());
    }
}
