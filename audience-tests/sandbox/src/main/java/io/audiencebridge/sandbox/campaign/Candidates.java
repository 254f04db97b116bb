// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The rows that can match, found by an index where the condition bounds one: a page of a keyset costs its own size, not the table's. */
final class Candidates {
    private final CampaignData data;
    private final From from;
    private final List<Expression.Condition> conjuncts;

    /** In which order rows come. */
    enum Order {
        KEY,
        KEY_DESCENDING,
        RECIPIENT
    }

    Candidates(CampaignData data, From from, List<Expression.Condition> conjuncts) {
        this.data = data;
        this.from = from;
        this.conjuncts = conjuncts;
    }

    Stream<Row> rows(Order order) {
        return switch (from.schema()) {
            case RECIPIENT -> recipients("@id", order).map(Row.class::cast);
            case TRACKING_LOG -> order == Order.RECIPIENT ? logsByRecipient() : logs(order);
            case RELATION -> relations(order);
            case OWN_TABLE -> ownTable(order);
            default -> entries(order);
        };
    }

    boolean isOneGroup() {
        NavigableSet<String> named = Bounds.of("@group-id", conjuncts).named();
        return named != null && named.size() <= 1;
    }

    /** How many rows there are if that is known without looking at them: all of a table, or the members of one list. */
    OptionalLong size() {
        if (conjuncts.isEmpty()) {
            return switch (from.schema()) {
                case RECIPIENT -> OptionalLong.of(data.recipientTable().size());
                case TRACKING_LOG -> OptionalLong.of(data.logs().all().size());
                case OWN_TABLE ->
                    OptionalLong.of(
                            Objects.requireNonNull(from.list()).members().size());
                default -> OptionalLong.empty();
            };
        }
        if (from.schema() != Schema.RELATION || conjuncts.size() != 1 || !isOneGroup()) {
            return OptionalLong.empty();
        }
        NavigableSet<String> groups =
                Objects.requireNonNull(Bounds.of("@group-id", conjuncts).named());
        RecipientGroup group = groups.isEmpty() ? null : data.group(groups.first());
        return OptionalLong.of(
                group == null || group.hasOwnTable() ? 0 : group.members().size());
    }

    private Stream<Row> entries(Order order) {
        NavigableSet<String> named = Bounds.of("@id", conjuncts).named();
        if (named != null) {
            return directed(named, order)
                    .map(id -> data.find(from.schema(), id))
                    .flatMap(Stream::ofNullable);
        }
        Stream<Row> all = data.entries(from.schema()).stream().map(Row.class::cast);
        return order == Order.KEY_DESCENDING
                ? all.sorted(Comparator.<Row, String>comparing(row -> row.column("@id"), Ids.ORDER)
                        .reversed())
                : all;
    }

    private Stream<Recipient> recipients(String key, Order order) {
        Bounds bounds = Bounds.of(key, conjuncts);
        NavigableSet<String> narrowed = bounds.named() != null ? bounds.named() : narrowed();
        if (narrowed != null) {
            return directed(bounds.within(narrowed), order)
                    .map(data.recipients()::get)
                    .flatMap(Stream::ofNullable);
        }
        NavigableMap<String, Recipient> rest = bounds.within(data.recipientTable());
        return inOrder((order == Order.KEY_DESCENDING ? rest.descendingMap() : rest)
                .values()
                .iterator());
    }

    /** A stream that does not first count: the size of a tree's tail is found by walking through it. */
    private static <T> Stream<T> inOrder(Iterator<T> rows) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED), false);
    }

    /** The ids of the recipients among which all of the result are, by whatever else than the id; null if nothing narrows them. */
    private @Nullable NavigableSet<String> narrowed() {
        if (from.schema() != Schema.RECIPIENT) {
            return null;
        }
        for (String column : Recipients.LOOKED_UP) {
            NavigableSet<String> values = Bounds.of(column, conjuncts).named();
            if (values != null) {
                NavigableSet<String> ids = new TreeSet<>(Ids.ORDER);
                values.forEach(value -> ids.addAll(data.recipients().with(column, value)));
                return ids;
            }
        }
        for (Expression.Condition conjunct : conjuncts) {
            NavigableSet<String> ids = conjunct instanceof Expression.Exists exists ? narrowedBy(exists) : null;
            if (ids != null) {
                return ids;
            }
        }
        String changed = Bounds.of("@lastModified", conjuncts).least();
        return changed != null && data.recipients().knowsChangesSince(Times.instant(changed))
                ? data.recipients().changedSince(Times.instant(changed))
                : null;
    }

    private @Nullable NavigableSet<String> narrowedBy(Expression.Exists exists) {
        List<Expression.Condition> inner = Condition.conjuncts(exists.inner());
        if (exists.collection().equals("rcpGrpRel")) {
            NavigableSet<String> groups = Bounds.of("@group-id", inner).named();
            RecipientGroup group = groups == null || groups.size() != 1 ? null : data.group(groups.first());
            return group == null || group.hasOwnTable() ? null : group.members();
        }
        if (!exists.collection().equals("trackingLog")) {
            return null;
        }
        List<TrackingLog> logs = logsFrom(inner);
        if (logs.size() == data.logs().all().size()) {
            return null;
        }
        NavigableSet<String> ids = new TreeSet<>(Ids.ORDER);
        logs.forEach(log -> ids.add(log.recipient().id()));
        return ids;
    }

    private Stream<Row> logsByRecipient() {
        return recipients("@recipient-id", Order.KEY).flatMap(recipient -> recipient.logs().stream());
    }

    private Stream<Row> logs(Order order) {
        if (Bounds.of("@recipient-id", conjuncts).named() != null) {
            Comparator<TrackingLog> byNumber = Comparator.comparingLong(TrackingLog::number);
            return recipients("@recipient-id", Order.KEY)
                    .flatMap(recipient -> recipient.logs().stream())
                    .sorted(order == Order.KEY ? byNumber : byNumber.reversed())
                    .map(Row.class::cast);
        }
        List<TrackingLog> logs = logsFrom(conjuncts);
        int size = logs.size();
        return order == Order.KEY
                ? logs.stream().map(Row.class::cast)
                : Stream.iterate(size - 1, at -> at >= 0, at -> at - 1).map(logs::get);
    }

    /** The tail of the logs that a watermark leaves, by number or by date. */
    private List<TrackingLog> logsFrom(List<Expression.Condition> conditions) {
        Bounds numbers = Bounds.of("@id", conditions);
        String least = numbers.named() != null && !numbers.named().isEmpty()
                ? numbers.named().first()
                : numbers.least();
        if (least != null && Ids.isNumber(least)) {
            return data.logs().from(Long.parseLong(least));
        }
        String since = Bounds.of("@logDate", conditions).least();
        Instant time = since == null ? Instant.EPOCH : Times.instant(since);
        return since == null ? data.logs().all() : data.logs().since(time);
    }

    private Stream<Row> relations(Order order) {
        NavigableSet<String> groups = Bounds.of("@group-id", conjuncts).named();
        Stream<RecipientGroup> among = groups == null
                ? data.groups().stream()
                : groups.stream().map(data::group).flatMap(Stream::ofNullable);
        Bounds members = Bounds.of("@recipient-id", conjuncts);
        return among.filter(group -> !group.hasOwnTable())
                .flatMap(group -> directed(members(group, members), order)
                        .<Row>map(id -> new Relation(group, id, data.recipientTable())));
    }

    private static NavigableSet<String> members(RecipientGroup group, Bounds bounds) {
        NavigableSet<String> named = bounds.named();
        if (named == null) {
            return bounds.within(group.members());
        }
        NavigableSet<String> members = new TreeSet<>(Ids.ORDER);
        // The list's own text of an id, which the condition may write another way.
        named.forEach(id -> {
            String own = group.members().floor(id);
            if (own != null && Ids.compare(own, id) == 0) {
                members.add(own);
            }
        });
        return members;
    }

    private Stream<Row> ownTable(Order order) {
        RecipientGroup list = Objects.requireNonNull(from.list());
        return directed(members(list, Bounds.of("@id", conjuncts)), order)
                .<Row>map(id -> new OwnRow(id, data.recipientTable()));
    }

    private static Stream<String> directed(NavigableSet<String> ids, Order order) {
        return inOrder((order == Order.KEY_DESCENDING ? ids.descendingSet() : ids).iterator());
    }
}
