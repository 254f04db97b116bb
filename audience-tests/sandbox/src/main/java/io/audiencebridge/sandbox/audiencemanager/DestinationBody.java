// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a destination for URLs or cookies needs. Source: audience-manager.md, section 2.8. */
final class DestinationBody {
    private static final Schema BODY = new Schema()
            .texts("name", "description", "destinationType", "status", "startDate", "endDate", "domainRestrictions")
            .texts("urlFormatString", "secureUrlFormatString", "delimiter", "cookieName", "cnameDomain", "formatType")
            .texts("singleKey", "keySeparator", "valueSeparator", "serializationSeparator", "mappingAutoFiller")
            .texts("devicePlatform")
            .numbers("dataSourceId", "adServerTypeID", "maxSize", "ttl")
            .flags("serializationEnabled", "mapAllSegments")
            .any("siteIDs", "dataExportLabels");
    private static final int URL_TAG = 1;

    private final ObjectNode read;
    private final List<String> violations = new ArrayList<>();

    private DestinationBody(JsonNode body) {
        read = BODY.read(body, violations);
    }

    /** The members of a new destination. */
    static ObjectNode created(JsonNode body) {
        DestinationBody checked = new DestinationBody(body);
        checked.common();
        switch (checked.read.path("destinationType").asText()) {
            case "PUSH" -> checked.url();
            case "ADS" -> checked.cookie();
            default ->
                throw ApiError.invalid("destinationType must be PUSH or ADS; others cannot be created by the API");
        }
        Checks.refuse(checked.violations);
        return checked.read;
    }

    /** The members that replace those of a destination of some type, which stays what it is. */
    static ObjectNode replaced(JsonNode body, String type) {
        DestinationBody checked = new DestinationBody(body);
        checked.common();
        checked.read.put("destinationType", type);
        if (type.equals("PUSH")) {
            checked.url();
        } else if (type.equals("ADS")) {
            checked.cookie();
        }
        Checks.refuse(checked.violations);
        return checked.read;
    }

    private void common() {
        Checks.required(read, violations, "name", "destinationType");
        Checks.shortEnough(read, violations, "name");
        Checks.oneOf(read, violations, "destinationType", "PUSH", "ADS", "S2S", "PULL");
        Checks.oneOf(read, violations, "mappingAutoFiller", "SID", "IC", "NONE");
        String status = read.path("status").asText("ACTIVE").toUpperCase(Locale.ROOT);
        read.put("status", status.equals("1") ? "ACTIVE" : status);
        Checks.oneOf(read, violations, "status", "ACTIVE", "INACTIVE");
    }

    private void url() {
        Checks.required(read, violations, "serializationEnabled");
        if (read.path("serializationEnabled").asBoolean()) {
            Checks.required(read, violations, "urlFormatString", "secureUrlFormatString", "delimiter");
            for (String url : List.of("urlFormatString", "secureUrlFormatString")) {
                String text = read.path(url).asText("");
                if (!text.isEmpty() && !text.toUpperCase(Locale.ROOT).contains("%ALIAS%")) {
                    violations.add(url + " must contain %ALIAS%");
                }
            }
        }
        read.put("tagType", URL_TAG);
    }

    private void cookie() {
        Checks.required(read, violations, "cookieName", "cnameDomain", "maxSize", "ttl", "formatType");
        Checks.required(read, violations, "keySeparator", "valueSeparator", "serializationEnabled");
        Checks.oneOf(read, violations, "formatType", "single_key", "key_value");
        if (read.path("formatType").asText().equals("single_key")) {
            Checks.required(read, violations, "singleKey");
        }
        if (read.path("serializationEnabled").asBoolean()) {
            Checks.required(read, violations, "serializationSeparator");
        }
        read.put("transferMethod", 0).put("uparamEnabled", false);
    }
}
