// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

import io.audiencebridge.domain.system.HouseValue;
import java.util.Map;
import org.immutables.value.Value;

/** An event for one activity of a workflow, most often for an <i>External signal</i>. */
@HouseValue
@Value.Immutable
public interface WorkflowEvent {
    /** The activity's name, such as {@code signal}. */
    String activity();

    /** Which of its transitions the event takes; empty text, the default, for the first. */
    @Value.Default
    default String transition() {
        return "";
    }

    /** Variables of the event, by plain names. */
    Map<String, String> variables();

    /** Whether the activity ends with it, so that it takes no further event; false by default. */
    @Value.Default
    default boolean complete() {
        return false;
    }

    /** An event for {@code activity} without variables. */
    static WorkflowEvent of(String activity) {
        return builder().activity(activity).build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds events. */
    final class Builder extends ImmutableWorkflowEvent.Builder {
        Builder() {}
    }
}
