// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads names of inbound data files. */
final class InboundFileGrammar {
    private static final String SHAPE =
            "ftp_dpm_(odc_)?(0|[1-9][0-9]{0,17})(?:_(0|[1-9][0-9]{0,17}))?_([1-9][0-9]{%s})\\.(sync|overwrite)(?:\\.([1-9][0-9]{0,8}))?(?:\\.(gz|pgp|gpg))?";
    private static final Pattern STRICT = Pattern.compile(String.format(Locale.ROOT, SHAPE, "9"));

    /** UNVERIFIED: several examples of the page on names have nine digits where it asks for ten. */
    private static final Pattern LENIENT = Pattern.compile(String.format(Locale.ROOT, SHAPE, "8,12"));

    private static final Pattern TWICE_PACKED = Pattern.compile(".*\\.gz\\.(pgp|gpg)|.*\\.(pgp|gpg)\\.gz");
    private static final Pattern MODE = Pattern.compile(".*\\.(sync|overwrite)(\\..*)?");

    private InboundFileGrammar() {}

    static Either<BridgeError, InboundFileName> read(String name, boolean leniently) {
        Matcher parts = (leniently ? LENIENT : STRICT).matcher(name);
        return parts.matches() ? owned(read(parts)) : wrong(why(name));
    }

    private static Either<BridgeError, InboundFileName> owned(InboundFileName name) {
        boolean owned = name.oracle() || name.target().isPresent() || !GlobalDataSource.contains(name.dataSource());
        return owned
                ? Either.right(name)
                : wrong(name.dataSource()
                        + " is a global data source and owns no traits; name the data source that owns them after it");
    }

    private static InboundFileName read(Matcher parts) {
        return InboundFileName.builder()
                .oracle(parts.group(1) != null)
                .dataSource(Long.parseLong(parts.group(2)))
                .target(parts.group(3) == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(parts.group(3))))
                .stamp(Long.parseLong(parts.group(4)))
                .mode(parts.group(5).equals("sync") ? InboundFileName.Mode.SYNC : InboundFileName.Mode.OVERWRITE)
                .part(parts.group(6) == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(parts.group(6))))
                .packing(Optional.ofNullable(parts.group(7)))
                .build();
    }

    private static String why(String name) {
        if (LENIENT.matcher(name).matches()) {
            return "the stamp must have ten digits: UTC seconds since 1970";
        }
        if (LENIENT.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
            return "the name must be in lower case";
        }
        if (TWICE_PACKED.matcher(name).matches()) {
            return "a file is compressed or encrypted, never both; OpenPGP compresses by itself";
        }
        return MODE.matcher(name).matches()
                ? "the name must read ftp_dpm_SOURCE[_TARGET]_STAMP.sync[.PART][.gz|.pgp|.gpg], or .overwrite in place of .sync"
                : "the name says no mode; put .sync or .overwrite behind the stamp";
    }

    private static Either<BridgeError, InboundFileName> wrong(String message) {
        return Either.left(BridgeError.InvalidRequest.of("fileName", message));
    }
}
