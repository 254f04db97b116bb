// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import static io.audiencebridge.contractkit.Files.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSink;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.audiencebridge.domain.spi.engine.StoredFile;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link FileExchange} does. The test of an adapter extends this class and opens an exchange for each test. */
@ContractOf(
        value = {FileExchange.class, ByteSink.class, ByteSource.class},
        semantics = {"S20", "S27"})
@Tag("file-exchange")
public abstract class FileExchangeContract {
    private FileExchange exchange;
    private Files files;

    /** For subclasses. */
    protected FileExchangeContract() {}

    /** A new exchange without a file in it; it is closed after the test. */
    protected abstract FileExchange open() throws Exception;

    /** The size of a file that this exchange sends in more than one piece, in bytes; 20 MiB by default. */
    protected int largeFileBytes() {
        return 20 << 20;
    }

    @BeforeEach
    void openExchange() throws Exception {
        exchange = Lens.on(open());
        files = new Files(exchange);
    }

    @AfterEach
    void closeExchange() {
        exchange.close();
    }

    @Rule("R50.1")
    @Test
    void a_finished_file_is_read_as_it_was_written() {
        byte[] content = Files.random(300_000);

        StoredFile stored =
                files.write("folder/date=2026-11-01/file.sync.gz", content).get();

        assertThat(stored.name()).isEqualTo("folder/date=2026-11-01/file.sync.gz");
        assertThat(stored.size()).isEqualTo(content.length);
        assertThat(files.read("folder/date=2026-11-01/file.sync.gz")).isEqualTo(content);
    }

    @Rule("R50.2")
    @Test
    void a_large_file_is_read_as_it_was_written() {
        byte[] content = Files.random(largeFileBytes() + 1);

        StoredFile stored = files.write("large", content).get();

        assertThat(stored.size()).isEqualTo(content.length);
        assertThat(files.read("large")).isEqualTo(content);
    }

    @Rule("R50.3")
    @Test
    void an_empty_file_is_a_file() {
        StoredFile stored = files.write("empty", new byte[0]).get();

        assertThat(stored.size()).isZero();
        assertThat(files.read("empty")).isEmpty();
        assertThat(files.names("")).containsExactly("empty");
    }

    @Rule("R50.4")
    @Test
    void nobody_sees_a_file_before_it_is_finished() {
        ByteSink sink = files.begin("file", bytes("content"), Calls.ample());

        Iterable<String> early = files.names("");
        Either<BridgeError, ByteSource> read = exchange.read("file", Calls.ample());
        sink.finish().get();

        assertThat(early).isEmpty();
        assertThat(read.getLeft()).isInstanceOf(BridgeError.NotFound.class);
        assertThat(files.names("")).containsExactly("file");
    }

    @Rule("R50.5")
    @Test
    void a_file_that_was_given_up_never_existed() {
        files.begin("small", bytes("content"), Calls.ample()).abort();
        files.begin("large", Files.random(largeFileBytes()), Calls.ample()).abort();

        assertThat(files.names("")).isEmpty();
        assertThat(files.write("small", bytes("other content")).isRight()).isTrue();
    }

    @Rule("R50.6")
    @Test
    void a_list_holds_the_files_whose_names_begin_with_the_prefix_by_name() {
        List.of("b/2", "a/1", "b/10", "bc", "b/1/x")
                .forEach(name -> files.write(name, bytes(name)).get());

        assertThat(files.names("")).containsExactly("a/1", "b/1/x", "b/10", "b/2", "bc");
        assertThat(files.names("b")).containsExactly("b/1/x", "b/10", "b/2", "bc");
        assertThat(files.names("b/")).containsExactly("b/1/x", "b/10", "b/2");
        assertThat(files.names("b/1")).containsExactly("b/1/x", "b/10");
        assertThat(files.names("c/d/")).isEmpty();
    }

    @Rule("R50.7")
    @Test
    void a_list_tells_size_and_content_as_finishing_did() {
        StoredFile finished = files.write("folder/file", bytes("content")).get();

        StoredFile listed = exchange.list("folder/", Calls.ample()).get().single();

        assertThat(listed.size()).isEqualTo(7);
        assertThat(listed.contentTag()).isEqualTo(finished.contentTag());
        assertThat(listed.modified())
                .isBetween(
                        finished.modified().minusSeconds(2), finished.modified().plusSeconds(2));
    }

    @Rule("R50.8")
    @Test
    void the_content_tag_tells_contents_apart_whatever_the_name() {
        String first = files.write("one", bytes("content")).get().contentTag();
        String same = files.write("two", bytes("content")).get().contentTag();
        String other = files.write("three", bytes("CONTENT")).get().contentTag();

        assertThat(same).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }

    @Rule("R50.9")
    @Test
    void the_same_content_again_is_the_file() {
        StoredFile first = files.write("file", bytes("content")).get();

        StoredFile again = files.write("file", bytes("content")).get();

        assertThat(again.contentTag()).isEqualTo(first.contentTag());
        assertThat(again.size()).isEqualTo(7);
        assertThat(files.names("")).containsExactly("file");
    }

    @Rule("R50.10")
    @Test
    void the_same_large_content_again_is_the_file() {
        byte[] content = Files.random(largeFileBytes());
        StoredFile first = files.write("file", content).get();

        StoredFile again = files.write("file", content).get();

        assertThat(again.contentTag()).isEqualTo(first.contentTag());
    }

    @Rule("R50.11")
    @Test
    void other_content_under_the_same_name_is_a_conflict_and_changes_nothing() {
        files.write("file", bytes("content")).get();
        byte[] large = Files.random(largeFileBytes());

        assertThat(files.write("file", bytes("CONTENT")).getLeft()).isInstanceOf(BridgeError.Conflict.class);
        assertThat(files.write("file", large).getLeft()).isInstanceOf(BridgeError.Conflict.class);
        assertThat(files.read("file")).isEqualTo(bytes("content"));
    }

    @Rule("R50.12")
    @Test
    void of_several_writers_of_one_name_one_wins() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Callable<Either<BridgeError, StoredFile>>> writers = IntStream.range(0, 12)
                .<Callable<Either<BridgeError, StoredFile>>>mapToObj(
                        number -> () -> files.write("raced", bytes("content of " + number)))
                .toList();

        List<Either<BridgeError, StoredFile>> outcomes = new ArrayList<>();
        for (Future<Either<BridgeError, StoredFile>> outcome : threads.invokeAll(writers)) {
            outcomes.add(outcome.get());
        }
        threads.shutdownNow();

        assertThat(outcomes).filteredOn(Either::isRight).hasSize(1);
        assertThat(outcomes)
                .filteredOn(Either::isLeft)
                .allSatisfy(lost -> assertThat(lost.getLeft()).isInstanceOf(BridgeError.Conflict.class));
    }

    @Rule("R50.13")
    @Test
    void a_missing_file_is_not_found_and_named() {
        BridgeError error = exchange.read("folder/missing", Calls.ample()).getLeft();

        assertThat(error).isInstanceOf(BridgeError.NotFound.class);
        assertThat(error.message()).contains("folder/missing");
    }

    @Rule("R50.14")
    @Test
    void a_deleted_file_is_gone_and_may_be_deleted_again() {
        files.write("folder/file", bytes("content")).get();

        Either<BridgeError, String> deleted = exchange.delete("folder/file", Calls.ample());
        Either<BridgeError, String> again = exchange.delete("folder/file", Calls.ample());

        assertThat(deleted.get()).isEqualTo("folder/file");
        assertThat(again.get()).isEqualTo("folder/file");
        assertThat(files.names("")).isEmpty();
    }

    @Rule("R50.15")
    @ParameterizedTest
    @ValueSource(strings = {"a b+c", "100%25=x", "ü-名前", "a~b!(c)'*", "x&y;z", "#1", "a:b@c", "..a", "a.."})
    void any_plain_name_will_do(String name) {
        files.write("folder/" + name, bytes(name)).get();

        assertThat(files.names("folder/")).containsExactly("folder/" + name);
        assertThat(files.read("folder/" + name)).isEqualTo(bytes(name));
    }

    @Rule("R50.16")
    @ParameterizedTest
    @ValueSource(
            strings = {"", "/", "/x", "x/", "a//b", ".", "..", "../x", "a/../../x", "a/./b", "a/..", "a\\..\\b", "a\0b"
            })
    void a_name_that_might_lead_elsewhere_is_refused(String name) {
        assertThat(exchange.create(name, Calls.ample()).getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(exchange.read(name, Calls.ample()).getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(exchange.delete(name, Calls.ample()).getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
    }

    @Rule("R50.17")
    @Test
    void a_cancelled_call_begins_nothing() {
        files.write("file", bytes("content")).get();

        assertThat(begun(Calls.cancelled()))
                .hasSize(4)
                .allSatisfy(error -> assertThat(error).isInstanceOf(BridgeError.Cancelled.class));
        assertThat(files.names("")).containsExactly("file");
    }

    @Rule("R50.18")
    @Test
    void a_call_whose_time_is_up_begins_nothing() {
        files.write("file", bytes("content")).get();

        assertThat(begun(Calls.overdue()))
                .hasSize(4)
                .allSatisfy(error -> assertThat(error).isInstanceOf(BridgeError.DeadlineExceeded.class));
        assertThat(files.names("")).containsExactly("file");
    }

    private List<BridgeError> begun(Call call) {
        return List.of(
                exchange.list("", call).getLeft(),
                exchange.read("file", call).getLeft(),
                exchange.create("other", call).getLeft(),
                exchange.delete("file", call).getLeft());
    }

    @Rule("R50.19")
    @Test
    void a_file_whose_call_is_cancelled_is_not_finished() {
        Call call = Calls.ample();
        ByteSink sink = files.begin("file", bytes("content"), call);

        call.cancel();
        Either<BridgeError, Integer> write = sink.write(bytes("more"), 0, 4);
        Either<BridgeError, StoredFile> finish = sink.finish();

        assertThat(write.getLeft()).isInstanceOf(BridgeError.Cancelled.class);
        assertThat(finish.getLeft()).isInstanceOf(BridgeError.Cancelled.class);
        assertThat(files.names("")).isEmpty();
    }

    @Rule("R50.20")
    @Test
    void a_reader_whose_call_is_cancelled_gets_no_more() {
        files.write("file", Files.random(300_000)).get();
        Call call = Calls.ample();

        try (ByteSource source = exchange.read("file", call).get()) {
            source.read(new byte[10], 0, 10).get();
            call.cancel();

            assertThat(source.read(new byte[10], 0, 10).getLeft()).isInstanceOf(BridgeError.Cancelled.class);
        }
    }

    @Rule("R50.21")
    @Test
    void a_source_may_be_closed_early_and_again() {
        files.write("file", Files.random(300_000)).get();
        ByteSource source = exchange.read("file", Calls.ample()).get();
        source.read(new byte[10], 0, 10).get();

        source.close();
        source.close();

        assertThat(files.read("file")).hasSize(300_000);
    }
}
