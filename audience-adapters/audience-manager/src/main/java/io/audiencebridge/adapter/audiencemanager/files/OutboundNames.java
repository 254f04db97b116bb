// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.StoredFile;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads file names by a destination's template. Source: Audience Manager, "Outbound data file name" and "Outbound template macros". */
final class OutboundNames {
    private static final Pattern TOKENS =
            Pattern.compile("<([^<>]*)>|(SPLITNUM)|([\\[\\]])|([^<>\\[\\]]+?(?=SPLITNUM|[<>\\[\\]]|$)|[<>])");
    private static final Pattern ENDINGS = Pattern.compile("\\.(sync|csv)(\\.gz)?$");
    private static final String ENDING = "(?:\\.(?:sync|csv)(?:\\.gz)?|(?:\\.sync)?(?<control>\\.info))";
    private static final String SPLIT = "(?:(?<split>[0-9]{3,9})|-(?<dash>[0-9]{1,9}))?";
    private static final Map<String, String> MACROS = HashMap.<String, String>empty()
            .put("SYNC_TYPE", "(?:ftp|s3|S3|http)")
            .put("ORDER_ID", "(?<order>[0-9]{1,18})")
            .put("DID", "(?<order>[0-9]{1,18})")
            .put("DPID", "[0-9]{1,18}")
            .put("MASTER_DPID", "(?<master>[0-9]{1,18})")
            .put("PID_ALIAS", "[^_/]+")
            .put("PIDALIAS", "[^_/]+")
            .put("SYNC_MODE", "(?<mode>iter|full)")
            .put("SYNC-MODE", "(?<mode>iter|full)");
    private static final int LONGEST = 1024;
    private static final int MILLISECONDS = 13;
    private static final int SECONDS = 10;

    private final Pattern pattern;
    private final Set<String> groups;

    private OutboundNames(Pattern pattern, Set<String> groups) {
        this.pattern = pattern;
        this.groups = groups;
    }

    /** The names of {@code settings}. Left: {@code InvalidRequest} when the template cannot be read. */
    static Either<BridgeError, OutboundNames> of(OutboundSettings settings) {
        int digits = settings.stampDigits();
        if (digits != MILLISECONDS && digits != SECONDS) {
            return wrong("stampDigits", digits + " is not possible; give 13 or 10");
        }
        if (settings.names().length() > LONGEST) {
            return wrong(
                    "names", "the template is " + settings.names().length() + " characters long, more than " + LONGEST);
        }
        String stamp = digits == MILLISECONDS ? "(?<stamp>[0-9]{13}|[0-9]{10}(?![0-9]))" : "(?<stamp>[0-9]{10})";
        String template = ENDINGS.matcher(settings.names()).replaceFirst("");
        return compile(template, MACROS.put("TIMESTAMP", stamp));
    }

    /** What the name of {@code file} says; none when it is no file of this template. */
    Option<OutboundName> read(StoredFile file) {
        String name = file.name();
        int base = name.lastIndexOf('/') + 1;
        Matcher parts = pattern.matcher(name.substring(base));
        return name.length() - base <= LONGEST && parts.matches() ? Option.of(read(file, base, parts)) : Option.none();
    }

    private OutboundName read(StoredFile file, int base, Matcher parts) {
        String split = group(parts, "split").getOrElse("0");
        Option<String> dash = group(parts, "dash");
        String stamp = parts.group("stamp");
        return new OutboundName(
                file.name().substring(0, base + parts.end("stamp")),
                twin(file.name(), base, parts),
                number(group(parts, "order")),
                number(group(parts, "master")),
                parts.group("mode").equals("full"),
                Long.parseLong(stamp) * (stamp.length() == SECONDS ? 1000 : 1),
                Integer.parseInt(dash.getOrElse(split)),
                dash.isDefined(),
                parts.group("control") != null,
                file);
    }

    /** What all files of the delivery have in common whose file {@code name}, without folders, is; none when it is no file of this template. */
    Option<String> root(String name) {
        Matcher parts = pattern.matcher(name);
        return name.length() <= LONGEST && parts.matches()
                ? Option.of(name.substring(0, parts.end("stamp")))
                : Option.none();
    }

    private static String twin(String name, int base, Matcher parts) {
        int end = Math.max(parts.end("mode"), parts.end("stamp"));
        return name.substring(0, base + parts.start("mode")) + "*"
                + name.substring(base + parts.end("mode"), base + end);
    }

    private Option<String> group(Matcher parts, String name) {
        return groups.contains(name) ? Option.of(parts.group(name)) : Option.none();
    }

    private static OptionalLong number(Option<String> digits) {
        return digits.map(text -> OptionalLong.of(Long.parseLong(text))).getOrElse(OptionalLong.empty());
    }

    private static Either<BridgeError, OutboundNames> compile(String template, Map<String, String> macros) {
        StringBuilder regex = new StringBuilder();
        Set<String> groups = HashSet.empty();
        Matcher tokens = TOKENS.matcher(template);
        while (tokens.find()) {
            Option<String> piece = piece(tokens, macros);
            Option<String> group = piece.flatMap(OutboundNames::named);
            if (piece.isEmpty()) {
                return wrong(
                        "names",
                        "<" + tokens.group(1) + "> is no macro that a file name can be read by; use "
                                + macros.keySet().toSortedSet().mkString(", ") + " and SPLITNUM");
            }
            if (group.exists(groups::contains)) {
                return wrong("names", tokens.group() + " says again what stands before; leave one of them out");
            }
            groups = groups.addAll(group).addAll(piece.get().equals(SPLIT) ? Option.of("dash") : Option.none());
            regex.append(piece.get());
        }
        return finished(regex.append(ENDING).toString(), groups);
    }

    private static Either<BridgeError, OutboundNames> finished(String regex, Set<String> groups) {
        if (!groups.contains("stamp") || !groups.contains("mode")) {
            return wrong(
                    "names",
                    "the template needs <TIMESTAMP> and <SYNC_MODE>; without them nobody can tell the newest full delivery");
        }
        try {
            return Either.right(new OutboundNames(Pattern.compile(regex), groups));
        } catch (PatternSyntaxException unbalanced) {
            return wrong("names", "the brackets of the template do not match; close each one");
        }
    }

    private static Option<String> piece(Matcher token, Map<String, String> macros) {
        if (token.group(1) != null) {
            return macros.get(token.group(1));
        }
        if (token.group(2) != null) {
            return Option.of(SPLIT);
        }
        if (token.group(3) != null) {
            return Option.of(token.group(3).equals("[") ? "(?:" : ")?");
        }
        return Option.of(Pattern.quote(token.group(4)));
    }

    private static Option<String> named(String piece) {
        int start = piece.indexOf("(?<");
        return start < 0 ? Option.none() : Option.of(piece.substring(start + 3, piece.indexOf('>', start)));
    }

    private static Either<BridgeError, OutboundNames> wrong(String subject, String message) {
        return Either.left(BridgeError.InvalidRequest.of(subject, message));
    }
}
