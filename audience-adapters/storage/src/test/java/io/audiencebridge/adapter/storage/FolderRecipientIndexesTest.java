// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.contractkit.RecipientIndexesContract;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.Progress;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.audiencebridge.domain.spi.engine.IndexStamp;
import io.audiencebridge.domain.spi.engine.IndexState;
import io.audiencebridge.domain.spi.engine.RecipientIndexes;
import io.audiencebridge.domain.system.Secret;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderRecipientIndexesTest extends RecipientIndexesContract {
    private static final String SECRET = "correct horse battery";
    private static final byte[] KEY = "sixteen letters!".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path home;

    @Override
    protected RecipientIndexes open() {
        return under(SECRET);
    }

    @Override
    protected RecipientIndexes reopen() {
        return open();
    }

    @Test
    void another_secret_makes_it_unusable_and_building_anew_makes_it_good() {
        build(open());

        IndexState found = under("another secret").look(PAGE).get();

        assertThat(found).isEqualTo(new IndexState.Unusable("it was made with another secret, or is damaged"));
        build(under("another secret"));
        assertThat(under("another secret").look(PAGE).get()).isInstanceOf(IndexState.Kept.class);
    }

    @Test
    void another_version_makes_it_unusable() throws IOException {
        build(open());
        overwrite(manifest(), 7, (byte) 9);

        assertThat(open().look(PAGE).get()).isEqualTo(new IndexState.Unusable("it is of version 9, not 3"));
    }

    @Test
    void a_manifest_that_somebody_changed_makes_it_unusable() throws IOException {
        build(open());
        overwrite(manifest(), 15, (byte) 1);

        assertThat(open().look(PAGE).get()).isInstanceOf(IndexState.Unusable.class);
        assertThat(open().read(PAGE, call()).getLeft()).isInstanceOf(BridgeError.Conflict.class);
    }

    @Test
    void a_file_that_was_cut_short_makes_it_unusable() throws IOException {
        build(open());
        Path keys = files(".keys").get(0);
        Files.write(keys, List.of("short"));

        assertThat(open().look(PAGE).get()).isEqualTo(new IndexState.Unusable("a file of it is missing or cut short"));
    }

    @Test
    void a_file_that_was_changed_in_place_is_noticed_when_it_is_read_and_dropped() throws IOException {
        build(open());
        overwrite(files(".keys").get(0), 70, (byte) 1);

        BridgeError error = open().read(PAGE, call()).get().next().getLeft();

        assertThat(error.message()).contains("damaged and was dropped", "builds it anew");
        assertThat(open().look(PAGE).get()).isInstanceOf(IndexState.Nothing.class);
    }

    @Test
    void a_file_of_changes_that_was_changed_in_place_is_noticed_and_dropped_too() throws IOException {
        build(open());
        Path everybody = files(".keys").get(0);
        TextKeysBuilder rows = new TextKeysBuilder();
        rows.recipient(0, 1).keyless((byte) 0);
        IndexStamp stamp = new IndexStamp("later", NOON);
        open().refresh(PAGE, stamp, source(Option.some(rows.build())), call()).get();
        overwrite(
                files(".keys").stream()
                        .filter(file -> !file.equals(everybody))
                        .findFirst()
                        .orElseThrow(),
                70,
                (byte) 1);

        BridgeError error = open().read(PAGE, call()).get().next().getLeft();

        assertThat(error.message()).contains("damaged and was dropped", "builds it anew");
        assertThat(open().look(PAGE).get()).isInstanceOf(IndexState.Nothing.class);
    }

    @Test
    void what_was_half_written_counts_for_nothing_and_is_cleared_away() throws IOException {
        build(open());
        Path copy = manifest().getParent();
        Files.writeString(copy.resolve("draft-1.tmp"), "half");
        Files.writeString(copy.resolve("old.keys"), "never named");

        assertThat(open().look(PAGE).get()).isInstanceOf(IndexState.Kept.class);
        build(open());

        assertThat(files("")).hasSize(2);
    }

    @Test
    void no_key_and_no_secret_stands_in_the_files() throws IOException {
        build(open());

        for (Path file : files("")) {
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("sixteen", SECRET, "mark");
        }
    }

    @Test
    void nothing_is_left_of_a_purged_one() throws IOException {
        build(open());

        assertThat(under("").purge(PAGE.connection()).get()).isEqualTo(1);

        assertThat(files("")).isEmpty();
    }

    private RecipientIndexes under(String secret) {
        return new RecipientIndexFolderFactory()
                .open(home.toString(), Secret.of(secret))
                .get();
    }

    private static void build(RecipientIndexes indexes) {
        TextKeysBuilder rows = new TextKeysBuilder();
        rows.recipient(0, 1).key(KEY, 0, KEY.length, (byte) 0);
        Option<TextKeys> all = Option.some(rows.build());
        indexes.rebuild(PAGE, new IndexStamp("mark", NOON), source(all), call()).get();
    }

    private static KeySource source(Option<TextKeys> all) {
        return new KeySource() {
            private Option<TextKeys> left = all;

            @Override
            public Either<BridgeError, Option<TextKeys>> next() {
                Option<TextKeys> batch = left;
                left = Option.none();
                return Either.right(batch);
            }

            @Override
            public void close() {
                left = Option.none();
            }
        };
    }

    private Path manifest() throws IOException {
        return files(".manifest").get(0);
    }

    private List<Path> files(String ending) throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .toList();
        }
    }

    private static void overwrite(Path file, int at, byte value) throws IOException {
        byte[] content = Files.readAllBytes(file);
        content[at] = (byte) (content[at] == value ? value + 1 : value);
        Files.write(file, content);
    }

    private static Call call() {
        return Call.within("test", Duration.ofMinutes(1), System::nanoTime, Progress.SILENT);
    }
}
