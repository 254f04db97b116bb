// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.files;

import io.audiencebridge.sandbox.audiencemanager.profiles.IdKind;
import io.audiencebridge.sandbox.audiencemanager.profiles.Profiles;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the keys of inbound objects. Source: audience-manager.md, sections 4.1, 4.2 and 4.9; C2 and C6 are settings. */
final class InboundKeys {
    private static final Pattern STRICT_KEY = Pattern.compile("([^/]+)/date=([^/]+)/([^/]+)");
    private static final Pattern LENIENT_KEY = Pattern.compile("([^/]+)/(?:(?:date=)?([^/]+)/)?([^/]+)");
    private static final String STAMP = "\\d{10}";
    private static final String LENIENT_STAMP = "\\d{9,13}";
    private static final String DATA =
            "ftp_dpm_(odc_)?(\\d{1,18})(?:_(\\d{1,18}))?_%s" + "\\.(sync|overwrite)(?:\\.\\d+)?(?:\\.(gz|pgp|gpg))?";
    private static final String ID_SYNC =
            "(adobe_id|c2c_id)_(\\d{1,18})((?:_\\d{1,18})+?)_%s\\.sync(?:\\.\\d+)?(?:\\.(gz))?";
    private static final int HASHES = 1;

    private final FileSettings settings;

    InboundKeys(FileSettings settings) {
        this.settings = settings;
    }

    InboundName read(String key) throws Unprocessable {
        boolean lenient = settings.lenientKeys.value();
        Matcher place = (lenient ? LENIENT_KEY : STRICT_KEY).matcher(key);
        if (!place.matches() || !place.group(1).equals(Timing.PARTNER)) {
            throw new Unprocessable("the key is not " + Timing.PARTNER + "/date=YYYY-MM-DD/<file name>");
        }
        if (place.group(2) != null) {
            checkDate(place.group(2));
        }
        String name = place.group(3);
        return name.startsWith("ftp_dpm_") ? data(name) : idSync(name);
    }

    private static void checkDate(String date) throws Unprocessable {
        try {
            LocalDate.parse(date);
        } catch (DateTimeParseException e) {
            throw new Unprocessable("'" + date + "' is no date like 2026-01-31");
        }
    }

    private Matcher match(String pattern, String name) {
        String stamp = settings.lenientStamps.value() ? LENIENT_STAMP : STAMP;
        return Pattern.compile(pattern.formatted(stamp)).matcher(name);
    }

    private InboundName data(String name) throws Unprocessable {
        Matcher parts = match(DATA, name);
        if (!parts.matches()) {
            throw wrongName();
        }
        long source = Long.parseLong(parts.group(2));
        boolean targeted = parts.group(3) != null;
        if (IdKind.isGlobal(source) && !targeted) {
            throw new Unprocessable("a file of global data source " + source + " must name a target data source");
        }
        return new InboundName.Data(
                source,
                targeted ? Long.parseLong(parts.group(3)) : source,
                parts.group(4).equals("overwrite"),
                parts.group(1) != null,
                packing(parts.group(5)));
    }

    private InboundName idSync(String name) throws Unprocessable {
        Matcher parts = match(ID_SYNC, name);
        if (!parts.matches()) {
            throw wrongName();
        }
        long master = Long.parseLong(parts.group(2));
        List<Long> others = Arrays.stream(parts.group(3).substring(1).split("_"))
                .map(Long::valueOf)
                .toList();
        boolean people = parts.group(1).equals("c2c_id");
        if (people && others.size() != HASHES) {
            throw new Unprocessable("a c2c_id file names two data sources");
        }
        boolean device = master == Profiles.DEVICES || IdKind.isGlobal(master);
        if (settings.deviceMastersOnly.value() && !people && !device) {
            throw new Unprocessable("the first column of an adobe_id file must hold ids of devices, but data source "
                    + master + " has none");
        }
        return new InboundName.IdSync(master, others, people, packing(parts.group(4)));
    }

    private static InboundName.Packing packing(@Nullable String tail) {
        return InboundName.Packing.of(Optional.ofNullable(tail).orElse(""));
    }

    private static Unprocessable wrongName() {
        return new Unprocessable("the file name is neither ftp_dpm_[odc_]<data source>[_<target>]_<10 digits>"
                + ".sync|overwrite[.<part>][.gz|.pgp|.gpg] nor adobe_id_|c2c_id_<master>_<data source>..._<10 digits>"
                + ".sync[.<part>][.gz]");
    }
}
