// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.dcs;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands between percent signs in the URL of a destination. Source: audience-manager.md, section 2.8. */
final class UrlMacros {
    private static final Pattern MACRO =
            Pattern.compile("(?i)%(did|mcid|region|rnd|timestamp|http_proto|dpid_(\\d+))%");

    private final Partner partner;
    private final String uuid;
    private final int region;

    UrlMacros(Partner partner, String uuid, int region) {
        this.partner = partner;
        this.uuid = uuid;
        this.region = region;
    }

    String apply(String url) {
        return MACRO.matcher(url).replaceAll(found -> Matcher.quoteReplacement(value(found.group(1))));
    }

    private String value(String macro) {
        String name = macro.toLowerCase(Locale.ROOT);
        return switch (name) {
            case "did" -> uuid;
            case "mcid" -> partner.visits().ecid(uuid);
            case "region" -> Integer.toString(region);
            case "rnd" -> Integer.toString(ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE));
            case "timestamp" -> Long.toString(partner.definitions().now().getEpochSecond());
            case "http_proto" -> "https";
            default -> declared(Long.parseLong(name.substring("dpid_".length())));
        };
    }

    private String declared(long dataSource) {
        return partner.visits().declaredIds(uuid, dataSource).stream()
                .findFirst()
                .map(id -> URLEncoder.encode(id, StandardCharsets.UTF_8))
                .orElse("");
    }
}
