// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import io.audiencebridge.adapter.audiencemanager.client.CookieFormat;
import io.audiencebridge.adapter.audiencemanager.client.DestinationDraft;
import io.audiencebridge.adapter.audiencemanager.client.UrlFormat;
import java.util.Optional;

/** The members of a destination that only one type has. Answers tell sizes as numbers, requests as text (the documentation's own samples). */
final class DestinationFormats {
    private static final String SERIALISED = "serializationEnabled";

    /** UNVERIFIED: what it means; every documented request has it. */
    private static final int AD_SERVER_TYPE = 1;

    private DestinationFormats() {}

    static Optional<UrlFormat> url(Fields fields) {
        return fields.text("urlFormatString")
                .map(url -> UrlFormat.builder()
                        .url(url)
                        .secureUrl(fields.text("secureUrlFormatString").orElse(url))
                        .delimiter(fields.text("delimiter"))
                        .build());
    }

    static Optional<CookieFormat> cookie(Fields fields) {
        return fields.text("cookieName")
                .map(name -> CookieFormat.builder()
                        .cookieName(name)
                        .domain(fields.text("cnameDomain"))
                        .maxSize(fields.number("maxSize").orElse(0))
                        .ttlDays(fields.number("ttl").orElse(0))
                        .singleKey(fields.text("singleKey"))
                        .keySeparator(fields.text("keySeparator").orElse(""))
                        .valueSeparator(fields.text("valueSeparator").orElse(""))
                        .serializationSeparator(fields.text("serializationSeparator"))
                        .siteIds(fields.numbers("siteIDs"))
                        .build());
    }

    static Body write(DestinationDraft draft, Body body) {
        if (draft.type().equals(DestinationDraft.URL)) {
            body.flag(SERIALISED, Optional.of(draft.urlFormat().isPresent()));
        }
        draft.urlFormat().ifPresent(format -> write(format, body));
        draft.cookieFormat().ifPresent(format -> write(format, body));
        return body;
    }

    private static void write(UrlFormat format, Body body) {
        body.text("urlFormatString", format.url())
                .text("secureUrlFormatString", format.secureUrl())
                .text("delimiter", format.delimiter());
    }

    private static void write(CookieFormat format, Body body) {
        body.number("adServerTypeID", AD_SERVER_TYPE)
                .text("cookieName", format.cookieName())
                .text("cnameDomain", format.domain())
                .text("maxSize", Long.toString(format.maxSize()))
                .text("ttl", Long.toString(format.ttlDays()))
                .text("formatType", format.singleKey().isPresent() ? "single_key" : "key_value")
                .text("singleKey", format.singleKey())
                .text("keySeparator", format.keySeparator())
                .text("valueSeparator", format.valueSeparator())
                .flag(SERIALISED, Optional.of(format.serializationSeparator().isPresent()))
                .text("serializationSeparator", format.serializationSeparator())
                .numbers("siteIDs", format.siteIds());
    }
}
