// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.looks;

import io.audiencebridge.adapter.campaign.client.OptionValue;
import io.audiencebridge.domain.diagnosis.Certainty;
import io.audiencebridge.domain.diagnosis.CheckOutcome;
import io.audiencebridge.domain.diagnosis.Severity;
import io.vavr.control.Option;
import java.util.OptionalLong;

/** Looks at the instance's options of the integration. Source: campaign.md, 8.1, X5 and X7. */
public final class OptionLook {
    /** Holds the id of the visitor data source. */
    public static final String DATA_SOURCE = "AAM_DataSourceId";

    /** After how many days tracking logs go. UNVERIFIED: that it counts days. */
    public static final String PURGE_DELAY = "NmsCleanup_TrackingLogPurgeDelay";

    private static final String NUMBER = "[0-9]{1,9}";

    private OptionLook() {}

    /** An option as a number; empty if it is none. */
    public static OptionalLong number(Option<OptionValue> option) {
        if (option.isEmpty()) {
            return OptionalLong.empty();
        }
        OptionValue value = option.get();
        if (value instanceof OptionValue.Whole whole) {
            return OptionalLong.of(whole.value());
        }
        return value instanceof OptionValue.Text text && text.value().strip().matches(NUMBER)
                ? OptionalLong.of(Long.parseLong(text.value().strip()))
                : OptionalLong.empty();
    }

    /** What the option says of a visitor data source of that id. */
    public static CheckOutcome dataSource(Situation situation, OptionalLong told, long id) {
        if (told.isEmpty()) {
            return situation.unseen(
                    Documented.OPTIONS,
                    "The option " + DATA_SOURCE
                            + " is not set or cannot be read; look under Administration, Platform, Options.");
        }
        return told.getAsLong() == id
                ? situation.met(Documented.OPTIONS, "The option " + DATA_SOURCE + " is " + id + ".")
                : situation.found(
                        Documented.OPTIONS,
                        Severity.INFORMS,
                        Certainty.POSSIBLE,
                        "The option " + DATA_SOURCE + " is " + told.getAsLong() + ", the request's data source " + id
                                + ".",
                        "Look which of the two Adobe has provisioned for visitor ids.");
    }
}
