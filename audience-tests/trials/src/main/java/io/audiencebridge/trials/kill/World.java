// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.kill;

import io.audiencebridge.sandbox.Sandbox;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A sandbox in which one errand is done again and again, each time from the same beginning. Not thread-safe. */
interface World extends AutoCloseable {
    /** The errand. */
    String errand();

    Sandbox sandbox();

    /** Puts everything back to where a run begins; gives the arguments of the {@link Errand}. */
    Map<String, String> begin() throws IOException;

    /** The rows that are there after a run: members of a list, rows of files; a row that is there twice is named twice. */
    List<String> rows() throws IOException;

    /** What else must be the same after every run, in one line. */
    String state() throws IOException;

    /** How many rows there are after a run that nobody disturbs. */
    int expectedRows();

    /** How many of those who should stay were missing at the worst moment, looked at after every single write; zero where nobody stays. */
    int below();

    @Override
    void close();
}
