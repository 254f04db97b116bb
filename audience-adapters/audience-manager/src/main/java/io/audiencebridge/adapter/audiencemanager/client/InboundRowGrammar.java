// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads rows of inbound data files as their documents show them; what those leave open is not taken. */
final class InboundRowGrammar {
    static final int LONGEST = 102_400;

    /** UNVERIFIED: how Oracle's files call Android's ids; Apple's are documented. */
    private static final Map<String, GlobalDataSource> ORACLE_KINDS =
            Map.of("idfa", GlobalDataSource.IDFA, "gaid", GlobalDataSource.GAID, "android", GlobalDataSource.GAID);

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final Pattern LEAVING = Pattern.compile("([0-9]{1,18}):(?:0|-1)");

    private final InboundFileName name;
    private final UserIdCheck ids;

    InboundRowGrammar(InboundFileName name, UserIdCheck ids) {
        this.name = name;
        this.ids = ids;
    }

    Either<RowFault, InboundRow> read(String line) {
        String row = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
        if (row.length() > LONGEST || row.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            return Either.left(RowFault.TOO_LONG);
        }
        String[] columns = row.split("\t", -1);
        if (columns.length != (name.oracle() ? 3 : 2) || columns[0].isEmpty()) {
            return Either.left(RowFault.FORMAT);
        }
        return name.oracle() ? oracle(columns) : usual(columns[0], columns[1]);
    }

    private Either<RowFault, InboundRow> oracle(String[] columns) {
        GlobalDataSource kind = ORACLE_KINDS.get(columns[0]);
        Seq<String> traits = items(columns[2]);
        if (kind == null || traits.isEmpty() || !traits.forAll(InboundRowGrammar::isNumber)) {
            return Either.left(RowFault.FORMAT);
        }
        return kind.accepts(columns[1])
                ? Either.right(InboundRow.builder()
                        .user(columns[1])
                        .idType(columns[0])
                        .added(traits.map(Long::valueOf))
                        .build())
                : Either.left(RowFault.INVALID_DEVICE_ID);
    }

    private Either<RowFault, InboundRow> usual(String user, String text) {
        Option<RowFault> fault = ids.fault(user);
        Seq<String> items = items(text);
        boolean overwrites = name.mode() == InboundFileName.Mode.OVERWRITE;
        if (fault.isDefined()) {
            return Either.left(fault.get());
        }
        if (items.isEmpty() && !overwrites) {
            return Either.left(RowFault.FORMAT);
        }
        InboundRow.Builder row = InboundRow.builder().user(user);
        return items.forAll(item -> add(item, row, overwrites))
                ? Either.right(row.build())
                : Either.left(RowFault.FORMAT);
    }

    private static boolean add(String item, InboundRow.Builder row, boolean overwrites) {
        int equals = outside(item, '=', 0);
        if (equals < 0) {
            return bare(item, row, overwrites);
        }
        String key = unquoted(item.substring(0, equals).strip());
        String value = unquoted(item.substring(equals + 1).strip());
        key = key.startsWith("-") ? key.substring(1).strip() : key;
        return switch (key) {
            case "d_sid" -> isNumber(value) && added(value, row);
            case "d_unsid" -> isNumber(value) && removed(value, row, overwrites);
            default -> signal(key, value, row);
        };
    }

    private static boolean bare(String item, InboundRow.Builder row, boolean overwrites) {
        Matcher leaving = LEAVING.matcher(item);
        return leaving.matches()
                ? removed(leaving.group(1), row, overwrites)
                : isNumber(item) && signal("ic", item, row);
    }

    private static boolean added(String trait, InboundRow.Builder row) {
        row.addAdded(Long.parseLong(trait));
        return true;
    }

    private static boolean removed(String trait, InboundRow.Builder row, boolean overwrites) {
        if (!overwrites) {
            row.addRemoved(Long.parseLong(trait));
        }
        return true;
    }

    private static boolean signal(String key, String value, InboundRow.Builder row) {
        row.addSignals(new InboundRow.Signal(key, value));
        return !key.isEmpty() && !value.isEmpty();
    }

    /** {@code text} without the quotation marks around it; empty, which nothing may be, when they do not match. */
    private static String unquoted(String text) {
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        String bare = quoted ? text.substring(1, text.length() - 1) : text;
        return bare.contains("\"") ? "" : bare;
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    /** What stands between commas, but for commas between quotation marks; empty items are tolerated and left out. */
    private static Seq<String> items(String text) {
        Vector<String> items = Vector.empty();
        int from = 0;
        int comma = outside(text, ',', from);
        while (comma >= 0) {
            items = items.append(text.substring(from, comma));
            from = comma + 1;
            comma = outside(text, ',', from);
        }
        return items.append(text.substring(from)).map(String::strip).filter(item -> !item.isEmpty());
    }

    /** Where {@code wanted} stands next outside quotation marks; negative when it does not. */
    private static int outside(String text, char wanted, int from) {
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == wanted && !quoted) {
                return i;
            }
            quoted ^= text.charAt(i) == '"';
        }
        return -1;
    }
}
