// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.integration;

import io.audiencebridge.adapter.campaign.client.Condition;
import io.audiencebridge.adapter.campaign.client.Literal;
import io.audiencebridge.adapter.campaign.client.Query;
import io.audiencebridge.adapter.campaign.client.XPath;
import io.audiencebridge.adapter.campaign.soap.CampaignSoap;
import io.audiencebridge.adapter.campaign.soap.Keyset;
import io.audiencebridge.adapter.campaign.soap.Row;
import io.audiencebridge.adapter.campaign.soap.Timestamps;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The few rows of a schema that is configuration, and their values. */
final class Records {
    /** More records of configuration than any instance has. */
    static final int MOST = 1_000;

    static final XPath ID = XPath.of("@id");

    private Records() {}

    /** Every row, in the query's order. */
    static <T> Either<BridgeError, Seq<T>> of(CampaignSoap soap, Query query, Function<Row, T> read, Call call) {
        List<T> found = new ArrayList<>();
        return soap.select(query, row -> found.add(read.apply(row)), call).map(count -> Vector.ofAll(found));
    }

    /** A query for {@code columns} of {@code schema}, the oldest rows first. */
    static Query.Builder on(String schema, Seq<XPath> columns) {
        return Query.on(schema).select(columns).orderBy(ID).limit(MOST);
    }

    /** A query for {@code columns} of the newest rows of {@code schema}. */
    static Query.Builder newest(String schema, Seq<XPath> columns, int most) {
        return Query.on(schema).select(columns).orderByDescending(ID).limit(most);
    }

    /** The record with that id or with that name at the attribute {@code name}. A name of digits alone is taken for an id. */
    static Condition named(String idOrName, String name) {
        return isId(idOrName)
                ? Condition.equal(ID, Keyset.literal(idOrName))
                : Condition.equal(XPath.of("@" + name), Literal.of(idOrName));
    }

    static boolean isId(String text) {
        return Keyset.isNumber(text);
    }

    /** A whole number; 0 for what is none, as Campaign writes no null for numbers. */
    static long number(Row row, String path) {
        String text = row.text(path);
        return text.matches("-?[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }

    /** A point in time; empty for what is none. */
    static Optional<Instant> instant(Row row, String path) {
        return Timestamps.instant(row.text(path)).toJavaOptional();
    }
}
