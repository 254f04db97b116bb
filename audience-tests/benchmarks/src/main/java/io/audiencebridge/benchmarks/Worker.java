// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A process that works on command: a line in, a line out. Ends with {@link #close()}. */
public final class Worker implements AutoCloseable {
    private final String name;
    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter commands;

    private Worker(String name, Process process) {
        this.name = name;
        this.process = process;
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.commands = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    }

    /** Starts {@code command}; what it writes to standard error is shown. */
    public static Worker start(String name, List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        return new Worker(name, builder.start());
    }

    /** Starts a class of this jar in a Java of its own. */
    public static Worker java(String name, Class<?> main, List<String> options, List<String> arguments)
            throws IOException {
        return java(name, List.of(), main.getName(), options, arguments);
    }

    /** Starts the class {@code main} of this jar in a Java of its own, behind whose class path {@code more} stands. */
    public static Worker java(String name, List<String> more, String main, List<String> options, List<String> arguments)
            throws IOException {
        List<String> path = new ArrayList<>(List.of(System.getProperty("java.class.path")));
        path.addAll(more);
        List<String> command = new ArrayList<>(List.of(executable()));
        command.addAll(options);
        command.addAll(List.of("-cp", String.join(File.pathSeparator, path), main));
        command.addAll(arguments);
        return start(name, command, Map.of());
    }

    /** Starts a class of this jar in a Java of its own, beside the sandbox's jar. */
    public static Worker besideSandbox(String name, Class<?> main, List<String> arguments) throws IOException {
        return java(name, List.of(SandboxProcess.jar().toString()), main.getName(), List.of(), arguments);
    }

    /** The Java that runs this process. */
    public static String executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The next line that it writes. */
    public String line() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new Benchmark.Refused(name + " ended without an answer; what it said stands above");
        }
        return line;
    }

    /** Its answer to {@code command}. */
    public String ask(String command) throws IOException {
        commands.write(command + "\n");
        commands.flush();
        return line();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
