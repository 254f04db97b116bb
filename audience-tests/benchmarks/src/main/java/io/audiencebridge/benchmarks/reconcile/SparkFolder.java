// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.reconcile;

import io.audiencebridge.benchmarks.Benchmark;
import io.audiencebridge.benchmarks.SandboxProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Spark's jars and our engine's for it. They lie in a folder, not in this jar: a build has them only when it is asked for them. */
final class SparkFolder {
    /** The folder that the build fills. */
    static final String BUILT = "built";

    /** What Spark's documentation asks for on Java 17; and it tells its whole life otherwise. */
    static final List<String> OPTIONS = Stream.concat(
                    Stream.of(
                                    "java.lang",
                                    "java.lang.invoke",
                                    "java.lang.reflect",
                                    "java.io",
                                    "java.net",
                                    "java.nio",
                                    "java.util",
                                    "java.util.concurrent",
                                    "java.util.concurrent.atomic",
                                    "jdk.internal.ref",
                                    "sun.nio.ch",
                                    "sun.nio.cs",
                                    "sun.security.action",
                                    "sun.util.calendar")
                            .map(opened -> "--add-opens=java.base/" + opened + "=ALL-UNNAMED"),
                    Stream.of("-Dslf4j.provider=org.slf4j.nop.NOPServiceProvider", "-Dslf4j.internal.verbosity=WARN"))
            .toList();

    private static final Path PLACE = Path.of("benchmarks", "target", "spark");
    private static final String DESK = SparkFolder.class.getPackageName() + ".SparkDesk";
    private static final String BUILD =
            "build them: ./mvnw -q -Pspark -pl audience-tests/benchmarks -am package -DskipTests";

    private final Path folder;

    private SparkFolder(Path folder) {
        this.folder = folder;
    }

    /** The folder that {@code --spark} names. */
    static SparkFolder of(String option) {
        return new SparkFolder(option.equals(BUILT) ? SandboxProcess.tests().resolve(PLACE) : Path.of(option));
    }

    /** The class path of a side on Spark. */
    List<String> classPath() {
        if (!hasJars()) {
            throw new Benchmark.Refused("The sides on Spark need its jars, and there are none in " + folder + "; "
                    + BUILD + ", or name the folder that has them with --spark");
        }
        return List.of(folder.resolve("*").toString());
    }

    /** Where a side on Spark takes its commands, as {@link MatchingDesk}. */
    String desk() {
        if (SparkFolder.class.getResource("SparkDesk.class") == null) {
            throw new Benchmark.Refused("This jar was built without its sides on Spark; " + BUILD);
        }
        return DESK;
    }

    private boolean hasJars() {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.getFileName().toString().startsWith("spark-sql_"));
        } catch (IOException failed) {
            throw new Benchmark.Refused("Cannot read the folder " + folder + " that --spark names");
        }
    }
}
