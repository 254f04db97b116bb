// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import io.audiencebridge.domain.system.Secret;
import io.vavr.collection.Seq;
import java.util.regex.Pattern;

/** Knows secrets by their names and by their looks, and takes them out of text, however it is quoted or nested. */
final class SecretText {
    /** In place of a secret, whatever its length. */
    static final String HIDDEN = "***";

    private static final String WORDS = "(?:password|passwd|passphrase|pwd|secret|token|bearer|authori[sz]ation|cookie"
            + "|credential|aws_?key|access_?key|api_?key|private_?key)";
    private static final Pattern NAME = Pattern.compile(WORDS, Pattern.CASE_INSENSITIVE);

    /**
     * {@code name=value}, {@code "name": "value"} and the like, the quotes possibly escaped once more. Bounded and without repeated groups, so that no text,
     * however long or hostile, costs more than a walk through it.
     */
    private static final Pattern PAIR = Pattern.compile(
            "([\\w.-]{0,40}" + WORDS + "[\\w.-]{0,40}(?:\\\\?[\"']|&quot;|&apos;|&#39;)?\\s{0,8}[=:]\\s{0,8})"
                    + "(?:\"[^\"]*\"?|'[^']*'?|\\\\\".*?(?=\\\\\"|\\z)|&quot;.*?(?=&quot;|\\z)|&apos;.*?(?=&apos;|\\z)"
                    + "|&#39;.*?(?=&#39;|\\z)|(?:(?:bearer|basic)\\s+)?[^\\s\"'<>,;&]+)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** An element of XML in the text, possibly escaped. */
    private static final Pattern ELEMENT = Pattern.compile(
            "((?:<|&lt;)[\\w:.-]{0,40}" + WORDS + "[\\w:.-]{0,40}.{0,500}?(?:>|&gt;)).*?(?=<|&lt;|\\z)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern SCHEME =
            Pattern.compile("\\b(bearer|basic)\\s+[\\w.~+/=-]+", Pattern.CASE_INSENSITIVE);

    /** Session tokens, encrypted passwords and security tokens, JSON web tokens, key ids of Amazon. */
    private static final Pattern LOOKS = Pattern.compile("___[\\w-]{4,}" + "|@[A-Za-z0-9+/_-]{16,}={0,2}"
            + "|\\beyJ[\\w-]{8,}(?:\\.[\\w-]*){0,4}" + "|\\bA[KS]IA[0-9A-Z]{16}\\b");

    private final Seq<String> live;

    /** Knows these by heart, too: what signs the request at hand. */
    SecretText(Seq<Secret> live) {
        this.live = live.filter(secret -> !secret.isEmpty()).map(Secret::reveal);
    }

    /** Whether what bears this name is a secret, or may be one. */
    static boolean names(String name) {
        return NAME.matcher(name).find();
    }

    /** {@code text} without secrets. */
    String scrubbed(String text) {
        String clean = live.foldLeft(text, (rest, secret) -> rest.replace(secret, HIDDEN));
        clean = PAIR.matcher(clean).replaceAll("$1" + HIDDEN);
        clean = ELEMENT.matcher(clean).replaceAll("$1" + HIDDEN);
        clean = SCHEME.matcher(clean).replaceAll("$1 " + HIDDEN);
        return LOOKS.matcher(clean).replaceAll(HIDDEN);
    }
}
