// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.vavr.control.Option;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of an inbound trait data file. Source: Audience Manager, "Amazon S3 name requirements for inbound data files".
 *
 * <p>Case matters, and the stamp has ten digits; that pages also show nine is taken for a slip.
 *
 * @param oracle whether rows have the layout of Oracle Data Cloud
 * @param source the data source (DPID) of the ids in the rows
 * @param target the data source that owns the traits, if it is another one; there always is one for a global data source
 * @param stamp UTC seconds since 1970; tells files apart, nothing else
 * @param mode {@code sync} changes what is listed, {@code overwrite} replaces what the users listed had
 * @param part number of the part from 1, or {@link #WHOLE}
 * @param tail {@code gz}, {@code pgp}, {@code gpg} or nothing
 */
record InboundName(boolean oracle, long source, OptionalLong target, long stamp, String mode, int part, String tail) {
    /** In place of the number of a part: the only file of its stamp. */
    static final int WHOLE = 0;

    private static final long FIRST_STAMP = 1_000_000_000L;
    private static final long LAST_STAMP = 9_999_999_999L;
    private static final Pattern NAME = Pattern.compile(
            "ftp_dpm_(odc_)?([0-9]{1,18})(?:_([0-9]{1,18}))?_([0-9]{10})\\.(sync|overwrite)(?:\\.([1-9][0-9]{0,8}))?(?:\\.(gz|pgp|gpg))?");

    /** The gzip file that changes the members listed in it. */
    static InboundName change(long source, Instant stamp, int part) {
        return new InboundName(false, source, OptionalLong.empty(), stamp.getEpochSecond(), "sync", part, "gz");
    }

    /** Whether {@code stamp} has the ten digits that a name needs. */
    static boolean canCarry(Instant stamp) {
        return stamp.getEpochSecond() >= FIRST_STAMP && stamp.getEpochSecond() <= LAST_STAMP;
    }

    /** Reads a name without folders; none when Audience Manager would not take the file. */
    static Option<InboundName> parse(String text) {
        Matcher parts = NAME.matcher(text);
        return parts.matches() ? Option.of(read(parts)).filter(InboundName::hasOwner) : Option.none();
    }

    /** The name, without folders. */
    String text() {
        return "ftp_dpm_" + (oracle ? "odc_" : "") + source + (target.isPresent() ? "_" + target.getAsLong() : "") + "_"
                + stamp + "." + mode + (part == WHOLE ? "" : "." + part) + (tail.isEmpty() ? "" : "." + tail);
    }

    private boolean hasOwner() {
        return oracle || target.isPresent() || !GlobalDataSources.contain(source);
    }

    private static InboundName read(Matcher parts) {
        String target = parts.group(3);
        String part = parts.group(6);
        String tail = parts.group(7);
        return new InboundName(
                parts.group(1) != null,
                Long.parseLong(parts.group(2)),
                target == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(target)),
                Long.parseLong(parts.group(4)),
                parts.group(5),
                part == null ? WHOLE : Integer.parseInt(part),
                tail == null ? "" : tail);
    }
}
