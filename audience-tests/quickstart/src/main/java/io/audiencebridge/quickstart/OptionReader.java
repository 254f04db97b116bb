// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.quickstart;

import io.audiencebridge.domain.identity.KeyContent;
import io.audiencebridge.domain.identity.KeyForm;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.quickstart.Options.GivenAudience;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads the options and collects every mistake, so that one run names them all. Not thread-safe. */
final class OptionReader {
    static final int PEOPLE = 100_000;

    private static final int MOST_PEOPLE = 10_000_000;
    private static final int MOST_SEGMENTS_NAMED = 10;

    private final Lookup lookup;
    private Vector<Mistake> mistakes = Vector.empty();

    private OptionReader(Lookup lookup) {
        this.lookup = lookup;
    }

    /** The options. Left: all mistakes. */
    static Either<Seq<Mistake>, Options> read(Lookup lookup) {
        return new OptionReader(lookup).read();
    }

    private Either<Seq<Mistake>, Options> read() {
        int people = people();
        Option<Path> recipients = recipients();
        ReconciliationKey key = key();
        Option<GivenAudience> audience = audience();
        Option<Path> report = report();
        return mistakes.isEmpty()
                ? Either.right(new Options(people, recipients, key, audience, report))
                : Either.left(mistakes);
    }

    private int people() {
        Option<String> given = given("people");
        if (given.isEmpty()) {
            return PEOPLE;
        }
        if (given("recipients").isDefined()) {
            wrong("people", "cannot be given together with -Drecipients; leave one of them out");
        }
        String text = given.get();
        boolean number = text.matches("[0-9]{1,9}");
        int people = number ? Integer.parseInt(text) : 0;
        if (people < 1 || people > MOST_PEOPLE) {
            wrong("people", "must be a whole number from 1 to " + MOST_PEOPLE);
        }
        return people;
    }

    private Option<Path> recipients() {
        return file("recipients").filter(path -> {
            Option<String> problem = PeopleFile.problemWith(path);
            problem.forEach(text -> wrong("recipients", text));
            return problem.isEmpty();
        });
    }

    private ReconciliationKey key() {
        String keyedBy = oneOf("keyedBy", "visitor", "declared");
        String form = oneOf("form", given("field").contains("email") ? "sha256" : "plain", "plain", "sha256");
        String field = oneOf("field", "declaredId", "declaredId", "email");
        if (keyedBy.equals("visitor")) {
            return visitor(form, field);
        }
        if (field.equals("email") && form.equals("plain")) {
            wrong("form", "does not go with -Dfield=email: an e-mail address must not travel plain; use -Dform=sha256");
        }
        return Declared.builder()
                .field(field)
                .content(field.equals("email") ? KeyContent.EMAIL : KeyContent.OPAQUE)
                .wire(form.equals("sha256") ? KeyForm.SHA256 : KeyForm.PLAIN)
                .build();
    }

    private ReconciliationKey visitor(String form, String field) {
        if (given("form").contains(form) && form.equals("sha256")) {
            wrong("form", "does not go with visitor ids, which travel plain; add -DkeyedBy=declared or leave it out");
        }
        if (given("field").contains(field)) {
            wrong(
                    "field",
                    "does not go with visitor ids, which are in no field; add -DkeyedBy=declared or leave it out");
        }
        return new ReconciliationKey.Visitor();
    }

    private Option<GivenAudience> audience() {
        if (given("audience").isEmpty()) {
            given("segment").forEach(segment -> wrong("segment", "needs -Daudience=FILE, which it chooses from"));
            return Option.none();
        }
        return file("audience").flatMap(path -> segments(path).flatMap(named -> segment(path, named)));
    }

    private Option<Seq<String>> segments(Path path) {
        try {
            return Option.some(AudienceFile.segments(path));
        } catch (IOException broken) {
            wrong("audience", "cannot be read to its end (" + broken.getMessage() + "); get the file again");
            return Option.none();
        }
    }

    private Option<GivenAudience> segment(Path path, Seq<String> named) {
        Option<String> wanted = given("segment");
        if (named.isEmpty()) {
            wrong("audience", "names no segment; a row has an id, a space, and segments separated by commas");
        } else if (wanted.isDefined() && !named.contains(wanted.get())) {
            wrong("segment", "is not in the file, which names " + some(named));
        } else if (wanted.isEmpty() && named.size() > 1) {
            wrong("audience", "names several segments; add -Dsegment=ID with one of " + some(named));
        } else {
            return Option.some(new GivenAudience(path, wanted.getOrElse(named::head)));
        }
        return Option.none();
    }

    private static String some(Seq<String> named) {
        return named.take(MOST_SEGMENTS_NAMED)
                .mkString("", ", ", named.size() > MOST_SEGMENTS_NAMED ? " and others" : "");
    }

    private Option<Path> report() {
        return path("report").filter(path -> {
            Path folder = path.toAbsolutePath().getParent();
            if (Files.isDirectory(path)) {
                wrong("report", "is a folder; name a file");
            } else if (folder == null || !Files.isDirectory(folder)) {
                wrong("report", "stands in a folder that does not exist; make the folder first");
            }
            return true;
        });
    }

    private Option<Path> file(String name) {
        return path(name).filter(path -> {
            boolean readable = Files.isRegularFile(path) && Files.isReadable(path);
            if (!readable) {
                wrong(name, "is no file that can be read; looked at " + path.toAbsolutePath());
            }
            return readable;
        });
    }

    private Option<Path> path(String name) {
        return given(name).flatMap(text -> {
            try {
                return Option.some(Path.of(text));
            } catch (InvalidPathException invalid) {
                wrong(name, "is no path");
                return Option.none();
            }
        });
    }

    /** The first of {@code allowed} stands in for what is not given or not allowed. */
    private String oneOf(String name, String... allowed) {
        String first = allowed[0];
        Option<String> given = given(name);
        if (given.exists(text -> !Vector.of(allowed).contains(text))) {
            wrong(
                    name,
                    "must be one of " + Vector.of(allowed).distinct().sorted().mkString(", "));
            return first;
        }
        return given.getOrElse(first);
    }

    private Option<String> given(String name) {
        return Option.of(lookup.apply(name));
    }

    private void wrong(String name, String problem) {
        mistakes = mistakes.append(new Mistake("-D" + name + "=" + given(name).getOrElse(""), problem));
    }

    /** Where options come from; null for one that is not given. */
    @FunctionalInterface
    interface Lookup {
        @Nullable
        String apply(String name);
    }
}
