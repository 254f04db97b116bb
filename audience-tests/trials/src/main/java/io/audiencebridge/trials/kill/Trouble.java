// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.kill;

import io.audiencebridge.trials.Figures;

/** What went wrong over many kills, added up. Not thread-safe. */
final class Trouble {
    private long kills;
    private long resumed;
    private long lost;
    private long doubled;
    private long below;
    private long different;

    void killed() {
        kills++;
    }

    void resumed() {
        resumed++;
    }

    void rows(long missing, long twice, long fewer) {
        lost += missing;
        doubled += twice;
        below += fewer;
    }

    void different() {
        different++;
    }

    /** Whether nothing went wrong. */
    boolean held() {
        return kills > 0 && resumed == kills && lost == 0 && doubled == 0 && below == 0 && different == 0;
    }

    void print(Figures figures) {
        figures.figure("kills", kills);
        figures.figure("resumed", resumed);
        figures.figure("different", different);
        figures.figure("lost", lost);
        figures.figure("doubled", doubled);
        figures.figure("below", below);
    }
}
