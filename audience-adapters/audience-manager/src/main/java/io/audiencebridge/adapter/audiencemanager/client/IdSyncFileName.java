// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.system.HouseValue;
import io.vavr.control.Either;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.immutables.value.Value;

/** The name of an id-sync file, without folders. Source: Audience Manager, "ID sync for inbound data files", "People-based destinations". */
@HouseValue
@Value.Immutable
public interface IdSyncFileName {
    /** What the file maps. */
    Kind kind();

    /** The data source (DPID) of each column, at least two; 0 stands for Audience Manager's own ids. The first is the master. */
    List<Long> dataSources();

    /** UTC seconds since 1970, ten digits. */
    long stamp();

    /** Number of the part, from 1; empty for the only file of its stamp. */
    OptionalInt part();

    /** Whether it is compressed by gzip; by default it is. */
    @Value.Default
    default boolean gzip() {
        return true;
    }

    /** The name. */
    default String text() {
        StringBuilder name = new StringBuilder(kind().prefix());
        dataSources().forEach(source -> name.append(source).append('_'));
        name.append(stamp()).append(".sync");
        part().ifPresent(number -> name.append('.').append(number));
        return name.append(gzip() ? ".gz" : "").toString();
    }

    /** Reads a name. Left: {@code InvalidRequest} saying why Audience Manager would not take the file. */
    static Either<BridgeError, IdSyncFileName> parse(String name) {
        Matcher parts = Kind.NAME.matcher(name);
        if (!parts.matches()) {
            return wrong(
                    "the name must read adobe_id_MASTER_SOURCE[_SOURCE...]_STAMP.sync[.PART][.gz] or c2c_id_..., with a stamp of ten digits; an id-sync file never overwrites");
        }
        IdSyncFileName read = builder()
                .kind(parts.group(1).equals("adobe_id_") ? Kind.ADOBE_ID : Kind.C2C_ID)
                .addAllDataSources(
                        Stream.of(parts.group(2).split("_")).map(Long::valueOf).toList())
                .stamp(Long.parseLong(parts.group(3)))
                .part(parts.group(4) == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(parts.group(4))))
                .gzip(parts.group(5) != null)
                .build();
        return read.kind() == Kind.C2C_ID && read.dataSources().size() != 2
                ? wrong(
                        "a file for people-based destinations names two data sources: the person's and that of hashed e-mail addresses")
                : Either.right(read);
    }

    private static Either<BridgeError, IdSyncFileName> wrong(String message) {
        return Either.left(BridgeError.InvalidRequest.of("fileName", message));
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** What an id-sync file maps. */
    enum Kind {
        /** Ids of devices to ids of devices or customers. */
        ADOBE_ID("adobe_id_"),
        /** Ids of customers to their hashed e-mail addresses. */
        C2C_ID("c2c_id_");

        private static final Pattern NAME = Pattern.compile(
                "(adobe_id_|c2c_id_)((?:0|[1-9][0-9]{0,17})(?:_(?:0|[1-9][0-9]{0,17}))+)_([1-9][0-9]{9})\\.sync(?:\\.([1-9][0-9]{0,8}))?(\\.gz)?");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }

        /** How names of that kind begin. */
        public String prefix() {
            return prefix;
        }
    }

    /** Builds names. */
    final class Builder extends ImmutableIdSyncFileName.Builder {
        Builder() {}
    }
}
