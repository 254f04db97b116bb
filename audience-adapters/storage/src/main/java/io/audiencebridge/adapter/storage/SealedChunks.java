// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts the chunks of one file, one after the other, and decrypts them in any order, by AES in GCM. A chunk is bound to its number, to the header, and to whether it is the last one: chunks
 * cannot change places, and a file that was cut short is noticed. Several threads may decrypt; one encrypts.
 */
final class SealedChunks {
    private static final int TAG_BITS = 128;
    private static final int NONCE = 12;

    private final SecretKeySpec key;
    private final byte[] header;
    private long sealed;

    SealedChunks(SecretKeySpec key, SealedHeader header) {
        this.key = key;
        this.header = header.bytes();
    }

    byte[] seal(byte[] plain, int length, boolean last) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, sealed++, last).doFinal(plain, 0, length);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("Every Java has AES/GCM", failed);
        }
    }

    /** Decrypts the chunk of that number into {@code plain} and says how much it is. Fails with {@link SealedHeader.Unusable} for what was not sealed so. */
    int open(byte[] chunk, int length, long number, boolean last, byte[] plain) throws SealedHeader.Unusable {
        try {
            return cipher(Cipher.DECRYPT_MODE, number, last).doFinal(chunk, 0, length, plain);
        } catch (GeneralSecurityException wrong) {
            throw new SealedHeader.Unusable("it was made with another secret, or is damaged");
        }
    }

    private Cipher cipher(int mode, long number, boolean last) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        byte[] nonce =
                ByteBuffer.allocate(NONCE).putInt(last ? 1 : 0).putLong(number).array();
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(header);
        return cipher;
    }
}
