// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.diagnosis.Explanation.Fact;
import io.audiencebridge.domain.diagnosis.Explanation.Verdict;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Vector;
import java.util.List;

/** The facts of an explanation as they are found, and what they lead to. Prints no id: whoever adds a sentence keeps ids out of it. */
final class FactChain {
    static final String SUPPRESSIONS = "suppression store";
    static final String LEDGER = "ledger";
    static final String JOURNAL = "journal";
    static final String MEMBERSHIPS = "memberships";

    private Vector<Fact> facts = Vector.empty();

    void add(String where, String told) {
        facts = facts.append(new Fact(where, told));
    }

    /** What could not be asked is a fact as well. */
    void unasked(String where, BridgeError error) {
        add(where, "It could not be asked: " + error.message());
    }

    List<Fact> all() {
        return facts.asJava();
    }

    /**
     * The answer.
     *
     * @param because in one sentence
     */
    record Answer(Verdict verdict, String because) {}
}
