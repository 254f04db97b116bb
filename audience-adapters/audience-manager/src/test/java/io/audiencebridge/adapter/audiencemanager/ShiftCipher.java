// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSink;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.audiencebridge.domain.spi.engine.Cipher;
import io.audiencebridge.domain.spi.engine.StoredFile;
import io.vavr.control.Either;

/** A cipher that anybody can break: every byte is inverted. For tests of what is done around it. */
public final class ShiftCipher implements Cipher {
    @Override
    public String ending() {
        return "pgp";
    }

    @Override
    public Either<BridgeError, ByteSink> encrypting(ByteSink target, String name) {
        return Either.right(new ByteSink() {
            @Override
            public Either<BridgeError, Integer> write(byte[] bytes, int from, int length) {
                byte[] inverted = new byte[length];
                for (int i = 0; i < length; i++) {
                    inverted[i] = (byte) ~bytes[from + i];
                }
                return target.write(inverted, 0, length);
            }

            @Override
            public Either<BridgeError, StoredFile> finish() {
                return target.finish();
            }

            @Override
            public void abort() {
                target.abort();
            }
        });
    }

    @Override
    public Either<BridgeError, ByteSource> decrypting(ByteSource source, String name) {
        return Either.left(BridgeError.InvalidRequest.of("cipher", "only encrypts"));
    }

    /** What was encrypted. */
    public static byte[] plain(byte... encrypted) {
        byte[] plain = new byte[encrypted.length];
        for (int i = 0; i < plain.length; i++) {
            plain[i] = (byte) ~encrypted[i];
        }
        return plain;
    }

    @Override
    public void close() {
        // holds no key
    }
}
