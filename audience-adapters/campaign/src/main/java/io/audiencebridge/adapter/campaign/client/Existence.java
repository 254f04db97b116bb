// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

/** A look at the records behind a link. */
record Existence(XPath link, boolean negated, Condition condition) implements Condition {
    @Override
    public <R> R match(Cases<R> cases) {
        return cases.exists(link, negated, condition);
    }
}
