// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.diagnosis;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.Ecid;
import io.audiencebridge.domain.sharing.RecipientRef;

/**
 * Asks why a person is, or is not, in an audience or a list. Prints no id.
 *
 * @param audience a recipient list or a shared audience
 * @param dataSource by which ids it is shared
 * @param person the person, by any of the three
 */
public record ExplainRequest(AudienceRef audience, DataSource dataSource, Person person) {
    /** Who. */
    public sealed interface Person {
        /** A recipient. */
        record Recipient(RecipientRef recipient) implements Person {}

        /**
         * Whoever has a declared id.
         *
         * @param value in stored form: what Campaign's reconciliation key holds
         */
        record Declared(String value) implements Person {
            @Override
            public String toString() {
                return "Declared[hidden]";
            }
        }

        /** Whoever uses a browser or device. */
        record Visitor(Ecid visitor) implements Person {
            @Override
            public String toString() {
                return "Visitor[hidden]";
            }
        }
    }
}
