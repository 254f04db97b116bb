// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which call is to be harmed and how, and which calls came. All relays of a world share one. Safe for use by several threads. */
final class Plan {
    private final List<Site> calls = new ArrayList<>();
    private final Map<String, Integer> occurrences = new HashMap<>();
    private @Nullable Site harmed;
    private @Nullable Fault fault;
    private Runnable gate = () -> {};
    private boolean gateOpen;
    private int hits;
    private boolean harming;
    private String last = "";
    private int repeats;
    private int mostRepeats;

    /** What becomes of a call, and its place among the others. */
    record Fate(Site site, Effect effect) {}

    /** Forgets the calls and every harm. */
    synchronized void clear() {
        calls.clear();
        occurrences.clear();
        lift();
        hits = 0;
        mostRepeats = 0;
    }

    /** Ends all harm; the calls stay on record. */
    synchronized void lift() {
        harmed = null;
        fault = null;
        gateOpen = false;
    }

    /** From that call on, {@code what} is done to calls of its kind. */
    synchronized void harm(Site site, Fault what) {
        harmed = site;
        fault = what;
    }

    /** Right before that call, {@code what} is done once: before the answer to the call before it goes out. */
    synchronized void before(Site site, Runnable what) {
        gate = what;
        gateOpen = true;
        harmed = site;
        if (site.ordinal() == 1) {
            pass();
        }
    }

    /** A call came. */
    synchronized Fate meet(String system, String label) {
        int occurrence = occurrences.merge(system + label, 1, Integer::sum);
        Site site = new Site(system, label, occurrence, calls.size() + 1, false);
        calls.add(site);
        Fault due = fault;
        harming = due != null && harmed != null && isDue(site, harmed, due);
        if (due == null || harmed == null || !isDue(site, harmed, due)) {
            return new Fate(site, Visit::pass);
        }
        hits++;
        return new Fate(site, Strike.onTheLine(due));
    }

    private boolean isDue(Site site, Site aim, Fault due) {
        boolean there = site.system().equals(aim.system())
                && site.label().equals(aim.label())
                && site.occurrence() >= aim.occurrence();
        return there && (!due.once() || hits == 0);
    }

    /** A request arrived, told so that a repeat is equal. Only what is asked for right again after it was harmed is a repeat. */
    synchronized void arrived(String request) {
        boolean repeated = harming && request.equals(last);
        repeats = repeated ? repeats + 1 : 1;
        last = request;
        mostRepeats = harming ? Math.max(mostRepeats, repeats) : mostRepeats;
    }

    /** The bridge is asked for something new, so that what it asks for again is no repeat. */
    synchronized void newCall() {
        last = "";
    }

    /** The answer to that call is about to go out. */
    synchronized void answering(Site site) {
        if (gateOpen && harmed != null && site.ordinal() + 1 >= harmed.ordinal()) {
            pass();
        }
    }

    private void pass() {
        gateOpen = false;
        gate.run();
    }

    /** The answer to that call was a file packed by gzip. */
    synchronized void packed(Site site) {
        calls.set(site.ordinal() - 1, site.asPacked());
    }

    /** The calls in the order in which they came. */
    synchronized List<Site> calls() {
        return List.copyOf(calls);
    }

    /** Whether nothing was harmed though something should have been. */
    synchronized boolean isMissed() {
        return gateOpen || (fault != null && hits == 0);
    }

    /** How often the same request was harmed, at most. */
    synchronized int mostRepeats() {
        return mostRepeats;
    }
}
