// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.load;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.audiencebridge.sandbox.SandboxMain;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** A sandbox in a process of its own, so that neither its memory nor its threads are measured. Safe for use by several threads. */
final class SandboxProcess implements AutoCloseable {
    private static final int OK = 200;

    private final Process process;
    private final Map<String, String> description;
    private final HttpClient control = HttpClient.newHttpClient();

    private SandboxProcess(Process process, Map<String, String> description) {
        this.process = process;
        this.description = description;
    }

    /** Starts one with so many recipients, and waits until it serves. */
    static SandboxProcess start(int recipients) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx2g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SandboxMain.class.getName(),
                        "--recipients",
                        Integer.toString(recipients))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String line =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        if (line == null) {
            throw new IOException("The sandbox ended without a word; what it said stands above");
        }
        return new SandboxProcess(process, new ObjectMapper().readValue(line, new TypeReference<>() {}));
    }

    /** Its addresses and credentials. */
    Map<String, String> description() {
        return description;
    }

    /** Tells its control API something. */
    String post(String path, String json) throws IOException, InterruptedException {
        HttpResponse<String> answer = control.send(
                HttpRequest.newBuilder(URI.create(description.get("control") + path))
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return told(path, answer);
    }

    /** Asks its control API something. */
    String ask(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = control.send(
                HttpRequest.newBuilder(URI.create(description.get("control") + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return told(path, answer);
    }

    private static String told(String path, HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() != OK) {
            throw new IOException("The sandbox's " + path + " answered " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
