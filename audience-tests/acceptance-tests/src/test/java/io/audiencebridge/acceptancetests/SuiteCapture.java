// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.acceptancetests;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import jdk.jfr.Recording;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Hears everything that the suite says, whatever class of it: what is printed, what goes to the runtime's own loggers, and every exception that is made. SLF4J goes to
 * {@code suite.log} by itself. Found by {@code ServiceLoader}, so that no test can forget it.
 */
public final class SuiteCapture implements BeforeAllCallback {
    static final Path CONSOLE = Path.of("target", "console.txt");
    static final Path RUNTIME_LOG = Path.of("target", "runtime.log");
    private static final Path EXCEPTIONS = Path.of("target", "exceptions.jfr");

    private static boolean begun;
    private static final Recording RECORDING = new Recording();

    /** A listener, for {@code ServiceLoader}. */
    public SuiteCapture() {}

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        begin();
    }

    /** Every exception so far, as a recording. */
    static Path exceptions() throws IOException {
        try (Recording copy = RECORDING.copy(true)) {
            copy.dump(EXCEPTIONS);
        }
        return EXCEPTIONS;
    }

    private static synchronized void begin() throws IOException {
        if (begun) {
            return;
        }
        begun = true;
        OutputStream console = Files.newOutputStream(CONSOLE);
        System.setOut(both(System.out, console));
        System.setErr(both(System.err, console));
        Logger root = LogManager.getLogManager().getLogger("");
        FileHandler file = new FileHandler(RUNTIME_LOG.toString());
        file.setFormatter(new SimpleFormatter());
        file.setLevel(Level.ALL);
        root.addHandler(file);
        RECORDING.enable("jdk.JavaExceptionThrow").withoutStackTrace();
        RECORDING.start();
    }

    private static PrintStream both(PrintStream shown, OutputStream kept) {
        return new PrintStream(new Twice(shown, kept), true, StandardCharsets.UTF_8);
    }

    /** Writes to both. */
    private static final class Twice extends OutputStream {
        private final OutputStream shown;
        private final OutputStream kept;

        Twice(OutputStream shown, OutputStream kept) {
            this.shown = shown;
            this.kept = kept;
        }

        @Override
        public void write(int b) throws IOException {
            shown.write(b);
            kept.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            shown.write(bytes, from, length);
            kept.write(bytes, from, length);
        }

        @Override
        public void flush() {
            try {
                shown.flush();
                kept.flush();
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }
}
