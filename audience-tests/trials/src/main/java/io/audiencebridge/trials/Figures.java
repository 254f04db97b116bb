// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials;

import java.io.PrintStream;
import java.util.Locale;

/** What a trial prints: lines for people, and figures for whoever looks for them by name. Safe for use by several threads. */
public final class Figures {
    private final PrintStream out;

    /** Figures that are written to {@code out}. */
    public Figures(PrintStream out) {
        this.out = out;
    }

    /** A line for people. */
    public void say(String line) {
        out.println(line);
        out.flush();
    }

    /** The line {@code figure NAME VALUE}; a name is words with hyphens. */
    public void figure(String name, long value) {
        say("figure " + name + " " + value);
    }

    /** The line {@code figure NAME VALUE}, with one decimal. */
    public void figure(String name, double value) {
        say(String.format(Locale.ROOT, "figure %s %.1f", name, value));
    }
}
