// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The published modules of the build and what each needs of the others, tests aside; read from their POMs. */
record Modules(List<Module> all) {
    private static final String GROUP = "io.audiencebridge";

    /** A module: the folder above it, its artifact, whether it is more than a list of others, and the artifacts of ours that it needs. */
    record Module(String folder, String artifact, boolean hasCode, List<String> needs) {
        /** Of the tests only what others build theirs with. */
        boolean isPublished() {
            return hasCode
                    && (!folder.equals("audience-tests")
                            || artifact.equals("audience-sandbox")
                            || artifact.equals("audience-contract-kit"));
        }
    }

    static Modules below(Path root) {
        try (Stream<Path> files = Files.walk(root, 3)) {
            return new Modules(files.filter(file -> file.endsWith("pom.xml"))
                    .filter(file -> !file.toString().contains("target"))
                    .sorted()
                    .map(file -> module(root, file))
                    .filter(module ->
                            !module.needs().isEmpty() || module.artifact().equals("audience-domain"))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Arrows arrows() {
        Arrows arrows = new Arrows();
        for (Module module : all) {
            arrows.node(module.artifact());
            module.needs().forEach(needed -> arrows.arrow(module.artifact(), needed));
        }
        return arrows;
    }

    private static Module module(Path root, Path pom) {
        Element project = read(pom);
        List<String> needs = new ArrayList<>();
        for (Element dependencies : children(project, "dependencies")) {
            for (Element dependency : children(dependencies, "dependency")) {
                boolean ours = text(dependency, "groupId").equals(GROUP);
                if (ours && !text(dependency, "scope").equals("test")) {
                    needs.add(text(dependency, "artifactId"));
                }
            }
        }
        Path folder = root.relativize(pom).getParent();
        return new Module(
                folder == null ? "" : folder.getName(0).toString(),
                text(project, "artifactId"),
                !text(project, "packaging").equals("pom"),
                List.copyOf(needs));
    }

    private static Element read(Path pom) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(pom.toFile()).getDocumentElement();
        } catch (IOException | ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("No POM: " + pom, e);
        }
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }

    private static String text(Element parent, String name) {
        List<Element> found = children(parent, name);
        return found.isEmpty() ? "" : found.get(0).getTextContent().strip();
    }
}
