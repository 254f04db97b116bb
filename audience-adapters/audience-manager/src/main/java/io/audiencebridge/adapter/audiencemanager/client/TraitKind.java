// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

/** What kind of trait it is, as far as segment rules care. Source: Audience Manager, "Recency and frequency". */
public enum TraitKind {
    /** The company's own, given in real time by a rule over signals. */
    RULE_BASED,
    /** The company's own, the sum of the traits below a folder. */
    FOLDER,
    /** The company's own, given by inbound files. */
    ONBOARDED,
    /** Given by a model. */
    ALGORITHMIC,
    /** Another company's, of whatever kind. */
    THIRD_PARTY;

    /** Whether Audience Manager counts how often and when people qualify for it. */
    public boolean counted() {
        return this == RULE_BASED || this == FOLDER;
    }
}
