// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.lists;

import io.audiencebridge.adapter.campaign.client.CampaignList;
import io.audiencebridge.adapter.campaign.client.XPath;
import io.audiencebridge.adapter.campaign.soap.Row;
import io.vavr.collection.Vector;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** A list in a row of {@code nms:group}. Source: recorded answers; Campaign Classic, "Database cleanup workflow". */
final class ListRow {
    /** UNVERIFIED: {@code @lastModified} of a list; the others were seen in recorded answers or documents. */
    static final Vector<XPath> COLUMNS = Vector.of(
                    "@id",
                    "@name",
                    "@label",
                    "@type",
                    "@created",
                    "@lastModified",
                    "@deleteStatus",
                    "@expirationDate",
                    "[@folder-id]",
                    "[folder/@label]",
                    "desc")
            .map(XPath::of);

    private ListRow() {}

    /** The list, seen at {@code now}. */
    static CampaignList read(Row row, Instant now) {
        Optional<Instant> expires = instant(row.text("expirationDate"));
        return CampaignList.builder()
                .id(row.text("id"))
                .name(row.text("name"))
                .label(row.text("label"))
                .description(row.text("desc").strip())
                .folderId(row.text("folder-id"))
                .folder(row.text("folder/label"))
                .kind(kind(row.text("type")))
                .state(state(row, expires, now))
                .created(instant(row.text("created")))
                .modified(instant(row.text("lastModified")))
                .expires(expires)
                .build();
    }

    private static CampaignList.Kind kind(String type) {
        return switch (type) {
            case "", "0" -> CampaignList.Kind.RECIPIENTS;
            case "1" -> CampaignList.Kind.OWN_TABLE;
            case "2" -> CampaignList.Kind.FILE;
            case "3" -> CampaignList.Kind.TEMPLATE;
            default -> CampaignList.Kind.UNKNOWN;
        };
    }

    private static CampaignList.State state(Row row, Optional<Instant> expires, Instant now) {
        String status = row.text("deleteStatus");
        if (!status.isEmpty() && !status.equals("0")) {
            return CampaignList.State.DELETED;
        }
        return expires.filter(end -> !end.isAfter(now)).isPresent()
                ? CampaignList.State.EXPIRED
                : CampaignList.State.PRESENT;
    }

    /** Campaign writes UTC with a space between date and time; a date alone is its first moment. */
    private static Optional<Instant> instant(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(text.length() > 10 ? text.replace(' ', 'T') : text + "T00:00:00Z"));
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }
}
