// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The modules of a build, read from its POMs; those of its profiles too. */
final class Reactor {
    private static final String NOT_PUBLISHED = "maven.deploy.skip";
    private static final List<String> OWN = List.of("name", "description");
    private static final List<String> INHERITED = List.of("url", "licenses", "developers", "scm");

    private Reactor() {}

    /** The artifacts that {@code folder} and the modules below it publish, sorted. A module is published unless {@code maven.deploy.skip} stands in its POM or above it. */
    static List<String> published(Path folder) {
        Set<String> found = new TreeSet<>();
        collect(folder.resolve("pom.xml"), List.of(), lineage -> {
            if (!isPom(lineage.get(0))) {
                found.add(text(lineage.get(0), "artifactId", ""));
            }
        });
        return List.copyOf(found);
    }

    /** What the published POMs below {@code folder} should say and do not, as {@code artifact: element}, sorted. Most of it may be said by a POM above. */
    static List<String> unsaid(Path folder) {
        Set<String> found = new TreeSet<>();
        collect(folder.resolve("pom.xml"), List.of(), lineage -> {
            Element own = lineage.get(0);
            Stream.concat(
                            OWN.stream().filter(element -> !says(own, element)),
                            INHERITED.stream()
                                    .filter(element -> lineage.stream().noneMatch(pom -> says(pom, element))))
                    .forEach(element -> found.add(text(own, "artifactId", "") + ": " + element));
        });
        return List.copyOf(found);
    }

    /** The artifacts whose versions the POM in {@code folder} manages, in its order. */
    static List<String> managed(Path folder) {
        return children(read(folder.resolve("pom.xml")), "dependencyManagement")
                .flatMap(managed -> children(managed, "dependencies"))
                .flatMap(all -> children(all, "dependency"))
                .map(one -> text(one, "artifactId", ""))
                .toList();
    }

    /** Hands each published POM to {@code to}, with those above it, nearest first. A POM that lists modules is published by nobody. */
    private static void collect(Path pom, List<Element> above, Consumer<List<Element>> to) {
        Element project = read(pom);
        List<Element> lineage =
                Stream.concat(Stream.of(project), above.stream()).toList();
        List<Path> modules = modules(pom, project);
        if (modules.isEmpty() && !isHidden(lineage)) {
            to.accept(lineage);
        }
        modules.forEach(module -> collect(module, lineage, to));
    }

    private static List<Path> modules(Path pom, Element project) {
        Stream<Element> profiles = children(project, "profiles").flatMap(profile -> children(profile, "profile"));
        return Stream.concat(Stream.of(project), profiles)
                .flatMap(place -> children(place, "modules"))
                .flatMap(modules -> children(modules, "module"))
                .map(module ->
                        pom.resolveSibling(module.getTextContent().trim()).resolve("pom.xml"))
                .toList();
    }

    private static boolean isHidden(List<Element> lineage) {
        return lineage.stream()
                .flatMap(pom -> children(pom, "properties"))
                .map(properties -> text(properties, NOT_PUBLISHED, ""))
                .filter(said -> !said.isEmpty())
                .findFirst()
                .map(Boolean::valueOf)
                .orElse(false);
    }

    private static boolean isPom(Element project) {
        return text(project, "packaging", "jar").equals("pom");
    }

    private static boolean says(Element project, String element) {
        return children(project, element).findAny().isPresent();
    }

    private static Element read(Path pom) {
        try (var in = Files.newInputStream(pom)) {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(in)
                    .getDocumentElement();
        } catch (IOException | SAXException | ParserConfigurationException unreadable) {
            throw new IllegalStateException(pom + " cannot be read", unreadable);
        }
    }

    private static Stream<Element> children(Element parent, String name) {
        NodeList all = parent.getChildNodes();
        return IntStream.range(0, all.getLength())
                .mapToObj(all::item)
                .filter(node -> node.getNodeType() == Node.ELEMENT_NODE
                        && node.getNodeName().equals(name))
                .map(Element.class::cast);
    }

    private static String text(Element parent, String name, String otherwise) {
        return children(parent, name)
                .map(child -> child.getTextContent().trim())
                .findFirst()
                .orElse(otherwise);
    }
}
