// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.exports;

import io.audiencebridge.sandbox.experienceplatform.people.Profile;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows of one export: without people who lack a mandatory attribute, and without duplicates. Source: experience-cloud.md, section 4.6.
 *
 * <p>UNVERIFIED: rows without a value for the key are no duplicates of each other; people without an identity for the key are skipped.
 */
final class RowSet {
    private final Destination destination;
    private final Uniqueness uniqueness;
    private final Map<List<String>, Row> rows = new LinkedHashMap<>();
    private long members;
    private long skipped;
    private long duplicates;
    private long unkeyed;

    RowSet(Destination destination) {
        this.destination = destination;
        this.uniqueness = destination.uniqueness();
    }

    Collection<Row> rows() {
        return rows.values();
    }

    long members() {
        return members;
    }

    long skipped() {
        return skipped;
    }

    long duplicates() {
        return duplicates;
    }

    void add(Member member) {
        members++;
        Profile profile = member.profile();
        List<String> identities = profile.identities(uniqueness.namespace());
        if (lacksMandatory(profile) || (uniqueness.byIdentity() && identities.isEmpty())) {
            skipped++;
        } else if (uniqueness.byIdentity()) {
            identities.forEach(identity -> add(List.of(identity), row(member, identity)));
        } else {
            add(key(profile), row(member, ""));
        }
    }

    private boolean lacksMandatory(Profile profile) {
        return destination.mandatory().stream()
                .anyMatch(path -> value(profile, path, "").isEmpty());
    }

    private List<String> key(Profile profile) {
        List<String> key = uniqueness.attributes().stream()
                .flatMap(path -> value(profile, path, "").stream())
                .toList();
        boolean whole =
                !uniqueness.none() && key.size() == uniqueness.attributes().size();
        // No key has four parts.
        return whole ? key : List.of("", "", "", Long.toString(unkeyed++));
    }

    private void add(List<String> key, Row row) {
        if (rows.containsKey(key)) {
            duplicates++;
        }
        rows.merge(key, row, Row::better);
    }

    private Row row(Member member, String identity) {
        List<Optional<String>> cells = destination.columns().stream()
                .map(column -> cell(member, column, identity))
                .toList();
        return new Row(cells, member.since());
    }

    private Optional<String> cell(Member member, Column column, String identity) {
        if (column.isStatus()) {
            return Optional.of(member.status());
        }
        if (column.isTime()) {
            return Optional.of(member.since().toString());
        }
        return value(member.profile(), column.source(), identity);
    }

    private Optional<String> value(Profile profile, String source, String identity) {
        Column column = new Column(source, source);
        if (!column.isIdentity()) {
            return profile.attribute(source);
        }
        boolean ofKey = !identity.isEmpty() && column.namespace().equals(uniqueness.namespace());
        return ofKey
                ? Optional.of(identity)
                : profile.identities(column.namespace()).stream().findFirst();
    }
}
