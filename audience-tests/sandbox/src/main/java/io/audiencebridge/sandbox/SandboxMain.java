// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/** Runs a sandbox alone: {@code [--recipients N] [--port-base N] [--seed N]}. Prints one line of JSON and serves. */
public final class SandboxMain {
    private static final String USAGE =
            "usage: java -jar audience-sandbox.jar [--recipients N] [--port-base N] [--seed N]";

    private SandboxMain() {}

    /** Serves until the process is killed. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Sandbox.Builder builder = Sandbox.builder();
        try {
            apply(arguments, builder);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + System.lineSeparator() + USAGE);
            System.exit(2);
        }
        Sandbox sandbox = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
        System.out.println(new ObjectMapper().writeValueAsString(sandbox.description()));
        System.out.flush();
        new CountDownLatch(1).await();
    }

    private static void apply(String[] arguments, Sandbox.Builder builder) {
        for (int i = 0; i < arguments.length; i += 2) {
            String value = i + 1 < arguments.length ? arguments[i + 1] : "";
            switch (arguments[i]) {
                case "--recipients" -> builder.recipients(number(arguments[i], value));
                case "--port-base" -> builder.portBase(number(arguments[i], value));
                case "--seed" -> builder.seed(number(arguments[i], value));
                default -> throw new IllegalArgumentException("Unknown argument '" + arguments[i] + "'");
            }
        }
    }

    private static int number(String name, String value) {
        if (!value.matches("\\d{1,9}")) {
            throw new IllegalArgumentException(name + " needs a number of zero or more, but got '" + value + "'");
        }
        return Integer.parseInt(value);
    }
}
