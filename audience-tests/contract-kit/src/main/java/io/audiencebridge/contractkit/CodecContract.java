// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.spi.engine.ByteSink;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.audiencebridge.domain.spi.engine.Codec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every {@link Codec} does. The test of a codec extends this class. */
@ContractOf(Codec.class)
@Tag("codec")
public abstract class CodecContract extends StreamContract {
    private Codec codec;

    /** For subclasses. */
    protected CodecContract() {}

    /** The codec. */
    protected abstract Codec open() throws Exception;

    @Override
    final ByteSink packing(ByteSink target) {
        return codec.compressing(target);
    }

    @Override
    final ByteSource unpacking(ByteSource source) {
        return codec.expanding(source, NAME);
    }

    @BeforeEach
    void openCodec() throws Exception {
        codec = Lens.on(open());
    }

    @Rule("R52.1")
    @Test
    void its_ending_stands_behind_a_name_without_a_dot_of_its_own() {
        assertThat(codec.ending()).matches("[a-z0-9]+");
    }

    @Rule("R52.2")
    @Test
    void rows_become_smaller() {
        byte[] rows = Content.rows(1_000_000);

        assertThat(packed(rows, PIECE)).hasSizeLessThan(rows.length * 2 / 3);
    }

    @Rule("R52.3")
    @Test
    void the_same_content_is_the_same_bytes() {
        byte[] rows = Content.rows(500_000);

        byte[] inOne = packed(rows, rows.length);

        assertThat(packed(rows, 1)).isEqualTo(inOne);
        assertThat(packed(rows, 65_521)).isEqualTo(inOne);
    }
}
