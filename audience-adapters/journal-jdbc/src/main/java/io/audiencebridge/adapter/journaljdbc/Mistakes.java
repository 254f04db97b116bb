// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.journaljdbc;

import io.audiencebridge.domain.error.Violation;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/** What can be wrong with settings. No value is repeated that may hold a secret. */
final class Mistakes {
    private static final Duration LEAST_PATIENCE = Duration.ofMillis(250);

    private Mistakes() {}

    static Seq<Violation> in(JdbcJournalSettings settings) {
        Vector<Violation> found = Vector.empty();
        long places = Stream.of(settings.file(), settings.url(), settings.dataSource())
                .filter(place -> place.isPresent())
                .count();
        if (places != 1) {
            found = found.append(new Violation(
                    "journal", "names " + places + " databases; give exactly one of file, url and dataSource"));
        }
        if (settings.file().filter(file -> file.toString().contains(";")).isPresent()) {
            found = found.append(new Violation(
                    "journal.file", "'" + settings.file().get() + "' holds a semicolon, which H2 reads as a setting"));
        }
        found = found.appendAll(settings.url().map(Mistakes::inAddress).orElseGet(Vector::empty));
        if (settings.url().isEmpty()
                && (settings.user().isPresent() || settings.password().isPresent())) {
            found = found.append(new Violation("journal.user", "user and password belong to url; leave them out"));
        }
        if (settings.mostConnections() < 1) {
            found = found.append(
                    new Violation("journal.mostConnections", settings.mostConnections() + " is none; give 1 at least"));
        }
        if (settings.patience().compareTo(LEAST_PATIENCE) < 0) {
            found = found.append(new Violation(
                    "journal.patience", settings.patience() + " is too short; give " + LEAST_PATIENCE + " at least"));
        }
        return found;
    }

    private static Vector<Violation> inAddress(String url) {
        String small = url.toLowerCase(Locale.ROOT);
        if (!small.startsWith("jdbc:postgresql:") && !small.startsWith("jdbc:h2:")) {
            return Vector.of(
                    new Violation("journal.url", "must begin with jdbc:postgresql: or jdbc:h2:, which are supported"));
        }
        return small.contains("password=") || small.matches("jdbc:postgresql://[^/?]*@.*")
                ? Vector.of(new Violation(
                        "journal.url", "holds a password; give it as password, which cannot print itself"))
                : Vector.empty();
    }
}
