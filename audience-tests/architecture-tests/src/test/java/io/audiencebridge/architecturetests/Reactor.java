// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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

    private Reactor() {}

    /** The artifacts that {@code folder} and the modules below it publish, sorted. A module is published unless {@code maven.deploy.skip} stands in its POM or above it. */
    static List<String> published(Path folder) {
        Set<String> found = new TreeSet<>();
        collect(folder.resolve("pom.xml"), false, found);
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

    private static void collect(Path pom, boolean hiddenAbove, Set<String> found) {
        Element project = read(pom);
        boolean hidden = children(project, "properties")
                .map(properties -> text(properties, NOT_PUBLISHED, Boolean.toString(hiddenAbove)))
                .findFirst()
                .map(Boolean::valueOf)
                .orElse(hiddenAbove);
        if (!hidden && !text(project, "packaging", "jar").equals("pom")) {
            found.add(text(project, "artifactId", ""));
        }
        Stream<Element> profiles = children(project, "profiles").flatMap(profile -> children(profile, "profile"));
        Stream.concat(Stream.of(project), profiles)
                .flatMap(place -> children(place, "modules"))
                .flatMap(modules -> children(modules, "module"))
                .map(module ->
                        pom.resolveSibling(module.getTextContent().trim()).resolve("pom.xml"))
                .forEach(module -> collect(module, hidden, found));
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
