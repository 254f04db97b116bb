// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.kill;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;

/** What a process that may be killed says and hears: a line at a time. Safe for use by several threads. */
final class Telling {
    private final PrintStream out;
    private final BufferedReader in;

    Telling(PrintStream out, InputStream in) {
        this.out = out;
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    synchronized void say(String line) {
        out.println(line.replace('\n', ' '));
        out.flush();
    }

    /** The next line; a parent that is gone ends this process. */
    String hear() {
        try {
            String line = in.readLine();
            if (line == null) {
                Runtime.getRuntime().halt(1);
                throw new IllegalStateException("The process was to end");
            }
            return line;
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    /** Does nothing until this process is killed, whoever interrupts. */
    void standStill() {
        while (true) {
            LockSupport.park();
        }
    }
}
