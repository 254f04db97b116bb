// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.enginespark.frames;

import static org.apache.spark.sql.functions.col;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Files of sorted 16-byte fingerprints in one folder, big-endian, nothing between them: the ledger's one form. */
public final class FingerprintFiles {
    private static final int BYTES = 2 * Long.BYTES;
    private static final String DRAFT = ".draft-";
    private static final StructType DRAFTED = new StructType().add("name", DataTypes.StringType, false);

    private final String folder;
    private final Configuration configuration;

    /**
     * The files in {@code folder}.
     *
     * @param configuration of Hadoop, for the folder's file system
     */
    public FingerprintFiles(String folder, Configuration configuration) {
        this.folder = folder;
        this.configuration = configuration;
    }

    /** Names of the files that end with {@code ending}; none if there is no folder. */
    public List<String> names(String ending) throws IOException {
        FileSystem files = raw(configuration, folder);
        List<String> found = new ArrayList<>();
        if (files.exists(new Path(folder))) {
            for (FileStatus file : files.listStatus(new Path(folder))) {
                if (file.getPath().getName().endsWith(ending)) {
                    found.add(file.getPath().getName());
                }
            }
        }
        return found;
    }

    /** The fingerprints of {@code names}, of the shape {@link Columns#KEYS}; those in several files come several times. Left: a file is cut short. */
    public Either<BridgeError, Dataset<Row>> read(SparkSession session, List<String> names) throws IOException {
        FileSystem files = raw(configuration, folder);
        JavaSparkContext context = JavaSparkContext.fromSparkContext(session.sparkContext());
        List<JavaRDD<byte[]>> parts = new ArrayList<>();
        for (String name : names) {
            Path file = new Path(folder, name);
            long size = files.getFileStatus(file).getLen();
            if (size % BYTES != 0) {
                return Either.left(BridgeError.LocalFailure.of("The ledger's file " + file + " is cut short at " + size
                        + " bytes; restore it from a backup, or members of that run will be shared again"));
            }
            if (size > 0) {
                parts.add(context.binaryRecords(file.toString(), BYTES));
            }
        }
        return Either.right(
                session.createDataFrame(Unions.of(context, parts).map(FingerprintFiles::row), Columns.KEYS));
    }

    /** Replaces the file {@code name} as a whole by {@code fingerprints}, which one executor sorts and writes. */
    public void write(String name, Dataset<Row> fingerprints) throws IOException {
        String prefix = DRAFT + name;
        FileSystem files = raw(configuration, folder);
        files.mkdirs(new Path(folder));
        try {
            List<Row> drafts = fingerprints
                    .repartition(1)
                    .sortWithinPartitions(col(Columns.HIGH), Columns.turned(col(Columns.LOW)))
                    .mapPartitions(new Draft(folder, prefix, settings(configuration)), Encoders.row(DRAFTED))
                    .takeAsList(1);
            Path target = new Path(folder, name);
            files.delete(target, false);
            if (drafts.isEmpty()) {
                // Nobody: the cluster had nothing to run.
                files.create(target, false).close();
            } else if (!files.rename(new Path(folder, drafts.get(0).getString(0)), target)) {
                throw new IOException("Could not give the draft its name");
            }
        } finally {
            for (FileStatus left : files.listStatus(new Path(folder))) {
                if (left.getPath().getName().startsWith(prefix)) {
                    files.delete(left.getPath(), false);
                }
            }
        }
    }

    private static Row row(byte[] fingerprint) {
        ByteBuffer halves = ByteBuffer.wrap(fingerprint);
        return RowFactory.create(halves.getLong(), halves.getLong());
    }

    /** Without checksum files beside: a local bridge, which replaces files, would leave them wrong. */
    private static FileSystem raw(Configuration configuration, String folder) throws IOException {
        FileSystem files = new Path(folder).getFileSystem(configuration);
        return files instanceof LocalFileSystem local ? local.getRawFileSystem() : files;
    }

    private static Map<String, String> settings(Configuration configuration) {
        Map<String, String> settings = new TreeMap<>();
        configuration.forEach(entry -> settings.put(entry.getKey(), entry.getValue()));
        return settings;
    }

    /** Writes a draft under a name of its own, so that an attempt that is repeated spoils nothing; answers the name. */
    private record Draft(String folder, String prefix, Map<String, String> settings)
            implements MapPartitionsFunction<Row, Row>, Serializable {
        @Override
        public Iterator<Row> call(Iterator<Row> rows) throws IOException {
            Configuration configuration = new Configuration(false);
            settings.forEach(configuration::set);
            String name = prefix + "-" + UUID.randomUUID();
            try (FSDataOutputStream file = raw(configuration, folder).create(new Path(folder, name), false);
                    DataOutputStream numbers = new DataOutputStream(file)) {
                while (rows.hasNext()) {
                    Row row = rows.next();
                    numbers.writeLong(row.getLong(0));
                    numbers.writeLong(row.getLong(1));
                }
            }
            return List.of(RowFactory.create(name)).iterator();
        }
    }
}
