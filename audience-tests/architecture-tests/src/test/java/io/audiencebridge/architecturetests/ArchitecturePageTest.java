// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The diagrams of the architecture page are drawn from POMs and classes; {@code -Dwrite=true} draws them anew. */
final class ArchitecturePageTest {
    private static final Path ROOT = Path.of("..", "..");
    private static final Path PAGE = ROOT.resolve("audience-sdk/docs/architecture.md");
    private static final List<String> ADAPTERS =
            List.of("campaign", "audiencemanager", "experiencecloud", "experienceplatform");

    @Test
    void the_page_shows_the_modules_and_packages_there_are() throws IOException {
        String page = Files.readString(PAGE);
        String drawn = replaced(page, "modules", modules());
        drawn = replaced(drawn, "domain", domain());
        drawn = replaced(drawn, "adapters", adapters());
        if (Boolean.getBoolean("write")) {
            Files.writeString(PAGE, drawn);
        }

        assertThat(page.equals(drawn) ? page : Files.readString(PAGE))
                .as("run this test with -Dwrite=true to draw the diagrams anew")
                .isEqualTo(drawn);
    }

    @Test
    void an_arrow_that_others_imply_is_left_out_and_a_circle_is_not() {
        Arrows arrows = new Arrows();
        arrows.arrow("c", "b");
        arrows.arrow("b", "a");
        arrows.arrow("c", "a");
        arrows.arrow("x", "y");
        arrows.arrow("y", "x");

        assertThat(arrows.reduced().mermaid(name -> name))
                .isEqualTo("""
                  b --> a
                  c --> b
                  x --> y
                  y --> x
                """.indent(2).replace("    ", "  "));
    }

    private static String modules() {
        Modules modules = Modules.below(ROOT);
        Map<String, List<String>> folders = modules.all().stream()
                .collect(Collectors.groupingBy(
                        Modules.Module::folder,
                        TreeMap::new,
                        Collectors.mapping(Modules.Module::artifact, Collectors.toList())));
        return chart(folders.entrySet().stream()
                        .map(folder -> "  subgraph in-" + folder.getKey() + "[" + folder.getKey() + "]\n"
                                + folder.getValue().stream()
                                        .sorted()
                                        .map(artifact -> "    " + artifact + "[" + shortened(artifact) + "]\n")
                                        .collect(Collectors.joining())
                                + "  end\n")
                        .collect(Collectors.joining())
                + modules.arrows().reduced().mermaid(artifact -> artifact));
    }

    private static String shortened(String artifact) {
        return artifact.replaceFirst("^audience-(adapter-)?", "");
    }

    private static String domain() {
        DomainMap map = new DomainMap(DomainMap.PRODUCT);
        Function<JavaClass, String> part =
                type -> type.getPackageName().substring(map.domain().length() + 1);
        return chart(arrows(map.domain(), part).reduced().mermaid(name -> name)) + "\n" + sizes(map.domain(), part);
    }

    private static String adapters() {
        return ADAPTERS.stream()
                .map(adapter -> {
                    String root = DomainMap.PRODUCT + ".adapter." + adapter;
                    Function<JavaClass, String> part =
                            type -> type.getPackageName().equals(root)
                                    ? adapter
                                    : type.getPackageName().substring(root.length() + 1);
                    return "### " + adapter + "\n" + chart(arrows(root, part).mermaid(name -> name));
                })
                .collect(Collectors.joining("\n"));
    }

    private static Arrows arrows(String root, Function<JavaClass, String> part) {
        Arrows arrows = new Arrows();
        Product.CLASSES.stream().filter(type -> isBelow(type, root)).forEach(type -> {
            arrows.node(part.apply(type));
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(target -> isBelow(target, root))
                    .forEach(target -> arrows.arrow(part.apply(type), part.apply(target)));
        });
        return arrows;
    }

    private static boolean isBelow(JavaClass type, String root) {
        return (type.getPackageName() + ".").startsWith(root + ".")
                && !type.getSimpleName().equals("package-info")
                && (type.getPackageName().equals(root) ? !root.endsWith(".domain") : true);
    }

    private static String sizes(String root, Function<JavaClass, String> part) {
        TreeMap<String, Long> sizes = Product.CLASSES.stream()
                .filter(type -> isBelow(type, root))
                .filter(type -> type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC))
                .collect(Collectors.groupingBy(part, TreeMap::new, Collectors.counting()));
        return "| Package | Public types |\n|---|---|\n"
                + sizes.entrySet().stream()
                        .map(size -> "| `" + size.getKey() + "` | " + size.getValue() + " |\n")
                        .collect(Collectors.joining());
    }

    private static String chart(String lines) {
        return "```mermaid\nflowchart TD\n" + lines + "```\n";
    }

    private static String replaced(String page, String name, String drawn) {
        String begin = "<!-- drawn: " + name + " -->\n";
        String end = "<!-- end of " + name + " -->";
        int from = page.indexOf(begin);
        int to = page.indexOf(end);
        assertThat(from).as(begin).isNotNegative();
        assertThat(to).as(end).isGreaterThan(from);
        return page.substring(0, from + begin.length()) + drawn + page.substring(to);
    }
}
