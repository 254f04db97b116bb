// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.reports.page;

import static io.audiencebridge.adapter.reports.page.Markup.el;

import io.audiencebridge.domain.sharing.FreshnessWindow;
import io.audiencebridge.domain.sharing.Waiting;
import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.List;

/** What several pages are made of. */
final class Parts {
    private Parts() {}

    static Markup section(String title, Markup... inside) {
        return section(title, Vector.of(inside));
    }

    /** A section; nothing when there is nothing in it. */
    static Markup section(String title, Iterable<Markup> inside) {
        return Markup.all(inside).isNothing()
                ? Markup.none()
                : el("section").with(el("h2", title)).with(inside);
    }

    static Markup under(String title, Markup... inside) {
        Markup all = Markup.all(inside);
        return all.isNothing() ? Markup.none() : Markup.all(el("h3", title), all);
    }

    /** Large numbers beside each other. */
    static Markup figures(Seq<Tuple2<String, String>> figures) {
        return el("dl").of("figures")
                .with(figures.map(figure -> el("div").with(el("dt", figure._1()), el("dd", figure._2()))));
    }

    static Markup notices(List<String> notices) {
        return notices.isEmpty()
                ? Markup.none()
                : Markup.all(
                        el("h3", "To know"),
                        el("ul").of("notices")
                                .with(Vector.ofAll(notices).map(notice -> el("li").with(Markup.said(notice)))));
    }

    static Markup waiting(Waiting waiting) {
        return el("p").of("callout")
                .with(
                        el("strong", "It waits. "),
                        sentence(waiting.because()),
                        Markup.text(" Look again from "),
                        Figures.time(waiting.until()),
                        Markup.text(" UTC on."));
    }

    static Markup window(FreshnessWindow window) {
        return el("p").with(
                        Markup.text("From "),
                        Figures.time(window.earliest()),
                        Markup.text(", usually by "),
                        Figures.time(window.expected()),
                        Markup.text(", at the latest by "),
                        Figures.time(window.latest()),
                        Markup.text(" UTC."));
    }

    /** What somebody else said, with a full stop. */
    static Markup sentence(String said) {
        return Markup.said(said.endsWith(".") ? said : said + ".");
    }

    /** A word with a sign before it: colour alone tells nothing. */
    static Markup badge(String word, Sign sign) {
        return el("span").of("badge " + sign.styleClass()).with(sign.drawn(), Markup.text(word));
    }

    /** A name for programs. */
    static Markup code(String name) {
        return el("code").with(Markup.said(name));
    }
}
