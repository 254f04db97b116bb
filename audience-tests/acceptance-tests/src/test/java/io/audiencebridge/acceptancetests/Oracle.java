// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.acceptancetests;

import io.audiencebridge.sandbox.SeedRecipient;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What must become of everybody, worked out from the people alone and without a line of the product. */
final class Oracle {
    private final List<SeedRecipient> people;
    private final KeyKind kind;
    private final Set<String> suppressed = new HashSet<>();

    Oracle(List<SeedRecipient> people, KeyKind kind) {
        this.people = people;
        this.kind = kind;
        people.stream().filter(SeedRecipient::optedOut).flatMap(this::validKeys).forEach(suppressed::add);
    }

    long read() {
        return people.size();
    }

    long shared() {
        return people.stream()
                .filter(person -> sharedKeys(person).findAny().isPresent())
                .count();
    }

    /** Distinct keys that travel. */
    Set<String> travelling() {
        Set<String> keys = new TreeSet<>();
        people.stream().flatMap(this::sharedKeys).forEach(keys::add);
        return keys;
    }

    long optedOut() {
        return people.stream()
                .filter(person -> person.optedOut()
                        || (sharedKeys(person).findAny().isEmpty()
                                && validKeys(person).findAny().isPresent()))
                .count();
    }

    long invalid() {
        return people.stream()
                .filter(person -> !person.optedOut())
                .filter(person -> !kind.keys(person).isEmpty()
                        && validKeys(person).findAny().isEmpty())
                .count();
    }

    long keyless() {
        return people.stream()
                .filter(person -> !person.optedOut() && kind.keys(person).isEmpty())
                .count();
    }

    /** Everybody who is in the list after the import: whoever has one of the keys that travelled. */
    Set<String> back() {
        Set<String> keys = travelling();
        Set<String> ids = new TreeSet<>();
        people.stream()
                .filter(person -> validKeys(person).anyMatch(keys::contains))
                .forEach(person -> ids.add(person.id()));
        return ids;
    }

    private Stream<String> validKeys(SeedRecipient person) {
        return kind.keys(person).stream().filter(kind::isValid);
    }

    private Stream<String> sharedKeys(SeedRecipient person) {
        return person.optedOut() ? Stream.empty() : validKeys(person).filter(key -> !suppressed.contains(key));
    }
}
