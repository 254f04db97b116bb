// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the key of an inbound object says. Source: audience-manager.md, sections 4.1 and 4.2; a stamp of nine digits, as in
 * some examples of the documentation (C2), is refused.
 *
 * @param dataSource whose ids the rows begin with
 * @param target the data source that owns the traits
 * @param overwrite whether the rows replace what a person has
 * @param zipped whether the content is gzip
 */
record InboundName(long dataSource, long target, boolean overwrite, boolean zipped) {
    private static final Pattern KEY = Pattern.compile("([^/]+)/date=([^/]+)/([^/]+)");
    private static final Pattern NAME = Pattern.compile(
            "ftp_dpm_(\\d{1,18})(?:_(\\d{1,18}))?_\\d{10}" + "\\.(sync|overwrite)(?:\\.\\d+)?(?:\\.(gz|pgp|gpg))?");
    private static final Pattern ID_SYNC = Pattern.compile("(adobe_id|c2c_id)_.*");

    static InboundName of(String key) throws Unprocessable {
        Matcher place = KEY.matcher(key);
        if (!place.matches() || !place.group(1).equals(Timing.PARTNER)) {
            throw new Unprocessable("the key is not " + Timing.PARTNER + "/date=YYYY-MM-DD/<file name>");
        }
        checkDate(place.group(2));
        return ofName(place.group(3));
    }

    private static void checkDate(String date) throws Unprocessable {
        try {
            LocalDate.parse(date);
        } catch (DateTimeParseException e) {
            throw new Unprocessable("'" + date + "' is no date like 2026-01-31");
        }
    }

    private static InboundName ofName(String name) throws Unprocessable {
        if (ID_SYNC.matcher(name).matches()) {
            throw new Unprocessable("id synchronisation files are not emulated");
        }
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            throw new Unprocessable(
                    "the file name is not ftp_dpm_<data source>[_<target>]_<10 digits>.sync|overwrite[.<part>][.gz]");
        }
        String tail = parts.group(4);
        if (tail != null && !tail.equals("gz")) {
            throw new Unprocessable("encrypted files are not emulated");
        }
        long source = Long.parseLong(parts.group(1));
        long target = parts.group(2) == null ? source : Long.parseLong(parts.group(2));
        if (IdKind.isGlobal(source) && target == source) {
            throw new Unprocessable("a file of global data source " + source + " must name a target data source");
        }
        return new InboundName(source, target, parts.group(3).equals("overwrite"), tail != null);
    }
}
