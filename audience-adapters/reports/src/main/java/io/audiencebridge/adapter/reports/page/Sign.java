// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.reports.page;

import static io.audiencebridge.adapter.reports.page.Markup.el;

/** Signs that differ in shape, so that they can be told apart without their colours. */
enum Sign {
    /** Well: a tick. */
    GOOD("good", "M3 8.5l3.5 3.5L13 4.5"),
    /** Under way: a filled disc. */
    MOVING("moving", "M8 5a3 3 0 1 1 0 6a3 3 0 1 1 0-6z"),
    /** To come: a ring. */
    AHEAD("ahead", "M8 3.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9z"),
    /** To be careful of: an exclamation mark. */
    WARNING("warning", "M8 3v6.5M8 12.2v.8"),
    /** An end: a cross. */
    BAD("bad", "M4 4l8 8M12 4l-8 8"),
    /** Not seen: a dash. */
    UNSEEN("unseen", "M3.5 8h9"),
    /** To know: an i. */
    NOTE("note", "M8 3v.8M8 6.5V13");

    private final String styleClass;
    private final String path;

    Sign(String styleClass, String path) {
        this.styleClass = styleClass;
        this.path = path;
    }

    String styleClass() {
        return styleClass;
    }

    Markup drawn() {
        return el("svg")
                .of("sign")
                .attr("viewBox", "0 0 16 16")
                .attr("aria-hidden", "true")
                .attr("focusable", "false")
                .with(el("path").attr("d", path));
    }
}
