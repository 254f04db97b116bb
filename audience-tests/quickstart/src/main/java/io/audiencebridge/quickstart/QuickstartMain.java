// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.quickstart;

/** Runs the quickstart with the options given as system properties. */
public final class QuickstartMain {
    private QuickstartMain() {}

    /** Ends the process, also the build's that started it: the balance is the last thing that a person sees, and the exit code is the program's own. */
    public static void main(String[] arguments) {
        int code = new Quickstart(System.out, System.err).run(System::getProperty);
        System.out.flush();
        System.err.flush();
        System.exit(code);
    }
}
