// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What the company has from the start: data sources for visitors and for Campaign's declared ids, merge rules, and
 * Campaign's two destinations. Merge rules and file destinations cannot be created by the API.
 */
final class StartingData {
    static final long VISITORS = 13701;
    static final long DECLARED = 13702;
    static final long LAST_AUTHENTICATED = 13703;
    static final long DEVICE_ONLY = 13704;
    static final long VISITOR_DESTINATION = 20101;
    static final long DECLARED_DESTINATION = 20102;

    /** UNVERIFIED: how a data source shows that it stands for a merge rule. */
    static final String MERGE_RULE = "PROFILE_MERGE_RULE";

    /** Of a merge rule: which profiles of people it looks at. Never shown by the API. */
    static final String AUTHENTICATION = "crossDeviceOption";

    /** Of a merge rule: the cross-device sources whose last authenticated profile it reads. Never shown by the API. */
    static final String READS = "crossDeviceDataSourceIds";

    /** Of a destination: the data source of the ids in its files. */
    static final String MASTER = "masterDataSourceId";

    private StartingData() {}

    static void fill(Company company) {
        dataSource(company, VISITORS, "Experience Cloud visitors", "visitors", "GENERAL")
                .put("idType", "COOKIE")
                .put("marketingCloudVisitorIdVersion", 1);
        dataSource(company, DECLARED, "Adobe Campaign Declared ID", "AdobeCampaignID", "GENERAL")
                .put("idType", "CROSS_DEVICE")
                .put("subIdType", "CROSS_DEVICE_PERSON")
                .put("supportsAuthenticatedProfile", true)
                .put("authenticatedProfileName", "Adobe Campaign Declared ID");
        mergeRule(
                company,
                LAST_AUTHENTICATED,
                "Last authenticated: Adobe Campaign Declared ID",
                "LAST_AUTHENTICATED",
                List.of(DECLARED));
        mergeRule(company, DEVICE_ONLY, "No cross-device profile: device", "NO_CROSS_DEVICE", List.of());
        destination(company, VISITOR_DESTINATION, "Adobe Campaign visitor ID", VISITORS);
        destination(company, DECLARED_DESTINATION, "Adobe Campaign declared ID", DECLARED);
    }

    private static ObjectNode dataSource(Company company, long id, String name, String code, String type) {
        ObjectNode source = DataSourceResource.defaults()
                .put("dataSourceId", id)
                .put("name", name)
                .put("description", name)
                .put("type", type)
                .put("inboundS2S", true)
                .put("outboundS2S", true);
        if (!code.isEmpty()) {
            source.put("integrationCode", code);
        }
        return company.add(company.dataSources(), source);
    }

    /** Adds a merge rule; number 0 gets one. */
    static ObjectNode mergeRule(Company company, long id, String name, String authentication, List<Long> reads) {
        ObjectNode rule = dataSource(company, id, name, "", MERGE_RULE)
                .put("idType", "COOKIE")
                .put(AUTHENTICATION, authentication);
        reads.forEach(rule.putArray(READS)::add);
        return rule;
    }

    /** Adds a destination for files; number 0 gets one. */
    static ObjectNode destination(Company company, long id, String name, long master) {
        ObjectNode destination = JsonNodeFactory.instance
                .objectNode()
                .put("destinationId", id)
                .put("name", name)
                .put("description", "Full file once a day")
                .put("destinationType", "S2S")
                .put("status", "ACTIVE")
                .put("dataSourceId", master)
                .put(MASTER, master)
                .put("domainRestrictions", "all_domains");
        return company.add(company.destinations(), destination);
    }
}
