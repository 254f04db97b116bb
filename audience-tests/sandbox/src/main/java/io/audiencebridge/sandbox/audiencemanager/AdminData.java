// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.sandbox.audiencemanager.profiles.IdKind;
import io.audiencebridge.sandbox.audiencemanager.profiles.MergeRule.Authentication;
import io.audiencebridge.sandbox.audiencemanager.profiles.Profiles;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What Adobe's people, or a page of the user interface, set up and no API does. Guarded by the company's lock. */
final class AdminData {
    private static final Set<String> AUTHENTICATIONS =
            Arrays.stream(Authentication.values()).map(Enum::name).collect(Collectors.toSet());

    private final Company company;

    AdminData(Company company) {
        this.company = company;
    }

    void mergeRule(JsonNode json) {
        long number = json.path("dataSourceId").asLong(0);
        if (number != 0 && company.dataSources().find(number).isPresent()) {
            throw new IllegalArgumentException("Data source " + number + " exists already");
        }
        mergeRule(
                number,
                json.path("name").asText(),
                json.path("authentication").asText(),
                json.path("dataSources").valueStream().map(JsonNode::asLong).toList());
    }

    long mergeRule(String name, String authentication, List<Long> dataSources) {
        return mergeRule(0, name, authentication, dataSources);
    }

    private long mergeRule(long number, String name, String authentication, List<Long> dataSources) {
        if (!AUTHENTICATIONS.contains(authentication)) {
            throw new IllegalArgumentException(
                    "'authentication' must be one of " + AUTHENTICATIONS + ", but is '" + authentication + "'");
        }
        for (long source : dataSources) {
            if (!company.profiles().isCrossDevice(source)) {
                throw new IllegalArgumentException("Data source " + source + " is no cross-device source");
            }
        }
        return StartingData.mergeRule(company, number, name, authentication, dataSources)
                .path("dataSourceId")
                .asLong();
    }

    void fileDestination(JsonNode json) {
        fileDestination(
                json.path("name").asText(), json.path("masterDataSourceId").asLong(-1));
    }

    long fileDestination(String name, long master) {
        boolean known = master == Profiles.DEVICES
                || company.definitions().dataSource(master).isPresent()
                || IdKind.isGlobal(master);
        if (!known) {
            throw new IllegalArgumentException("'masterDataSourceId' must name a data source, but is " + master);
        }
        return StartingData.destination(company, 0, name, master)
                .path("destinationId")
                .asLong();
    }
}
