// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the mail line by line: a label, a colon, a number or time. Labels are compared without case. */
final class ReceiptText {
    private static final Pattern LINE = Pattern.compile("[\\s>*]*([A-Za-z][A-Za-z ]*?)\\s*[:=]\\s*(.*?)[\\s*]*");
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,18}");
    private static final Pattern PARTNER = Pattern.compile("\\(ID:\\s*([0-9]{1,18})\\)");
    private static final Pattern FILE = Pattern.compile("\\b(?:ftp_dpm_|adobe_id_|c2c_id_)[A-Za-z0-9_.]*[A-Za-z0-9]");
    private static final int LONGEST_LINE = 2000;

    /** UNVERIFIED: the mail does not say the zone of its times. */
    private static final ZoneOffset ZONE = ZoneOffset.UTC;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final String mail;
    private final Map<String, String> lines;

    ReceiptText(String mail) {
        this.mail = mail;
        this.lines = Vector.of(mail.split("\\R"))
                .filter(line -> line.length() <= LONGEST_LINE)
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .foldLeft(HashMap.empty(), (read, line) -> read.put(label(line.group(1)), line.group(2)));
    }

    Either<BridgeError, InboundReceipt> read() {
        OptionalLong received = count("records received");
        OptionalLong stored = count("stored records");
        if (received.isEmpty() || stored.isEmpty()) {
            return Either.left(
                    BridgeError.InvalidRequest.of(
                            "mail",
                            "the text has no lines 'Records received' and 'Stored Records' with a number each; give the whole text of a mail with the subject 'Adobe Audience Manager Server-To-Server Processing Result'"));
        }
        return Either.right(
                counters(InboundReceipt.builder().received(received.getAsLong()).stored(stored.getAsLong()))
                        .partner(partner())
                        .files(files())
                        .started(time("job start time"))
                        .ended(time("job end time"))
                        .build());
    }

    private InboundReceipt.Builder counters(InboundReceipt.Builder receipt) {
        receipt.formatErrors(count("format errors"))
                .invalidAamIds(count("invalid aam id"))
                .invalidDeviceIds(count("invalid device id"))
                .noMatchingAamIds(count("no matching aam id"))
                .noTraitRealized(count("no trait realized"))
                .processed(count("records processed"))
                .devices(count("total devices"))
                .signals(count("total signals"))
                .unusedSignals(count("total unused signals"))
                .realizedTraits(count("total realized traits"))
                .removedTraits(count("total removed traits"))
                .traitsFailed(count("total traits failed validation"))
                .usersWithTraitsFailed(count("total users that have traits which failed validation"));
        return receipt;
    }

    private OptionalLong count(String label) {
        return lines.get(label)
                .filter(text -> COUNT.matcher(text).matches())
                .map(text -> OptionalLong.of(Long.parseLong(text.replace(",", ""))))
                .getOrElse(OptionalLong::empty);
    }

    private Optional<Instant> time(String label) {
        return lines.get(label).flatMap(ReceiptText::instant).toJavaOptional();
    }

    private OptionalLong partner() {
        Matcher found = PARTNER.matcher(mail);
        return found.find() ? OptionalLong.of(Long.parseLong(found.group(1))) : OptionalLong.empty();
    }

    private Vector<String> files() {
        return Vector.ofAll(FILE.matcher(mail).results().map(found -> found.group()))
                .distinct();
    }

    private static Option<Instant> instant(String text) {
        try {
            return Option.of(LocalDateTime.parse(text, TIME).toInstant(ZONE));
        } catch (DateTimeException unreadable) {
            return Option.none();
        }
    }

    private static String label(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").replaceAll("ids$", "id");
    }
}
