// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

import io.vavr.collection.Seq;

/** Conditions side by side. */
record Group(boolean any, Seq<Condition> conditions) implements Condition {
    @Override
    public <R> R match(Cases<R> cases) {
        return cases.group(any, conditions);
    }
}
