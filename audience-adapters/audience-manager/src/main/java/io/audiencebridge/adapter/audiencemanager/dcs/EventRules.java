// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.dcs;

import io.audiencebridge.adapter.audiencemanager.client.Consent;
import io.audiencebridge.adapter.audiencemanager.client.EventCall;
import io.audiencebridge.adapter.audiencemanager.client.EventCall.Signal;
import io.audiencebridge.domain.error.Violation;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which events may be sent, apart from their ids. Source: Audience Manager, "Trait key name requirements", "DCS API reference"; SEMANTICS S18. */
final class EventRules {
    private static final Pattern KEY = Pattern.compile("[0-9]*[A-Za-z][A-Za-z0-9_-]*");
    private static final Pattern EMAIL = Pattern.compile("\\s*[^\\s@/]{1,64}@[^\\s@/]+\\.[^\\s@/]+\\s*");
    private static final Pattern PHONE = Pattern.compile("\\s*\\+[1-9][0-9]{7,14}\\s*");
    private static final Pattern CONSENT = Pattern.compile("[A-Za-z0-9_.~-]+");
    private static final Set<String> PARAMETERS = Set.of("gdpr", "gdpr_consent", "dcs_region", "ts", "us_privacy");
    private static final int LONGEST_VALUE_LOOKED_AT = 320;

    private EventRules() {}

    static Seq<Violation> of(EventCall event) {
        return Vector.ofAll(event.signals())
                .zipWithIndex()
                .flatMap(signal -> signal("signals[" + signal._2 + "]", signal._1))
                .appendAll(numbers("traits", event.traits(), "trait"))
                .appendAll(numbers("targetDataSources", event.targetDataSources(), "data source"))
                .appendAll(consent(event.consent()));
    }

    static Vector<Violation> consent(Optional<Consent> consent) {
        boolean sound =
                consent.map(given -> CONSENT.matcher(given.text()).matches()).orElse(true);
        return sound
                ? Vector.empty()
                : Vector.of(new Violation("consent", "a consent string has letters, digits, '-', '_' and '.' alone"));
    }

    private static Vector<Violation> signal(String subject, Signal signal) {
        return key(signal.key())
                .orElse(() -> value(signal.value()))
                .map(why -> new Violation(subject, why))
                .toVector();
    }

    private static Option<String> key(String key) {
        if (!KEY.matcher(key).matches()) {
            return Option.some("a key is digits, a letter, then letters, digits, '-' and '_'");
        }
        boolean taken = key.startsWith("d_") || PARAMETERS.contains(key);
        return Option.when(taken, "'" + key + "' is a parameter of the call itself, no signal; see EventCall for it");
    }

    private static Option<String> value(String value) {
        if (value.chars().anyMatch(Character::isISOControl)) {
            return Option.some("a value has no control characters");
        }
        boolean personal = value.length() <= LONGEST_VALUE_LOOKED_AT
                && (EMAIL.matcher(value).matches() || PHONE.matcher(value).matches());
        return Option.when(
                personal, "a value is no plain e-mail address and no phone number; hash it, or leave it out");
    }

    private static Vector<Violation> numbers(String subject, List<Long> numbers, String thing) {
        return Vector.ofAll(numbers)
                .filter(number -> number <= 0)
                .map(number -> new Violation(subject, number + " is no " + thing + "'s number"));
    }
}
