// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.diagnose;

import static io.audiencebridge.trials.diagnose.Journey.EXPORT_DECLARED;
import static io.audiencebridge.trials.diagnose.Journey.EXPORT_VISITORS;

import java.util.List;
import java.util.stream.Stream;

/** What can be wrong with inbound files: audience-manager 4.1 to 4.8. */
final class InboundSetUps {
    private static final String ROW = "12345678901234567890123456789012345678\\td_sid=1000001\\n";
    private static final long ALL = 999_999;

    private InboundSetUps() {}

    private static SetUp row(String row, Journey journey, Break broken, String... words) {
        return SetUp.broken(
                "audience-manager " + row,
                journey,
                broken,
                Stream.of(words).map(word -> "audience-manager." + word).toArray(String[]::new));
    }

    /** All of them, each broken in one way. */
    static List<SetUp> all() {
        return Stream.concat(handedOver(), received()).toList();
    }

    private static Stream<SetUp> handedOver() {
        return Stream.of(
                row(
                        "4.1: the bucket forbids",
                        EXPORT_VISITORS,
                        Breaks.refuse("s3", "/" + Breaks.INBOUND, 403),
                        "4.1.bucket"),
                row(
                        "4.1: the bucket is not there",
                        EXPORT_DECLARED,
                        Breaks.refuse("s3", "/" + Breaks.INBOUND, 404),
                        "4.1.bucket"),
                row(
                        "4.1: the newest file lies in no day's folder",
                        EXPORT_VISITORS,
                        Breaks.handedOver("ftp_dpm_13701_NOW.sync.gz", ROW, true),
                        "4.1.folder"),
                row(
                        "4.1: an object without its ACL in a bucket of another account",
                        EXPORT_VISITORS,
                        Breaks.settings("{'audienceManager':{'files':{'crossAccount':true}}}")
                                .and(Breaks.read("DAY/ftp_dpm_13701_NOW.sync.gz", ROW)),
                        "4.8.taken"),
                row(
                        "4.2: a .zip",
                        EXPORT_VISITORS,
                        Breaks.handedOver("DAY/ftp_dpm_13701_NOW.sync.zip", ROW, true),
                        "4.2.name"),
                row(
                        "4.2, 9.3.12: nine digits",
                        EXPORT_DECLARED,
                        Breaks.handedOver("DAY/ftp_dpm_13702_123456789.sync.gz", ROW, true),
                        "4.2.name"),
                row(
                        "4.2: upper case",
                        EXPORT_VISITORS,
                        Breaks.handedOver("DAY/FTP_DPM_13701_NOW.SYNC", ROW, false),
                        "4.2.name"),
                row(
                        "4.3: compressed and encrypted",
                        EXPORT_DECLARED,
                        Breaks.handedOver("DAY/ftp_dpm_13702_NOW.sync.gz.pgp", ROW, true),
                        "4.2.name"),
                row(
                        "4.3: an empty file",
                        EXPORT_VISITORS,
                        Breaks.handedOver("DAY/ftp_dpm_13701_NOW.sync", "", false),
                        "4.3.size"),
                row(
                        "4.6: an overwrite",
                        EXPORT_VISITORS,
                        Breaks.read("DAY/ftp_dpm_13701_NOW.overwrite.gz", ROW),
                        "4.6.mode"),
                row(
                        "4.7, 9.3.7: handed over a moment ago",
                        EXPORT_VISITORS,
                        Breaks.handedOver("DAY/ftp_dpm_13701_NOW.sync.gz", ROW, true),
                        "4.7.delay"),
                row(
                        "4.7: the file came before its trait was live",
                        EXPORT_DECLARED,
                        Breaks.trait("'age':'PT50H'"),
                        "4.7.trait-before-file"));
    }

    private static Stream<SetUp> received() {
        return Stream.of(
                row(
                        "4.4: a blank in place of the tab",
                        EXPORT_VISITORS,
                        Breaks.read(
                                "DAY/ftp_dpm_13701_NOW.sync.gz",
                                "12345678901234567890123456789012345678 d_sid=1000001\\n"),
                        "4.8.format-errors"),
                row(
                        "4.4: ids without their leading zeros",
                        EXPORT_VISITORS,
                        Breaks.read(
                                "DAY/ftp_dpm_13701_NOW.sync.gz",
                                "1234567890123456789012345678901234567\\td_sid=1000001\\n"),
                        "4.8.invalid-ids"),
                row(
                        "4.4: a trait that is not there",
                        EXPORT_VISITORS,
                        Breaks.read(
                                "DAY/ftp_dpm_13701_NOW.sync.gz",
                                "12345678901234567890123456789012345678\\td_sid=77\\n"),
                        "4.4.trait-owner",
                        "4.8.no-trait"),
                row(
                        "4.8, 9.3.7: ids that were never synchronised",
                        EXPORT_VISITORS,
                        Breaks.told("noMatchingAamIds", ALL),
                        "4.8.no-matching"),
                row("4.8: some ids are none", EXPORT_VISITORS, Breaks.told("invalidAamIds", 20), "4.8.invalid-ids"),
                row("4.8: no trait realized", EXPORT_DECLARED, Breaks.told("noTraitRealized", ALL), "4.8.no-trait"));
    }
}
