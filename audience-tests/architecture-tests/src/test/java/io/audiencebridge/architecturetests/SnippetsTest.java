// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Java in a page, or in the Javadoc of the product, stands in a source too, but for comments and white space: that of Javadoc in a test's. So it is compiled, and the tests beside
 * it run it. One rule for all pages, so that a new guide needs nothing but a test that holds its code.
 */
final class SnippetsTest {
    private static final Path ROOT = Path.of("..", "..");
    private static final Pattern EXAMPLE = Pattern.compile("(?s)```java\n(.*?)```");
    private static final Pattern IN_JAVADOC = Pattern.compile("(?s)<pre>\\{@code(.*?)\\}</pre>");
    private static final Pattern MARGIN = Pattern.compile("(?m)^\\s*\\* ?");
    private static final Pattern COMMENT = Pattern.compile("(?m)(?:^|\\s)//.*$");
    private static final Set<String> ELSEWHERE = Set.of("target", ".git", "node_modules");
    private static final List<Path> JAVA = below(".java");
    private static final List<String> MAIN = sources("main");
    private static final List<String> TESTS = sources("test");

    private record Snippet(Path page, String code) {
        boolean isCompiled() {
            String bare = bareCode(code);
            Stream<String> sources =
                    page.toString().endsWith(".md") ? Stream.concat(TESTS.stream(), MAIN.stream()) : TESTS.stream();
            return sources.anyMatch(source -> source.contains(bare));
        }

        @Override
        public String toString() {
            return page + ": "
                    + code.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        }
    }

    static Stream<Snippet> snippets() {
        return Stream.concat(
                below(".md").stream().flatMap(page -> snippets(page, EXAMPLE)),
                JAVA.stream().filter(source -> isUnder("main", source)).flatMap(page -> snippets(page, IN_JAVADOC)));
    }

    private static Stream<Snippet> snippets(Path page, Pattern example) {
        return example.matcher(text(page))
                .results()
                .map(found -> MARGIN.matcher(found.group(1)).replaceAll(""))
                .map(code -> new Snippet(ROOT.relativize(page), code));
    }

    private static boolean isUnder(String part, Path source) {
        return source.toString().replace('\\', '/').contains("/src/" + part + "/");
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void java_in_a_page_or_in_javadoc_is_compiled(Snippet snippet) {
        assertThat(snippet.isCompiled())
                .as("some source holds this code of %s:%n%s", snippet.page(), snippet.code())
                .isTrue();
    }

    @Test
    void code_that_nobody_compiles_is_found_out() {
        String nobodyWrote = "bridge.share" + "Thrice(request); // three times";

        assertThat(new Snippet(Path.of("page.md"), nobodyWrote).isCompiled()).isFalse();
        assertThat(new Snippet(Path.of("page.md"), "void code_that_nobody_compiles_is_found_out ( ) { // here")
                        .isCompiled())
                .isTrue();
    }

    @Test
    void every_guide_is_in_the_index() throws IOException {
        Path docs = ROOT.resolve("audience-sdk").resolve("docs");
        String index = Files.readString(docs.resolve("README.md"));

        try (Stream<Path> guides = Files.list(docs)) {
            assertThat(guides.map(guide -> guide.getFileName().toString())
                            .filter(name -> name.endsWith(".md") && !name.equals("README.md")))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(index).contains("](" + name + ")"));
        }
    }

    private static List<String> sources(String part) {
        return JAVA.stream()
                .filter(source -> isUnder(part, source))
                .map(SnippetsTest::text)
                .map(SnippetsTest::bareCode)
                .toList();
    }

    /** Comments are for readers of the page, and the formatter breaks lines where the page has room. */
    private static String bareCode(String code) {
        return COMMENT.matcher(code).replaceAll("").replaceAll("\\s", "");
    }

    private static List<Path> below(String ending) {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return ELSEWHERE.contains(folder.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (file.toString().endsWith(ending)) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        found.sort(null);
        return found;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
