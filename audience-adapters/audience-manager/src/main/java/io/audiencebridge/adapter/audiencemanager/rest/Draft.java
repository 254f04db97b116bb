// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import io.audiencebridge.domain.system.HouseValue;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** A trait or segment to be created. */
@HouseValue
@Value.Immutable
public interface Draft {
    /** Its name, at most 255 characters. */
    String name();

    /** The code under which a repeat finds it, in letters, digits and hyphens. */
    String integrationCode();

    /** The data source that owns it. */
    long dataSourceId();

    /** The folder it is shown in. */
    long folderId();

    /** Of a segment: the data source that stands for its profile merge rule; empty for the company's default rule. */
    OptionalLong mergeRuleDataSourceId();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds drafts. */
    final class Builder extends ImmutableDraft.Builder {
        Builder() {}
    }
}
