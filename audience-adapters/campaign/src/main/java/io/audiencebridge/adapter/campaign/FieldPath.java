// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.adapter.campaign.client.XPath;
import io.vavr.control.Option;
import java.util.regex.Pattern;

/**
 * A column of a recipient, as people name it in settings and data sources.
 *
 * @param path where it stands
 * @param lastStep how the path of its value in a row ends if the server does not rename it, such as {@code /city}
 */
record FieldPath(XPath path, String lastStep) {
    static final String EXPLANATION =
            "is no path to a column; give a plain name such as email, or a path such as [location/@city]";

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** Reads a plain name, which means an attribute, or a path with or without brackets; none when it is neither. */
    static Option<FieldPath> of(String text) {
        return XPath.parse(PLAIN.matcher(text).matches() ? "@" + text : text)
                .toOption()
                .map(FieldPath::at);
    }

    /** As Campaign writes it, such as {@code @email} or {@code [location/@city]}. */
    String expression() {
        return path.expression();
    }

    /** The first step of a path through other elements, such as {@code location}; none for a column of the recipient itself. */
    Option<String> link() {
        int slash = path.place().indexOf('/');
        return Option.when(slash > 0, () -> path.place().substring(0, slash));
    }

    /** Whether {@link #link()} is that one. */
    boolean startsAt(String link) {
        return link().contains(link);
    }

    private static FieldPath at(XPath path) {
        String place = path.place();
        return new FieldPath(path, "/" + place.substring(place.lastIndexOf('/') + 1));
    }
}
