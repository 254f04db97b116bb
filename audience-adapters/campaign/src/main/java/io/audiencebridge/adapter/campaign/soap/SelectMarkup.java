// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import io.audiencebridge.adapter.campaign.client.Condition;
import io.audiencebridge.adapter.campaign.client.Query;
import io.audiencebridge.adapter.campaign.client.Term;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.List;

/**
 * A typed query as XML. Source: Campaign Classic, "Data oriented APIs".
 *
 * @param query the query, sound
 * @param operation what to do with it, such as {@code select}
 * @param window which of its rows
 */
record SelectMarkup(Query query, String operation, Window window) implements Markup {
    /**
     * Some rows of all.
     *
     * @param behind where they begin, by the key; empty for the first
     * @param line where they begin, by their number
     * @param lines rows at most; always sent, since the server's own default is not the same everywhere
     */
    record Window(Seq<Condition> behind, long line, int lines) {
        static final Window ONE = new Window(Vector.empty(), 0, 1);
    }

    @Override
    public void write(MarkupWriter out) {
        out.open("queryDef").attribute("schema", query.schema()).attribute("operation", operation);
        if (!operation.equals("count")) {
            out.attribute("lineCount", Integer.toString(window.lines()));
        }
        if (window.line() > 0) {
            out.attribute("startLine", Long.toString(window.line()));
        }
        if (query.distinct()) {
            out.attribute("distinct", "true");
        }
        out.attribute("xtkschema", "xtk:queryDef");
        body(query, Vector.ofAll(query.conditions()).appendAll(window.behind()), out);
        out.close();
    }

    /** Schema and expressions, so that an error can name the wrong one; no values. */
    Seq<String> subjects() {
        return Vector.ofAll(query.columns())
                .map(column -> column.term().expression())
                .append(query.schema());
    }

    static void body(Query query, Seq<Condition> conditions, MarkupWriter out) {
        columns(query.columns(), out);
        if (conditions.nonEmpty()) {
            out.open("where");
            ConditionMarkup.write(false, conditions, out);
            out.close();
        }
        if (!query.orders().isEmpty()) {
            out.open("orderBy");
            query.orders()
                    .forEach(order -> out.open("node")
                            .attribute("expr", order.term().expression())
                            .attribute("sortDesc", Boolean.toString(order.descending()))
                            .close());
            out.close();
        }
        groups(query.groups(), out);
    }

    private static void columns(List<Query.Column> columns, MarkupWriter out) {
        if (columns.isEmpty()) {
            return;
        }
        out.open("select");
        for (Query.Column column : columns) {
            out.open("node").attribute("expr", column.term().expression());
            column.alias().ifPresent(alias -> out.attribute("alias", alias.expression()));
            out.close();
        }
        out.close();
    }

    private static void groups(List<Term> groups, MarkupWriter out) {
        if (groups.isEmpty()) {
            return;
        }
        out.open("groupBy");
        groups.forEach(
                term -> out.open("node").attribute("expr", term.expression()).close());
        out.close();
    }
}
