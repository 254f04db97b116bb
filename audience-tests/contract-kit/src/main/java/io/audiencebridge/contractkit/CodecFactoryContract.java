// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSink;
import io.audiencebridge.domain.spi.engine.CodecFactory;
import io.vavr.control.Either;
import java.util.ServiceLoader;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every {@link CodecFactory} does; its codecs have a contract of their own, {@link CodecContract}. */
@ContractOf(CodecFactory.class)
@Tag("codec-factory")
public abstract class CodecFactoryContract {
    private static final int BYTES = 700_000;

    /** For subclasses. */
    protected CodecFactoryContract() {}

    /** The factory. */
    protected abstract CodecFactory factory();

    @Rule("R54.1")
    @Test
    void it_is_found_by_the_service_loader() {
        assertThat(ServiceLoader.load(CodecFactory.class).stream().map(ServiceLoader.Provider::type))
                .anyMatch(Lens.classOf(factory())::equals);
    }

    @Rule("R54.2")
    @Test
    void an_executor_that_refuses_work_makes_no_difference() {
        byte[] rows = Content.rows(BYTES);

        byte[] refused = packed(
                work -> {
                    throw new RejectedExecutionException("full");
                },
                rows);

        assertThat(refused).isEqualTo(packed(Runnable::run, rows)).hasSizeLessThan(BYTES);
    }

    @Rule("R54.3")
    @Test
    void what_its_codec_packs_its_codec_unpacks() {
        byte[] rows = Content.rows(BYTES);
        byte[] packed = packed(Runnable::run, rows);

        Either<BridgeError, byte[]> unpacked = MemorySource.drained(
                Lens.on(factory()).open(Runnable::run).expanding(MemorySource.of(packed), "rows"),
                StreamContract.PIECE);

        assertThat(unpacked.get()).isEqualTo(rows);
    }

    private byte[] packed(Executor executor, byte[] content) {
        MemorySink target = MemorySink.ample();
        ByteSink sink = Lens.on(factory()).open(executor).compressing(target);
        sink.write(content, 0, content.length).get();
        sink.finish().get();
        return target.bytes();
    }
}
