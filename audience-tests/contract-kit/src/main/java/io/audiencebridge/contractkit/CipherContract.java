// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.spi.engine.ByteSink;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.audiencebridge.domain.spi.engine.Cipher;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every {@link Cipher} does. The test of a cipher extends this class. */
@ContractOf(Cipher.class)
@Tag("cipher")
public abstract class CipherContract extends StreamContract {
    private Cipher cipher;

    /** For subclasses. */
    protected CipherContract() {}

    /** A cipher that decrypts what it encrypted; it is closed after the test. */
    protected abstract Cipher open() throws Exception;

    @Override
    final ByteSink packing(ByteSink target) {
        return cipher.encrypting(target, "file").get();
    }

    @Override
    final ByteSource unpacking(ByteSource source) {
        return cipher.decrypting(source, NAME).get();
    }

    @BeforeEach
    void openCipher() throws Exception {
        cipher = Lens.on(open());
    }

    @AfterEach
    void closeCipher() {
        cipher.close();
    }

    @Rule("R53.1")
    @Test
    void its_ending_stands_behind_a_name_without_a_dot_of_its_own() {
        assertThat(cipher.ending()).matches("[a-z0-9]+");
    }

    @Rule("R53.2")
    @Test
    void nobody_sees_whether_two_files_are_the_same() {
        byte[] rows = Content.rows(1000);

        assertThat(packed(rows, PIECE)).isNotEqualTo(packed(rows, PIECE));
    }

    @Rule("R53.3")
    @Test
    void the_content_cannot_be_read_without_the_key() {
        byte[] rows = Content.rows(100_000);

        String message = new String(packed(rows, PIECE), StandardCharsets.ISO_8859_1);

        assertThat(message).doesNotContain("d_sid");
    }

    @Rule("R53.4")
    @Test
    void a_cipher_that_was_closed_answers_left_and_may_be_closed_again() {
        MemorySink target = MemorySink.ample();
        MemorySource source = MemorySource.of(packed(Content.rows(10), PIECE));

        cipher.close();
        cipher.close();

        assertThat(cipher.encrypting(target, NAME).isLeft()).isTrue();
        assertThat(cipher.decrypting(source, NAME).isLeft()).isTrue();
        assertThat(target.aborted()).isZero();
        assertThat(source.isClosed()).isFalse();
    }
}
