// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials;

import java.io.IOException;

/**
 * A long proof that is one command. Its {@code @Command} tells its name and purpose, its {@code @Option} fields what can be chosen, with their defaults; they are set
 * before it runs. To add one: implement this and add it to {@link TrialsMain}.
 */
public interface Trial {
    /**
     * Runs on the caller's thread until everything is known, and prints what it found.
     *
     * @return whether everything held that must hold
     * @throws IOException when the trial itself could not be carried out; then it proves nothing
     */
    boolean run(Figures figures) throws IOException, InterruptedException;
}
