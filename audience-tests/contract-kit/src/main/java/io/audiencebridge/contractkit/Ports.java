// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import io.audiencebridge.domain.spi.connector.Connector;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The ports of the domain as the class path has them, found by looking. */
final class Ports {
    private static final String SPI = "io/audiencebridge/domain/spi/";
    private static final String CLASS = ".class";

    private Ports() {}

    /** The interfaces that the author of a system may implement. */
    static List<Class<?>> ofConnectors() {
        return all().stream()
                .filter(port -> port.getPackage().equals(Connector.class.getPackage()))
                .toList();
    }

    /** Every public interface of {@code spi} that somebody implements: neither a value nor a choice of values, nor settings. */
    static List<Class<?>> all() {
        try {
            return names().map(Ports::load)
                    .filter(Ports::isPort)
                    .sorted(Comparator.comparing(Class::getName))
                    .toList();
        } catch (IOException | URISyntaxException unreadable) {
            throw new IllegalStateException("The domain's classes cannot be looked through", unreadable);
        }
    }

    private static boolean isPort(Class<?> type) {
        return type.isInterface()
                && Modifier.isPublic(type.getModifiers())
                && !type.isSealed()
                && type.getEnclosingClass() == null
                && type.getDeclaredClasses().length == 0
                && !type.getSimpleName().endsWith("Settings");
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Connector.class.getClassLoader());
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException("The domain's class " + name + " cannot be loaded", missing);
        }
    }

    private static Stream<String> names() throws IOException, URISyntaxException {
        Path home = Path.of(Connector.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return (Files.isDirectory(home) ? inFolder(home) : inJar(home))
                .filter(name -> name.startsWith(SPI) && name.endsWith(CLASS))
                .map(name -> name.substring(0, name.length() - CLASS.length()).replace('/', '.'))
                .filter(name -> !name.endsWith("package-info"));
    }

    private static Stream<String> inFolder(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.map(file -> home.relativize(file).toString().replace('\\', '/')).toList().stream();
        }
    }

    private static Stream<String> inJar(Path home) throws IOException {
        try (JarFile jar = new JarFile(home.toFile())) {
            return jar.stream().map(JarEntry::getName).toList().stream();
        }
    }
}
