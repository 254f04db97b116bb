// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.writing;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Where a side takes its commands: {@code verify} writes and digests what was written, {@code time} writes. Arguments: side, members, {@code ecid} or {@code sha256}, and where to write. */
public final class WritingDesk {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final ThreadMXBean THREADS = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

    private WritingDesk() {}

    /** Serves until standard input ends. */
    public static void main(String[] arguments) throws IOException {
        Members members = new Members(Integer.parseInt(arguments[1]), arguments[2].equals("sha256"));
        Path folder = Files.createTempDirectory(Path.of(arguments[3]), "audience-benchmarks");
        try (Side side = side(arguments[0], members);
                BufferedReader commands =
                        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            long holding = settled();
            for (String command = commands.readLine(); command != null; command = commands.readLine()) {
                System.out.println(turn(side, folder, command.equals("verify"), holding));
                System.out.flush();
            }
        } finally {
            delete(folder);
        }
    }

    private static Side side(String name, Members members) throws IOException {
        return switch (name) {
            case "ours" -> OurWriter.gzip(members);
            case "ours-pgp" -> OurWriter.openPgp(members);
            case "share" -> OurShare.gzip(members);
            case "share-pgp" -> OurShare.openPgp(members);
            case "builder" -> PlainWriter.byBuilder(members);
            case "format" -> PlainWriter.byFormat(members);
            case "duckdb" -> new DuckWriter(members);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Turn turn(Side side, Path folder, boolean verify, long before) throws IOException {
        empty(folder);
        System.gc();
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
        long allocated = allocated();
        long processor = SYSTEM.getProcessCpuTime();
        long begun = System.nanoTime();
        side.write(folder);
        long nanos = System.nanoTime() - begun;
        processor = SYSTEM.getProcessCpuTime() - processor;
        allocated = allocated() - allocated;
        long peak =
                heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        Written written = Written.in(files(folder), verify, side);
        return new Turn(
                written.rows(),
                written.digest(),
                nanos,
                Math.max(0, peak - before),
                written.size(),
                processor,
                allocated);
    }

    /** By the threads that live; those of a pool stay. */
    private static long allocated() {
        return LongStream.of(THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds()))
                .filter(bytes -> bytes > 0)
                .sum();
    }

    /** What the members themselves take. */
    private static long settled() {
        System.gc();
        return heap().stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static void empty(Path folder) throws IOException {
        for (Path file : files(folder)) {
            Files.delete(file);
        }
    }

    /** Removes a folder and all that is in it. */
    static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** In the order of their numbers. */
    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing((Path file) -> file.toString().length())
                            .thenComparing(Path::toString))
                    .toList();
        }
    }
}
