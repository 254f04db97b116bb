// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import io.vavr.collection.Seq;

/** A query as XML. Source: Campaign Classic, "Data oriented APIs". */
record QueryMarkup(Query query, String operation) implements Markup {
    @Override
    public void write(MarkupWriter out) {
        out.open("queryDef").attribute("schema", query.schema()).attribute("operation", operation);
        if (operation.equals("select")) {
            out.attribute("lineCount", Integer.toString(query.lineCount()));
        }
        out.attribute("xtkschema", "xtk:queryDef");
        columns(out);
        if (query.conditions().nonEmpty()) {
            out.open("where");
            Condition.write(query.conditions(), out);
            out.close();
        }
        order(out);
        out.close();
    }

    /** Schema and expressions, so that an error can name the wrong one. */
    Seq<String> subjects() {
        return query.columns().map(Query.Column::expression).append(query.schema());
    }

    private void columns(MarkupWriter out) {
        if (query.columns().isEmpty()) {
            return;
        }
        out.open("select");
        for (Query.Column column : query.columns()) {
            out.open("node").attribute("expr", column.expression());
            if (!column.alias().isEmpty()) {
                out.attribute("alias", column.alias());
            }
            out.close();
        }
        out.close();
    }

    private void order(MarkupWriter out) {
        if (!query.orderBy().isEmpty()) {
            out.open("orderBy")
                    .open("node")
                    .attribute("expr", query.orderBy())
                    .attribute("sortDesc", Boolean.toString(query.descending()))
                    .close()
                    .close();
        }
    }
}
