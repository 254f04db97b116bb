// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.system.HouseValue;
import io.vavr.control.Either;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** The name of an inbound trait data file, without folders. Case matters. Source: Audience Manager, "Amazon S3 name requirements for inbound data files". */
@HouseValue
@Value.Immutable
public interface InboundFileName {
    /** Whether rows have the layout of Oracle Data Cloud; not by default. */
    @Value.Default
    default boolean oracle() {
        return false;
    }

    /** The data source (DPID) of the ids in the rows. */
    long dataSource();

    /** The data source that owns the traits, if it is another one; there always is one for a global data source. */
    OptionalLong target();

    /** UTC seconds since 1970, ten digits; tells files apart, nothing else. */
    long stamp();

    /** What the file does to its users; {@link Mode#SYNC} by default. */
    @Value.Default
    default Mode mode() {
        return Mode.SYNC;
    }

    /** Number of the part, from 1; empty for the only file of its stamp. */
    OptionalInt part();

    /** How the file is packed: {@code gz}, {@code pgp}, {@code gpg}; empty for plain text. */
    Optional<String> packing();

    /** The owner of the traits: the target, or else the data source itself. */
    default long owner() {
        return target().orElse(dataSource());
    }

    /** The name. */
    default String text() {
        return "ftp_dpm_" + (oracle() ? "odc_" : "") + dataSource()
                + (target().isPresent() ? "_" + target().getAsLong() : "")
                + "_" + stamp() + mode().ending()
                + (part().isPresent() ? "." + part().getAsInt() : "")
                + packing().map(ending -> "." + ending).orElse("");
    }

    /** Reads a name strictly. Left: {@code InvalidRequest} saying why Audience Manager would not take the file. */
    static Either<BridgeError, InboundFileName> parse(String name) {
        return InboundFileGrammar.read(name, false);
    }

    /** Reads a name as pages show it too: with a stamp of 9 to 13 digits. Left: as {@link #parse}. */
    static Either<BridgeError, InboundFileName> parseLeniently(String name) {
        return InboundFileGrammar.read(name, true);
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** What a file does to the users in it; who is not in it stays as before. */
    enum Mode {
        /** Traits listed are added and removed, nothing else changes. */
        SYNC,
        /** Traits listed replace all traits of the owner; a user without any loses them all. */
        OVERWRITE;

        /** How names of that mode end, with the dot. */
        public String ending() {
            return this == SYNC ? ".sync" : ".overwrite";
        }
    }

    /** Builds names. */
    final class Builder extends ImmutableInboundFileName.Builder {
        Builder() {}
    }
}
