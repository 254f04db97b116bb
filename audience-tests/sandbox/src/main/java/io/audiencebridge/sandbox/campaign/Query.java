// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** One {@code ExecuteQuery}. Source: campaign.md, section 3.1. */
final class Query {
    /** Rows of a select that names no {@code lineCount}. Sources disagree: 200 or 10,000. UNVERIFIED. */
    private static final int DEFAULT_LINES = 10_000;

    private final CampaignData data;
    private final Schema schema;
    private final String operation;
    private final long startLine;
    private final long lineCount;
    private final Projection projection = new Projection();
    private final Condition where;
    private final List<Order> orders = new ArrayList<>();
    private final Set<String> collections = new HashSet<>();

    private record Order(Path path, boolean descending) {}

    Query(Element definition, CampaignData data) {
        this.data = data;
        schema = Schema.named(definition.getAttribute("schema"));
        String asked = definition.getAttribute("operation");
        operation = asked.isEmpty() ? "select" : asked;
        startLine = number(definition, "startLine", 0);
        lineCount = number(definition, "lineCount", DEFAULT_LINES);
        Element select = Dom.child(definition, "select");
        if (select != null) {
            Dom.children(select, "node").forEach(this::addNode);
        }
        Element conditions = Dom.child(definition, "where");
        where = Condition.of(conditions == null ? definition : conditions, schema, data);
        Element orderBy = Dom.child(definition, "orderBy");
        if (orderBy != null) {
            Dom.children(orderBy, "node").forEach(this::addOrder);
        }
    }

    /** The answer's payload. */
    String run() {
        StringBuilder out = new StringBuilder();
        switch (operation) {
            case "select" -> select(out);
            case "count" ->
                out.append('<')
                        .append(schema.element())
                        .append(" count='")
                        .append(matching().count())
                        .append("'/>");
            case "get", "getIfExists" -> one(out);
            default -> throw SoapFault.inMethod("XTK-170036 The operation '" + operation + "' is unknown.");
        }
        return out.toString();
    }

    private void select(StringBuilder out) {
        String collection = schema.element() + "-collection";
        out.append('<').append(collection).append('>');
        ordered().skip(startLine).limit(lineCount).forEach(tuple -> projection.write(schema.element(), tuple, out));
        out.append("</").append(collection).append('>');
    }

    private void one(StringBuilder out) {
        Tuple first = ordered().findFirst().orElse(null);
        if (first == null && operation.equals("get")) {
            throw SoapFault.noRecord(schema.id());
        }
        if (first == null) {
            out.append('<').append(schema.element()).append("/>");
        } else {
            projection.write(schema.element(), first, out);
        }
    }

    private Stream<Tuple> ordered() {
        return orders.isEmpty() || isNatural() ? matching() : matching().sorted(comparator());
    }

    private Stream<Tuple> matching() {
        Candidates candidates = new Candidates(data, schema, where.conjuncts());
        String collection = joinedCollection();
        return candidates
                .rows(byRecipient())
                .flatMap(row -> joined(row, collection))
                .filter(where::test);
    }

    private Stream<Tuple> joined(Row row, @Nullable String collection) {
        if (collection == null) {
            return Stream.of(new Tuple(row, null));
        }
        List<? extends Row> rows = Joins.rows(row, collection, data).toList();
        return rows.isEmpty() ? Stream.of(new Tuple(row, null)) : rows.stream().map(one -> new Tuple(row, one));
    }

    private @Nullable String joinedCollection() {
        where.conjuncts().forEach(this::note);
        if (collections.size() > 1) {
            throw SoapFault.badExpression("two collections in one query");
        }
        return collections.stream().findFirst().orElse(null);
    }

    private void note(Expression expression) {
        if (expression instanceof Expression.Comparison comparison
                && comparison.left() instanceof Expression.Column column
                && column.path().collection() != null) {
            collections.add(column.path().collection());
        }
    }

    /** Tables are kept in the order of their keys, tracking logs also by recipient. */
    private boolean isNatural() {
        Order first = orders.get(0);
        if (orders.stream().anyMatch(Order::descending)) {
            return false;
        }
        if (byRecipient()) {
            return orders.size() == 1
                    || (orders.size() == 2 && orders.get(1).path().isOwn("@id"));
        }
        boolean own = first.path().isOwn(schema == Schema.RELATION ? "@recipient-id" : "@id");
        return own && orders.size() == 1 && (schema != Schema.RELATION || isOneGroup());
    }

    private boolean isOneGroup() {
        return new Candidates(data, schema, where.conjuncts()).isOneGroup();
    }

    private boolean byRecipient() {
        return schema == Schema.TRACKING_LOG
                && !orders.isEmpty()
                && orders.get(0).path().isOwn("@recipient-id");
    }

    private Comparator<Tuple> comparator() {
        Comparator<Tuple> comparator = Comparator.comparingInt(tuple -> 0);
        for (Order order : orders) {
            Comparator<Tuple> next = Comparator.comparing(
                    order.path()::valueIn, order.path().number() ? Ids.ORDER : Comparator.<String>naturalOrder());
            comparator = comparator.thenComparing(order.descending() ? next.reversed() : next);
        }
        return comparator;
    }

    private void addNode(Element node) {
        Path path = Path.of(node.getAttribute("expr"), schema);
        if (path.collection() != null) {
            collections.add(path.collection());
        }
        projection.add(path, node.getAttribute("alias"));
    }

    private void addOrder(Element node) {
        String descending = node.getAttribute("sortDesc");
        orders.add(new Order(
                Path.of(node.getAttribute("expr"), schema), descending.equals("true") || descending.equals("1")));
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
