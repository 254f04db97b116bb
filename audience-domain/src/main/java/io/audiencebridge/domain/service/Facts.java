// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.RunRecord;
import java.util.Map;
import java.util.TreeMap;

/** The facts of a run record: reading one, adding some. */
final class Facts {
    private Facts() {}

    /** The fact named {@code name}, which a record of that kind always has. */
    static String required(Map<String, String> facts, String name) {
        String value = facts.get(name);
        if (value == null) {
            throw new Missing(name);
        }
        return value;
    }

    static long number(Map<String, String> facts, String name) {
        return Long.parseLong(required(facts, name));
    }

    /** The number named {@code name}, or {@code otherwise} in a record of before there was such a fact. */
    static long number(Map<String, String> facts, String name, long otherwise) {
        return facts.containsKey(name) ? number(facts, name) : otherwise;
    }

    /** The record with the facts {@code more} added or replaced. */
    static RunRecord with(RunRecord record, Map<String, String> more) {
        Map<String, String> facts = new TreeMap<>(record.facts());
        facts.putAll(more);
        return RunRecord.builder().from(record).facts(facts).build();
    }

    /** What a journal that somebody edited answers with, or a request whose cipher nobody made known. */
    static BridgeError damaged(RuntimeException cause) {
        if (cause instanceof KeyFacts.UnknownCipher unknown) {
            return BridgeError.InvalidRequest.of("declaredIds", String.valueOf(unknown.getMessage()));
        }
        return BridgeError.LocalFailure.of(
                "The journal's record of this run is damaged (" + cause.getMessage() + "); start a new run");
    }

    /** A fact that should be there and is not. */
    static final class Missing extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        Missing(String name) {
            super("'" + name + "' is missing");
        }
    }
}
