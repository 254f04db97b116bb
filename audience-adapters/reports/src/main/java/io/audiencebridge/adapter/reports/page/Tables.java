// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.reports.page;

import static io.audiencebridge.adapter.reports.page.Markup.el;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/** Tables with a caption, heads with a scope, and numbers under each other. */
final class Tables {
    private Tables() {}

    static Markup table(String caption, Seq<Markup> heads, Seq<Markup> rows) {
        return el("table")
                .with(
                        el("caption", caption),
                        el("thead").with(el("tr").with(heads)),
                        el("tbody").with(rows));
    }

    static Markup column(String name) {
        return el("th", name).attr("scope", "col");
    }

    /** The head of a column of numbers. */
    static Markup numbers(String name) {
        return el("th", name).attr("scope", "col").of("number");
    }

    static Markup row(Markup head, Markup... cells) {
        return el("tr").with(el("th").attr("scope", "row").with(head)).with(Vector.of(cells));
    }

    static Markup cell(Markup inside) {
        return el("td").with(inside);
    }

    static Markup count(long count) {
        return el("td", Figures.count(count)).of("number");
    }

    static Markup number(String number) {
        return el("td", number).of("number");
    }
}
