// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.diagnosis;

import io.audiencebridge.domain.identity.KeyContent;
import io.audiencebridge.domain.identity.KeyDigest;
import io.audiencebridge.domain.identity.KeyForm;
import io.audiencebridge.domain.identity.KeyTranslator;
import io.audiencebridge.domain.identity.NormalisedKey;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import java.util.function.UnaryOperator;

/** What may have happened to declared ids that are hashed or encrypted on one side at least. Not thread-safe. */
final class HashTransformations {
    private final Declared key;
    private final Transformations to;

    HashTransformations(Declared key, Transformations to) {
        this.key = key;
        this.to = to;
    }

    void add() {
        if (key.wire() == KeyForm.PLAIN) {
            return;
        }
        to.members(
                "lower-case-hex",
                Rewritings::lowerHex,
                "are written in upper-case hexadecimal digits",
                "Have hashes written in lower case: Audience Manager's ids are case-sensitive");
        if (key.stored() != KeyForm.PLAIN) {
            to.recipients(
                    "lower-case-hex",
                    Rewritings::lowerHex,
                    "is written in upper-case hexadecimal digits",
                    "Lower the field's case in Campaign: Audience Manager's ids are case-sensitive");
        }
        to.members(
                "base64",
                Rewritings::base64ToHex,
                "are digests in Base64 instead of hexadecimal digits",
                "Have digests written as hexadecimal digits in lower case");
        to.recipients(
                "base64",
                Rewritings::base64ToHex,
                "holds digests in Base64 instead of hexadecimal digits",
                "Write the field's digests as hexadecimal digits in lower case");
        if (key.wire() == KeyForm.SHA256) {
            hashed();
        } else {
            encrypted();
        }
    }

    private void hashed() {
        UnaryOperator<String> normalised = plain -> NormalisedKey.of(key.content(), plain);
        to.members(
                "plain",
                member -> isDigest(member) ? "" : sha256(normalised.apply(member)),
                "are plain, and the data source says that they are hashed",
                "Have ids hashed with SHA-256 before they are sent to Audience Manager");
        twice();
        if (key.stored() == KeyForm.SHA256) {
            to.recipients(
                    "plain",
                    stored -> isDigest(stored) ? "" : sha256(normalised.apply(stored)),
                    "is plain, and the data source says that it is hashed",
                    "Set the data source's stored form to PLAIN");
            plainMembersAndOtherDigests(normalised);
        } else if (key.stored() == KeyForm.PLAIN) {
            ofPlain(normalised);
        }
    }

    private void twice() {
        to.add(Transformation.ofRecipients(
                "hashed-twice",
                Rewritings::folded,
                stored -> sha256(wire(stored)),
                "is hashed once, and the audience's ids are hashed twice",
                "Have ids that are hashed already sent as they are"));
        to.members(
                "hashed-twice",
                member -> isDigest(member) ? sha256(Rewritings.lower(member)) : "",
                "are hashed once, and the recipients' field twice",
                "Set the data source's stored form to SHA256 if the field is hashed, or hash the field once");
    }

    private void plainMembersAndOtherDigests(UnaryOperator<String> normalised) {
        for (KeyDigest digest : KeyDigest.values()) {
            if (digest != KeyDigest.SHA256) {
                to.add(Transformation.ofRecipients(
                        digestName(digest),
                        member -> Transformations.digested(digest, normalised.apply(member)),
                        stored -> stored.length() == digest.digits() ? Rewritings.folded(stored) : "",
                        "holds " + digest.algorithm() + " digests, and the audience's ids are plain",
                        "Hash both sides with SHA-256"));
            }
        }
    }

    /** The recipients' plain values are at hand, so that whatever was hashed can be hashed again. */
    private void ofPlain(UnaryOperator<String> normalised) {
        for (KeyDigest digest : KeyDigest.values()) {
            if (digest != KeyDigest.SHA256) {
                hashOf(
                        digestName(digest),
                        digest,
                        normalised,
                        "are " + digest.algorithm() + " digests",
                        "Have ids hashed with SHA-256");
            }
        }
        cases(normalised);
        hashOf(
                "untrimmed",
                Rewritings::same,
                "were hashed with the blanks around the recipients' values",
                "Trim ids before they are hashed");
        untrimmed(normalised);
        encoded(normalised);
        if (key.content() == KeyContent.PHONE) {
            hashOf(
                    "phone-form",
                    stored -> Rewritings.withoutPlus(normalised.apply(stored)),
                    "were hashed without the leading plus sign",
                    "Hash phone numbers in international form, with the plus sign");
        }
    }

    private void cases(UnaryOperator<String> normalised) {
        String lower = "Trim and lower-case addresses before they are hashed";
        if (key.content() == KeyContent.EMAIL) {
            hashOf("letter-case", Rewritings::trimmedOrSame, "were not lower-cased before they were hashed", lower);
            hashOf(
                    "letter-case",
                    stored -> Rewritings.capitalised(normalised.apply(stored)),
                    "were hashed with capitals at the beginning of names",
                    lower);
        } else {
            hashOf(
                    "letter-case",
                    stored -> Rewritings.lower(normalised.apply(stored)),
                    "were lower-cased before they were hashed, and the recipients' field is not",
                    "Hash ids in the case in which the field holds them");
        }
        hashOf(
                "letter-case",
                stored -> Rewritings.upper(normalised.apply(stored)),
                "were hashed in upper case",
                key.content() == KeyContent.EMAIL ? lower : "Hash ids in the case in which the field holds them");
    }

    private void untrimmed(UnaryOperator<String> normalised) {
        for (String blank : new String[] {" ", "\n", "\r\n", "\t", "\r"}) {
            hashOf(
                    "untrimmed",
                    stored -> behind(normalised.apply(stored), blank),
                    "were hashed with a blank or a line's end behind each",
                    "Trim ids before they are hashed");
        }
        hashOf(
                "untrimmed",
                stored -> behind(" ", normalised.apply(stored)),
                "were hashed with a blank before each",
                "Trim ids before they are hashed");
    }

    private void encoded(UnaryOperator<String> normalised) {
        hashOf(
                "url-encoded",
                stored -> Rewritings.urlEncoded(normalised.apply(stored)),
                "were URL-encoded before they were hashed",
                "Hash ids as they are, not as addresses carry them");
        hashOf(
                "url-encoded-twice",
                stored -> Rewritings.urlEncodedTwice(normalised.apply(stored)),
                "were URL-encoded twice before they were hashed",
                "Hash ids as they are, not as addresses carry them");
    }

    private void encrypted() {
        to.members(
                "plain",
                member -> isDigest(member)
                        ? ""
                        : key.cipher().map(cipher -> encrypted(member)).orElse(""),
                "are plain, and the data source says that they are encrypted",
                "Set the data source's wire form to what travels, or have ids encrypted");
        if (key.stored() == KeyForm.PLAIN) {
            for (KeyDigest digest : KeyDigest.values()) {
                hashOf(
                        "hashed-" + Transformations.name(digest),
                        digest,
                        plain -> NormalisedKey.of(key.content(), plain),
                        "are " + digest.algorithm() + " digests, and the data source says that they are encrypted",
                        "Set the data source's wire form to SHA256, or have ids encrypted with Campaign's key and vector");
            }
        }
    }

    private String encrypted(String member) {
        String plain = NormalisedKey.of(key.content(), member);
        return plain.isEmpty()
                ? ""
                : key.cipher().map(cipher -> cipher.encrypt(plain)).orElse("");
    }

    private void hashOf(String name, UnaryOperator<String> text, String seen, String remedy) {
        hashOf(name, KeyDigest.SHA256, text, seen, remedy);
    }

    private void hashOf(String name, KeyDigest digest, UnaryOperator<String> text, String seen, String remedy) {
        to.add(Transformation.ofMembers(
                name,
                member -> member.length() == digest.digits() ? Rewritings.folded(member) : "",
                stored -> Transformations.digested(digest, text.apply(stored)),
                seen,
                remedy));
    }

    private String wire(String stored) {
        return NormalisedKey.translated(KeyTranslator.storedToWire(key), stored);
    }

    private static String digestName(KeyDigest digest) {
        return Transformations.name(digest) + "-instead-of-sha-256";
    }

    private static boolean isDigest(String key) {
        return key.length() >= KeyDigest.MD5.digits() && Rewritings.isHex(key);
    }

    private static String sha256(String text) {
        return Transformations.digested(KeyDigest.SHA256, text);
    }

    private static String behind(String first, String second) {
        return first.isEmpty() || second.isEmpty() ? "" : first + second;
    }
}
