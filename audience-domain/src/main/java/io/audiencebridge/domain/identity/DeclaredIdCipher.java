// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.identity;

import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.system.Secret;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Declared ids that travel encrypted, as Campaign encrypts them: AES in CBC mode with PKCS padding over the UTF-8 text, written in hexadecimal digits of lower case. One key
 * and one initialisation vector for all ids, so that the same id always looks the same: it hides ids from onlookers, and is no protection against somebody who can try them.
 *
 * <p>Immutable, safe for use by several threads; prints neither key nor vector. Source: Campaign Standard, "Sharing audiences with Audience Manager or People core
 * service"; experience-cloud.md, section 3.5.
 */
public final class DeclaredIdCipher {
    private static final String TRANSFORMATION = "AES/CBC/PKCS5Padding";
    private static final String UNPADDED = "AES/CBC/NoPadding";
    private static final int BLOCK = 16;
    private static final Seq<Integer> KEY_SIZES = Vector.of(16, 24, 32);

    private final String name;
    private final SecretKeySpec key;
    private final IvParameterSpec vector;

    private DeclaredIdCipher(String name, byte[] key, byte[] vector) {
        this.name = name;
        this.key = new SecretKeySpec(key, "AES");
        this.vector = new IvParameterSpec(vector);
    }

    /**
     * A cipher with a key of 16, 24 or 32 bytes and a vector of 16 bytes, both in hexadecimal digits of either case, with or without the {@code \x} that Campaign's
     * expressions write before them. Left: one of them is something else, or the name is blank; neither key nor vector is repeated.
     *
     * @param name by which a run remembers it; a bridge that resumes the run must have been given the cipher of that name
     */
    public static Either<Violation, DeclaredIdCipher> of(String name, Secret key, Secret vector) {
        Option<byte[]> keyBytes = bytes(key).filter(bytes -> KEY_SIZES.contains(bytes.length));
        Option<byte[]> vectorBytes = bytes(vector).filter(bytes -> bytes.length == BLOCK);
        if (name.isBlank()) {
            return Either.left(new Violation("cipher name", "must not be blank; runs remember a cipher by its name"));
        }
        if (keyBytes.isEmpty()) {
            return Either.left(new Violation(
                    "cipher key",
                    "must be 32, 48 or 64 hexadecimal digits, which are 16, 24 or 32 bytes; use Campaign's"));
        }
        return vectorBytes
                .toEither(() -> new Violation(
                        "cipher vector", "must be 32 hexadecimal digits, which are 16 bytes; use Campaign's"))
                .map(bytes -> new DeclaredIdCipher(name, keyBytes.get(), bytes));
    }

    /** By which runs remember it. */
    public String name() {
        return name;
    }

    /** The hexadecimal digits that stand for {@code id}. */
    public String encrypt(String id) {
        byte[] text = id.getBytes(StandardCharsets.UTF_8);
        return encrypted(text, 0, text.length);
    }

    /** The id that {@code digits} stand for. Left: they stand for none under this key and vector; they are not repeated. */
    public Either<Violation, String> decrypt(String digits) {
        return plain(digits)
                .toEither(
                        () -> new Violation(
                                "encrypted id",
                                "cannot be decrypted: it must be hexadecimal digits of whole blocks, made with the same key and vector; compare both sides' settings"));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DeclaredIdCipher that
                && name.equals(that.name)
                && key.equals(that.key)
                && HexFormat.of()
                        .formatHex(vector.getIV())
                        .equals(HexFormat.of().formatHex(that.vector.getIV()));
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return "DeclaredIdCipher[" + name + ", hidden]";
    }

    String encrypted(byte[] text, int from, int to) {
        try {
            return HexFormat.of().formatHex(cipher(Cipher.ENCRYPT_MODE).doFinal(text, from, to - from));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES of a checked key cannot fail", impossible);
        }
    }

    Option<String> plain(String digits) {
        return bytes(digits)
                .filter(bytes -> bytes.length > 0 && bytes.length % BLOCK == 0)
                .flatMap(bytes ->
                        Try.of(() -> cipher(Cipher.DECRYPT_MODE).doFinal(bytes)).toOption())
                .filter(plain -> Utf8.isValid(plain, 0, plain.length))
                .map(plain -> new String(plain, StandardCharsets.UTF_8));
    }

    /** The bytes that {@code digits} stand for, padding and all, whether or not they make sense. */
    Option<byte[]> unpadded(String digits) {
        return bytes(digits)
                .filter(bytes -> bytes.length > 0 && bytes.length % BLOCK == 0)
                .flatMap(bytes -> Try.of(
                                () -> cipher(Cipher.DECRYPT_MODE, UNPADDED).doFinal(bytes))
                        .toOption());
    }

    private Cipher cipher(int mode) throws GeneralSecurityException {
        return cipher(mode, TRANSFORMATION);
    }

    /** A new one each time, since it holds the state of its work. */
    private Cipher cipher(int mode, String transformation) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(transformation);
        cipher.init(mode, key, vector);
        return cipher;
    }

    private static Option<byte[]> bytes(Secret secret) {
        String text = secret.reveal().strip();
        return bytes(text.startsWith("\\x") ? text.substring(2) : text);
    }

    private static Option<byte[]> bytes(String digits) {
        return Try.of(() -> HexFormat.of().parseHex(digits)).toOption();
    }
}
