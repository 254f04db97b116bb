// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.diagnosis;

import io.audiencebridge.domain.identity.KeyContent;
import io.audiencebridge.domain.identity.KeyDigest;
import io.audiencebridge.domain.identity.KeyForm;
import io.audiencebridge.domain.identity.KeyTranslator;
import io.audiencebridge.domain.identity.NormalisedKey;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** What may have happened to keys of one kind, the likeliest of those that look alike first. Not thread-safe. */
final class Transformations {
    private final List<Transformation> all = new ArrayList<>();
    private final UnaryOperator<String> wire;
    private final UnaryOperator<String> checked;

    private Transformations(ReconciliationKey key) {
        KeyTranslator translating = KeyTranslator.storedToWire(key);
        KeyTranslator checking = KeyTranslator.checkingWire(key);
        this.wire = stored -> NormalisedKey.translated(translating, stored);
        this.checked = member -> NormalisedKey.translated(checking, member);
    }

    /** All that can be tried with keys of that kind; {@code prefixes} are what many keys of either side begin with, possibly empty. */
    static List<Transformation> of(ReconciliationKey key, Prefixes prefixes) {
        Transformations of = new Transformations(key);
        of.ofText();
        if (key instanceof Declared declared) {
            of.ofDeclared(declared);
        } else {
            of.ofVisitors();
        }
        of.prefixed(prefixes);
        return of.all;
    }

    private void ofText() {
        members(
                "untrimmed",
                Rewritings::trimmed,
                "have blanks or quotation marks around them",
                "Trim the ids before they are sent to Audience Manager");
        recipients(
                "untrimmed",
                Rewritings::trimmed,
                "has blanks or quotation marks around its values",
                "Trim the field in Campaign, with a workflow's enrichment");
        members(
                "url-encoded-twice",
                Rewritings::urlDecodedTwice,
                "are URL-encoded twice",
                "Have the ids encoded once only where they are collected, by the tag or by whoever calls it");
        members(
                "url-encoded",
                Rewritings::urlDecoded,
                "are URL-encoded",
                "Have the ids stored decoded; encode them in addresses only");
        recipients(
                "url-encoded-twice",
                Rewritings::urlDecodedTwice,
                "holds values that are URL-encoded twice",
                "Decode the field in Campaign twice");
        recipients(
                "url-encoded",
                Rewritings::urlDecoded,
                "holds values that are URL-encoded",
                "Decode the field in Campaign");
    }

    private void ofVisitors() {
        members(
                "leading-zeros",
                Rewritings::visitorPadded,
                "have fewer than 38 digits: a spreadsheet or a number type ate their leading zeros",
                "Treat visitor ids as text wherever they pass, and pad them to 38 digits with zeros");
        recipients(
                "leading-zeros",
                Rewritings::visitorPadded,
                "holds visitor ids of fewer than 38 digits: a spreadsheet or a number type ate their leading zeros",
                "Load visitor ids as text, padded to 38 digits with zeros");
        hashedMembers(wire);
        digested(wire, "visitor ids");
    }

    private void ofDeclared(Declared key) {
        new HashTransformations(key, this).add();
        if (key.wire() == KeyForm.PLAIN) {
            members(
                    "letter-case",
                    Rewritings::lower,
                    stored -> Rewritings.lower(wire.apply(stored)),
                    "are the recipients' in another case of letters",
                    "Write ids in one case on both sides: ids are compared letter by letter");
            add(Transformation.ofMembers(
                    "leading-zeros",
                    Rewritings::unpadded,
                    stored -> Rewritings.unpadded(wire.apply(stored)),
                    "are the recipients' numbers with another number of leading zeros: a spreadsheet or a number type ate them on one side",
                    "Treat ids as text wherever they pass, and give them the same number of digits on both sides"));
            digested(stored -> NormalisedKey.of(KeyContent.OPAQUE, stored), "plain ids");
            if (key.stored() == KeyForm.PLAIN) {
                hashedMembers(wire);
            }
        }
    }

    /** The members are digests, and the data source says that ids travel plain. */
    private void hashedMembers(UnaryOperator<String> plain) {
        for (KeyDigest digest : KeyDigest.values()) {
            add(Transformation.ofMembers(
                    "hashed-" + name(digest),
                    member -> member.length() == digest.digits() ? Rewritings.folded(member) : "",
                    stored -> digested(digest, plain.apply(stored)),
                    "are " + digest.algorithm() + " digests, and the data source says that they are plain",
                    digest == KeyDigest.SHA256
                            ? "Set the data source's wire form to SHA256"
                            : "Have plain ids, or SHA-256 digests, sent to Audience Manager"));
        }
    }

    /** The recipients' field holds digests of what the members are. */
    private void digested(UnaryOperator<String> plain, String what) {
        for (KeyDigest digest : KeyDigest.values()) {
            add(Transformation.ofRecipients(
                    "hashed-" + name(digest),
                    member -> digested(digest, plain.apply(member)),
                    stored -> stored.length() == digest.digits() ? Rewritings.folded(stored) : "",
                    "holds " + digest.algorithm() + " digests, and the audience's ids are " + what,
                    "Use a field that holds " + what + ", or have digests sent to Audience Manager"));
        }
    }

    private void prefixed(Prefixes prefixes) {
        for (int length : prefixes.ofMembers()) {
            members(
                    "prefix",
                    key -> prefixes.withoutMembers(key, length),
                    "begin with the same " + length + " characters, which the recipients' do not have",
                    "Have the ids sent without that prefix");
        }
        for (int length : prefixes.ofRecipients()) {
            recipients(
                    "prefix",
                    key -> prefixes.withoutRecipients(key, length),
                    "holds values that begin with the same " + length
                            + " characters, which the audience's ids do not have",
                    "Strip that prefix in Campaign, or use the field that holds the id alone");
        }
    }

    static String name(KeyDigest digest) {
        return digest.algorithm().toLowerCase(Locale.ROOT);
    }

    static String digested(KeyDigest digest, String text) {
        return text.isEmpty() ? "" : digest.hex(text);
    }

    /** Adds one that mends a member's key, which is then compared as it should have been. */
    void members(String name, UnaryOperator<String> mend, String seen, String remedy) {
        members(name, member -> checked.apply(mend.apply(member)), wire, seen, remedy);
    }

    void members(
            String name, UnaryOperator<String> member, UnaryOperator<String> recipient, String seen, String remedy) {
        add(Transformation.ofMembers(name, member, recipient, seen, remedy));
    }

    /** Adds one that mends a recipient's key. */
    void recipients(String name, UnaryOperator<String> mend, String seen, String remedy) {
        add(Transformation.ofRecipients(name, checked, stored -> wire.apply(mend.apply(stored)), seen, remedy));
    }

    void add(Transformation one) {
        all.add(one);
    }
}
