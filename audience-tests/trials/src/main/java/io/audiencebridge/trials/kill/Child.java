// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.kill;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A {@link Program} at work in a process of its own. Closing kills it. */
final class Child implements AutoCloseable {
    private static final int MINUTES_WITHOUT_A_WORD = 10;
    private static final String END = "";

    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    private Child(Process process) {
        this.process = process;
    }

    /**
     * Starts one.
     *
     * @param classes the archive of loaded classes, which makes starting quick; written by this process when it is not there yet. The JVM makes one of jars only
     */
    static Child start(Map<String, String> arguments, Path classes) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Xlog:cds=off",
                "-Xlog:cds+dynamic=off"));
        String path = System.getProperty("java.class.path");
        if (path.endsWith(".jar") && !path.contains(File.pathSeparator)) {
            command.add((Files.exists(classes) ? "-XX:SharedArchiveFile=" : "-XX:ArchiveClassesAtExit=") + classes);
        }
        command.addAll(List.of("-cp", path, Program.class.getName()));
        arguments.forEach((name, value) -> command.add(name + "=" + value));
        Child child = new Child(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
        child.listen();
        return child;
    }

    private void listen() {
        Thread listener = new Thread(
                () -> {
                    try (BufferedReader said = new BufferedReader(
                            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                        for (String line = said.readLine(); line != null; line = said.readLine()) {
                            lines.add(line);
                        }
                    } catch (IOException killed) {
                        lines.add(END);
                    }
                    lines.add(END);
                },
                "child-listener");
        listener.setDaemon(true);
        listener.start();
    }

    /** What it says next; empty once it has ended. */
    String hear() throws IOException, InterruptedException {
        String line = lines.poll(MINUTES_WITHOUT_A_WORD, TimeUnit.MINUTES);
        if (line == null) {
            throw new IOException("The child said nothing for " + MINUTES_WITHOUT_A_WORD + " minutes");
        }
        return line;
    }

    /** What it says within {@code millis}, or null when that is nothing. */
    @org.jspecify.annotations.Nullable
    String hear(long millis) throws InterruptedException {
        return lines.poll(millis, TimeUnit.MILLISECONDS);
    }

    void say(String line) throws IOException {
        OutputStream in = process.getOutputStream();
        in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        in.flush();
    }

    /** SIGKILL: it gets no chance to do anything. False when it had ended by itself. */
    boolean kill() throws InterruptedException {
        boolean alive = process.isAlive();
        process.destroyForcibly().waitFor();
        return alive;
    }

    /** Waits until it has ended by itself. */
    void ended() throws InterruptedException {
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
