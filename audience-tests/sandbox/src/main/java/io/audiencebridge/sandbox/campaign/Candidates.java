// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The rows that can match, found by the key where the condition bounds it: a page of a keyset costs its own size, not the table's. */
final class Candidates {
    private final CampaignData data;
    private final Schema schema;
    private final List<Expression> conjuncts;

    Candidates(CampaignData data, Schema schema, List<Expression> conjuncts) {
        this.data = data;
        this.schema = schema;
        this.conjuncts = conjuncts;
    }

    /** The rows in the order of their key; tracking logs by recipient if asked for. */
    Stream<Row> rows(boolean byRecipient) {
        return switch (schema) {
            case RECIPIENT -> recipients("@id").map(Row.class::cast);
            case TRACKING_LOG ->
                byRecipient ? recipients("@recipient-id").flatMap(recipient -> recipient.logs().stream()) : logs();
            case GROUP -> data.groupTable().values().stream().map(Row.class::cast);
            case RELATION -> relations();
            case FOLDER -> Stream.of(Folder.RECIPIENTS, Folder.LISTS);
        };
    }

    boolean isOneGroup() {
        return literal("@group-id", "=") != null;
    }

    private Stream<Recipient> recipients(String key) {
        NavigableMap<String, Recipient> table = data.recipientTable();
        NavigableSet<String> named = named(key);
        if (named != null) {
            return named.stream().filter(table::containsKey).map(table::get);
        }
        String after = literal(key, ">");
        Map<String, Recipient> rest = after == null ? table : table.tailMap(after, false);
        return rest.values().stream();
    }

    private Stream<Row> logs() {
        if (named("@recipient-id") != null) {
            return recipients("@recipient-id")
                    .flatMap(recipient -> recipient.logs().stream())
                    .sorted(Comparator.comparingLong(TrackingLog::number))
                    .map(Row.class::cast);
        }
        String after = literal("@id", ">");
        int from = after != null && Ids.isNumber(after)
                ? (int) Math.min(
                        Math.max(0, Long.parseLong(after)), data.logTable().size())
                : 0;
        return data.logTable().subList(from, data.logTable().size()).stream().map(Row.class::cast);
    }

    private Stream<Row> relations() {
        String id = literal("@group-id", "=");
        String after = literal("@recipient-id", ">");
        Stream<RecipientGroup> groups =
                id == null ? data.groupTable().values().stream() : Stream.ofNullable(data.group(id));
        NavigableSet<String> named = named("@recipient-id");
        if (named != null) {
            return groups.flatMap(group -> named.stream()
                    .filter(group.members()::contains)
                    .map(data.recipientTable()::get)
                    .map(recipient -> new Relation(group, recipient.id(), data.recipientTable())));
        }
        return groups.flatMap(group -> StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(data.relations(group, after), Spliterator.ORDERED), false));
    }

    /** The only values that a key can have, in its order; null if the condition does not name them. */
    private @Nullable NavigableSet<String> named(String column) {
        NavigableSet<String> values = new TreeSet<>(Ids.ORDER);
        String exactly = literal(column, "=");
        if (exactly != null) {
            values.add(exactly);
            return values;
        }
        for (Expression conjunct : conjuncts) {
            if (conjunct instanceof Expression.In in
                    && in.value() instanceof Expression.Column value
                    && value.path().isOwn(column)
                    && in.among().stream().allMatch(Expression.Literal.class::isInstance)) {
                in.among().forEach(one -> values.add(((Expression.Literal) one).value()));
                return values;
            }
        }
        return null;
    }

    private @Nullable String literal(String column, String operator) {
        for (Expression conjunct : conjuncts) {
            if (conjunct instanceof Expression.Comparison comparison
                    && comparison.operator().equals(operator)
                    && comparison.left() instanceof Expression.Column left
                    && left.path().isOwn(column)
                    && comparison.right() instanceof Expression.Literal literal) {
                return literal.value();
            }
        }
        return null;
    }
}
