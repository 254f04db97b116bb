// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

/** A value among those of another query. */
record Membership(Term term, boolean negated, Query query) implements Condition {
    @Override
    public <R> R match(Cases<R> cases) {
        return cases.in(term, negated, query);
    }
}
