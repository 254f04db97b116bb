// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.sharing;

import io.audiencebridge.domain.identity.DataSource;

/**
 * A person's value of a data source's key. Prints no value.
 *
 * @param dataSource of what it is a value; matched by declared id
 * @param value the value in stored form: what Campaign's reconciliation key holds
 */
public record PersonKey(DataSource dataSource, String value) {
    @Override
    public String toString() {
        return "PersonKey[hidden, data source " + dataSource.id() + "]";
    }
}
