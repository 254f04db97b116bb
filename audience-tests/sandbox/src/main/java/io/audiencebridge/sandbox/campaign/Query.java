// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** One {@code ExecuteQuery}. Source: campaign.md, section 3.1. */
final class Query {
    /** How much of an answer is made before it goes out, in characters: a client reads it while the rest is being made. */
    private static final int PIECE = 1 << 15;

    private final CampaignData data;
    private final From from;
    private final String operation;
    private final long startLine;
    private final long lineCount;
    private final boolean distinct;
    private final Projection projection;
    private final Expression.Condition where;
    private final Grouping grouping;
    private final List<OrderBy> orders = new ArrayList<>();

    /** A value to order by, and which way. */
    private record OrderBy(Expression value, boolean descending) {
        Comparator<Tuple> comparator() {
            Comparator<Tuple> ascending =
                    (one, two) -> Values.compare(value.type(), value.valueIn(one), value.valueIn(two));
            return descending ? ascending.reversed() : ascending;
        }

        /** The column that it is; empty if it is another value. */
        String column() {
            return value instanceof Expression.Column column
                            && column.path().links().isEmpty()
                    ? column.path().column()
                    : "";
        }
    }

    Query(Element definition, CampaignData data) {
        this.data = data;
        from = From.named(definition.getAttribute("schema"), data);
        String asked = definition.getAttribute("operation");
        operation = asked.isEmpty() ? "select" : asked;
        startLine = number(definition, "startLine", 0);
        lineCount = number(definition, "lineCount", data.rules().defaultLineCount());
        distinct = Condition.isTrue(definition.getAttribute("distinct"));
        projection = Projection.of(Dom.child(definition, "select"), from.schema(), data);
        where = both(conditions(definition, "where"), conditions(definition, "sysFilter"));
        Element orderBy = Dom.child(definition, "orderBy");
        if (orderBy != null) {
            Dom.children(orderBy, "node").forEach(this::addOrder);
        }
        grouping = grouping(definition);
        if (startLine > 0 && orders.isEmpty() && data.rules().strictPaging()) {
            throw SoapFault.inMethod("XTK-170036 A query with a startLine needs an orderBy.");
        }
    }

    private Expression.Condition conditions(Element definition, String name) {
        Element conditions = Dom.child(definition, name);
        Expression.Condition condition =
                conditions == null ? new Expression.Always() : Condition.of(conditions, from.schema(), data);
        if (!Parts.aggregates(condition).isEmpty()) {
            throw SoapFault.badExpression("an aggregate in " + name);
        }
        return condition;
    }

    private static Expression.Condition both(Expression.Condition one, Expression.Condition two) {
        return two instanceof Expression.Always ? one : new Expression.And(one, two);
    }

    private Grouping grouping(Element definition) {
        List<Expression> keys = new ArrayList<>(projection.keys());
        Element groupBy = Dom.child(definition, "groupBy");
        if (groupBy != null) {
            Dom.children(groupBy, "node")
                    .forEach(node ->
                            keys.add(ExpressionParser.value(node.getAttribute("expr"), from.schema(), data.now())));
        }
        Element having = Dom.child(definition, "having");
        Expression.Condition kept =
                having == null ? new Expression.Always() : Condition.of(having, from.schema(), data);
        List<Expression> values = new ArrayList<>(projection.values());
        values.add(kept);
        orders.forEach(order -> values.add(order.value()));
        return Grouping.of(keys, values, kept);
    }

    /** Appends the answer's payload to {@code out}; of a large one {@code pieces} takes over what is there already, a record never being cut. */
    void run(StringBuilder out, Consumer<CharSequence> pieces) {
        switch (operation) {
            case "select" -> select(out, pieces);
            case "count" ->
                out.append('<')
                        .append(from.schema().element())
                        .append(" count='")
                        .append(count())
                        .append("'/>");
            case "get", "getIfExists" -> one(out);
            default -> throw SoapFault.inMethod("XTK-170036 The operation '" + operation + "' is unknown.");
        }
    }

    private long count() {
        OptionalLong known = grouping.isNone() && !distinct && collection() == null
                ? new Candidates(data, from, Condition.conjuncts(where)).size()
                : OptionalLong.empty();
        return known.isPresent()
                ? known.getAsLong()
                : distinct(grouping.groups(matching(Candidates.Order.KEY))).count();
    }

    private void select(StringBuilder out, Consumer<CharSequence> pieces) {
        String element = from.schema().element();
        out.append('<').append(element).append("-collection>");
        distinct(ordered()).skip(startLine).limit(lineCount).forEach(tuple -> {
            projection.write(element, tuple, out);
            if (out.length() >= PIECE) {
                pieces.accept(out);
                out.setLength(0);
            }
        });
        out.append("</").append(element).append("-collection>");
    }

    private void one(StringBuilder out) {
        Tuple first = ordered().findFirst().orElse(null);
        String element = from.schema().element();
        if (first == null && operation.equals("get")) {
            throw SoapFault.noRecord(from.schema().id());
        }
        if (first == null) {
            out.append('<').append(element).append("/>");
        } else {
            projection.write(element, first, out);
        }
    }

    private Stream<Tuple> distinct(Stream<Tuple> tuples) {
        if (!distinct) {
            return tuples;
        }
        Set<List<String>> seen = new HashSet<>();
        return tuples.filter(tuple -> seen.add(
                projection.values().stream().map(value -> value.valueIn(tuple)).toList()));
    }

    private Stream<Tuple> ordered() {
        Candidates.Order natural = grouping.isNone() ? natural() : null;
        if (natural != null) {
            return matching(natural);
        }
        Stream<Tuple> tuples = grouping.groups(matching(Candidates.Order.KEY));
        return orders.stream()
                .map(OrderBy::comparator)
                .reduce(Comparator::thenComparing)
                .map(tuples::sorted)
                .orElse(tuples);
    }

    private Stream<Tuple> matching(Candidates.Order order) {
        String collection = collection();
        Stream<Row> rows = new Candidates(data, from, Condition.conjuncts(where)).rows(order);
        // Most queries join nothing: a stream for each row would cost more than the row.
        Stream<Tuple> tuples = collection == null
                ? rows.map(row -> new Tuple(row, null))
                : rows.mapMulti((row, taker) -> Tuples.each(row, collection, data, taker));
        return where instanceof Expression.Always ? tuples : tuples.filter(where::test);
    }

    private @Nullable String collection() {
        List<Expression> all = new ArrayList<>(projection.values());
        all.add(where);
        orders.forEach(order -> all.add(order.value()));
        return Tuples.collection(all);
    }

    /** The order in which the table gives its rows, if that is the one asked for: tables are kept by their keys, tracking logs also by recipient. */
    private Candidates.@Nullable Order natural() {
        List<String> columns = orders.stream().map(OrderBy::column).toList();
        boolean ascending = orders.stream().noneMatch(OrderBy::descending);
        boolean descending = orders.stream().allMatch(OrderBy::descending);
        if (columns.isEmpty()) {
            return Candidates.Order.KEY;
        }
        if (ascending && from.schema() == Schema.TRACKING_LOG && isStart(columns, List.of("@recipient-id", "@id"))) {
            return Candidates.Order.RECIPIENT;
        }
        List<String> key = key();
        boolean whole =
                columns.size() >= key.size() && columns.subList(0, key.size()).equals(key);
        if (ascending && (isStart(columns, key) || (whole && isFinal(columns.subList(key.size(), columns.size()))))) {
            return Candidates.Order.KEY;
        }
        return descending && columns.equals(key) && collection() == null ? Candidates.Order.KEY_DESCENDING : null;
    }

    /** After a whole key nothing is left to be ordered, but for the records of a collection, which come by their numbers. */
    private boolean isFinal(List<String> rest) {
        OrderBy last = orders.get(orders.size() - 1);
        return collection() == null
                || (rest.size() == 1
                        && last.value() instanceof Expression.Column column
                        && column.path().collection() != null
                        && column.path().column().equals("@id"));
    }

    private static boolean isStart(List<String> columns, List<String> of) {
        return columns.size() <= of.size() && columns.equals(of.subList(0, columns.size()));
    }

    private List<String> key() {
        boolean byTime =
                orders.get(0).column().equals("@logDate") && data.logs().isInOrderOfTime();
        return switch (from.schema()) {
            case RELATION ->
                new Candidates(data, from, Condition.conjuncts(where)).isOneGroup()
                                && !orders.get(0).column().equals("@group-id")
                        ? List.of("@recipient-id")
                        : List.of("@group-id", "@recipient-id");
            case TRACKING_LOG -> byTime ? List.of("@logDate", "@id") : List.of("@id");
            default -> List.of("@id");
        };
    }

    private void addOrder(Element node) {
        String descending = node.getAttribute("sortDesc").toLowerCase(Locale.ROOT);
        orders.add(new OrderBy(
                ExpressionParser.value(node.getAttribute("expr"), from.schema(), data.now()),
                Condition.isTrue(descending)));
    }

    private static long number(Element element, String attribute, long absent) {
        String text = element.getAttribute(attribute);
        if (text.isEmpty()) {
            return absent;
        }
        if (!text.matches("\\d{1,10}")) {
            throw SoapFault.inMethod("XTK-170036 '" + attribute + "' is no number: '" + text + "'.");
        }
        return Long.parseLong(text);
    }
}
