// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.exports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A destination for files: which audiences, which columns, how they are written and where to. Immutable. Source: experience-cloud.md, sections 4.2 to 4.6 and 4.10. */
public final class Destination {
    private final Builder given;

    private Destination(Builder given) {
        this.given = given;
    }

    /** A destination of that name without columns and audiences, to the bucket. */
    public static Builder named(String name) {
        return new Builder(name);
    }

    String name() {
        return given.name;
    }

    Target target() {
        return given.target;
    }

    List<Column> columns() {
        return given.columns;
    }

    CsvFormat format() {
        return new CsvFormat(given.options);
    }

    List<String> mandatory() {
        return given.mandatory;
    }

    List<Activation> activations() {
        return given.activations;
    }

    Optional<Activation> activation(String audience) {
        return activations().stream()
                .filter(one -> one.audience().equals(audience))
                .findFirst();
    }

    boolean wantsManifest() {
        return given.manifest;
    }

    boolean isEnabled() {
        return given.enabled;
    }

    long rowsPerFile() {
        return given.rowsPerFile;
    }

    /** Armored; empty for no encryption. */
    Optional<String> publicKey() {
        return Optional.ofNullable(given.publicKey);
    }

    boolean mapsStatus() {
        return columns().stream().anyMatch(Column::isStatus);
    }

    /** A namespace that is exported alone becomes the key by itself. */
    Uniqueness uniqueness() {
        List<Column> own = columns().stream()
                .filter(column -> !column.isStatus() && !column.isTime())
                .toList();
        boolean alone = own.size() == 1 && own.get(0).isIdentity();
        return given.uniqueness.none() && alone ? new Uniqueness(own.get(0).namespace(), List.of()) : given.uniqueness;
    }

    /** Collects a destination; what it makes does not change with it. */
    public static final class Builder {
        /** Source: experience-cloud.md, section 4.9. */
        public static final long ROWS_PER_FILE = 5_000_000;

        private String name;
        private Target target = Target.bucket("");
        private List<Column> columns = new ArrayList<>();
        private Map<String, String> options = new LinkedHashMap<>();
        private List<String> mandatory = new ArrayList<>();
        private List<Activation> activations = new ArrayList<>();
        private Uniqueness uniqueness = Uniqueness.NONE;
        private boolean manifest;
        private boolean enabled = true;
        private long rowsPerFile = ROWS_PER_FILE;
        private @Nullable String publicKey;

        private Builder(String name) {
            this.name = name;
        }

        private Builder(Builder other) {
            name = other.name;
            target = other.target;
            columns = List.copyOf(other.columns);
            options = Map.copyOf(other.options);
            mandatory = List.copyOf(other.mandatory);
            activations = List.copyOf(other.activations);
            uniqueness = other.uniqueness;
            manifest = other.manifest;
            enabled = other.enabled;
            rowsPerFile = other.rowsPerFile;
            publicKey = other.publicKey;
        }

        /** Where its files go. */
        public Builder to(Target storage) {
            target = storage;
            return this;
        }

        /** Adds a column whose header is the source with underscores for dots. */
        public Builder column(String source) {
            return column(source, Column.plain(source));
        }

        /** Adds a column: an attribute, {@code identityMap.Email}, {@code segmentMembership.status} or {@code segmentMembership.lastQualificationTime}. */
        public Builder column(String source, String header) {
            columns.add(new Column(source, header));
            return this;
        }

        /** Sets one of {@code delimiter, quote, escape, emptyValue, nullValue, compression, header, encoding, lineSeparator}. */
        public Builder csv(String option, String value) {
            options.put(option, value);
            return this;
        }

        /** Adds an attribute that a person must have to be exported. */
        public Builder mandatory(String source) {
            mandatory.add(source);
            return this;
        }

        /** One row for each identity of a namespace. */
        public Builder uniqueByIdentity(String namespace) {
            uniqueness = new Uniqueness(namespace, List.of());
            return this;
        }

        /** One row for each value of an attribute, or of two. */
        public Builder uniqueBy(String... attributes) {
            uniqueness = new Uniqueness("", List.of(attributes));
            return this;
        }

        /** Adds an audience. */
        public Builder audience(Activation activation) {
            activations.add(activation);
            return this;
        }

        /** Adds an audience that is exported in full every day at 00:00 UTC. */
        public Builder audience(String id) {
            return audience(Activation.of(id));
        }

        /** Whether a manifest is written. */
        public Builder manifest(boolean wanted) {
            manifest = wanted;
            return this;
        }

        /** Whether it exports at all. */
        public Builder enabled(boolean works) {
            enabled = works;
            return this;
        }

        /** How many rows a file holds at most. */
        public Builder rowsPerFile(long most) {
            rowsPerFile = most;
            return this;
        }

        /** Encrypts with OpenPGP to an armored public key. */
        public Builder publicKey(String armored) {
            publicKey = armored;
            return this;
        }

        /** The destination. */
        public Destination build() {
            return new Destination(new Builder(this));
        }
    }
}
