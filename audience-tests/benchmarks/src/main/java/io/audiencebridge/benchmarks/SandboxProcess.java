// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sandbox's runnable jar in a process of its own, on free ports. */
public final class SandboxProcess implements AutoCloseable {
    private static final Path JAR = Path.of("sandbox", "target", "audience-sandbox.jar");
    private final Worker worker;
    private final String description;

    private SandboxProcess(Worker worker, String description) {
        this.worker = worker;
        this.description = description;
    }

    /** Starts one with so many recipients, and waits until it serves. */
    public static SandboxProcess start(int recipients) throws IOException {
        Worker worker = Worker.start(
                "The sandbox",
                List.of(Worker.executable(), "-jar", jar().toString(), "--recipients", Integer.toString(recipients)),
                Map.of());
        return new SandboxProcess(worker, worker.line());
    }

    /** The sandbox's runnable jar. */
    static Path jar() {
        Path jar = tests().resolve(JAR);
        if (!Files.isRegularFile(jar)) {
            throw new Benchmark.Refused("The sandbox's jar " + JAR + " is missing; build it: ./mvnw verify");
        }
        return jar;
    }

    /** The address of its Campaign. */
    public URI campaign() {
        return URI.create(value("campaign"));
    }

    /** The address of its control. */
    public URI control() {
        return URI.create(value("control"));
    }

    /** The operator of its Campaign. */
    public String operator() {
        return value("operator");
    }

    /** The operator's password. */
    public String password() {
        return value("password");
    }

    /** Posts {@code json} to its control, such as to {@code clock} or {@code seed}. */
    public void control(String what, String json) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(control().resolve("/" + what))
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        try {
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException("The sandbox refused " + what + ": " + answer.body());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the sandbox did " + what, stopped);
        }
    }

    /** The folder {@code audience-tests}, seen from this jar. */
    public static Path tests() {
        try {
            Path jar = Path.of(SandboxProcess.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return jar.resolve("../../..").normalize();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        worker.close();
    }

    private String value(String name) {
        Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(description);
        if (!found.find()) {
            throw new IllegalStateException("The sandbox does not tell its " + name);
        }
        return found.group(1);
    }
}
