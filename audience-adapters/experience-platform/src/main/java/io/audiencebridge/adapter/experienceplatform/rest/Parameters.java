// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.rest;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Vector;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The query of an address, in order; a name may stand in it several times. Immutable. */
final class Parameters {
    static final Parameters NONE = new Parameters(Vector.empty());

    private final Vector<Tuple2<String, String>> all;

    private Parameters(Vector<Tuple2<String, String>> all) {
        this.all = all;
    }

    Parameters with(String name, String value) {
        return new Parameters(all.append(Tuple.of(name, value)));
    }

    Parameters with(String name, long value) {
        return with(name, Long.toString(value));
    }

    Parameters with(String name, Optional<String> value) {
        return value.map(text -> with(name, text)).orElse(this);
    }

    /** From the question mark on; empty for none. */
    String text() {
        return all.isEmpty()
                ? ""
                : all.map(one -> one._1 + "=" + encoded(one._2)).mkString("?", "&", "");
    }

    /** A blank as {@code %20}: {@code +} means a blank in forms only. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
