// SPDX-License-Identifier: Apache-2.0
package com.example.loyaltyhub;

import io.audiencebridge.adapter.http.HttpSettings;
import io.audiencebridge.adapter.http.HttpTransport;
import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.spi.connector.ConnectorSettings;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.net.URI;

/**
 * How to reach a LoyaltyHub.
 *
 * @param connection the name of the connection
 * @param uri the API's address
 * @param apiKey the key of its {@code X-Api-Key} header
 * @param pageSize members a page, from 1 to 10,000
 */
public record LoyaltyHubSettings(ConnectionName connection, URI uri, Secret apiKey, int pageSize)
        implements ConnectorSettings {
    /** LoyaltyHub, wherever it is. */
    public static final SystemId SYSTEM = new SystemId("loyaltyhub");

    private static final int USUAL_PAGE = 1000;
    private static final int LARGEST_PAGE = 10_000;

    /** A hub under the usual name, {@code loyaltyhub}, with pages of the usual size. */
    public static LoyaltyHubSettings of(URI uri, Secret apiKey) {
        return new LoyaltyHubSettings(ConnectionName.of(SYSTEM), uri, apiKey, USUAL_PAGE);
    }

    /** The same with pages of another size. */
    public LoyaltyHubSettings withPageSize(int members) {
        return new LoyaltyHubSettings(connection, uri, apiKey, members);
    }

    /** All that is wrong; the value of a secret is never among it. */
    Seq<Violation> violations() {
        Vector<Violation> found = Vector.ofAll(HttpTransport.plainHttp("uri", uri, HttpSettings.standard()));
        if (apiKey.isEmpty()) {
            found = found.append(new Violation("apiKey", "is empty; LoyaltyHub's administrator gives one out"));
        }
        if (pageSize < 1 || pageSize > LARGEST_PAGE) {
            found = found.append(new Violation("pageSize", pageSize + " is not from 1 to " + LARGEST_PAGE));
        }
        return found;
    }
}
