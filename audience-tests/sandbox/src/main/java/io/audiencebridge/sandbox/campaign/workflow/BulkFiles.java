// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign.workflow;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The bucket that user-built workflows write files to and read files from. A file is there whole or not at all. */
final class BulkFiles {
    private final Outside outside;

    BulkFiles(Outside outside) {
        this.outside = outside;
    }

    boolean has(String file) {
        return outside.objects().list(outside.bulkBucket()).stream()
                .anyMatch(object -> object.key().equals(file));
    }

    /** What writes the rows of a file. */
    @FunctionalInterface
    interface Rows {
        void to(Writer out) throws IOException;
    }

    void write(String file, Rows rows) {
        try (Writer out = new BufferedWriter(new OutputStreamWriter(
                new GZIPOutputStream(outside.objects().write(outside.bulkBucket(), file)), StandardCharsets.UTF_8))) {
            rows.to(out);
        } catch (IOException broken) {
            throw new UncheckedIOException("The sandbox could not write '" + file + "'", broken);
        }
    }

    /** What takes the content of a file. */
    @FunctionalInterface
    interface Content {
        void from(BufferedReader in) throws IOException, Failure;
    }

    void read(String file, Content content) throws Failure {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(outside.objects().read(outside.bulkBucket(), file)), StandardCharsets.UTF_8))) {
            content.from(in);
        } catch (NoSuchElementException none) {
            throw new Failure("The file '" + file + "' does not exist.");
        } catch (IOException broken) {
            throw new Failure("The file '" + file + "' is no whole gzip file.");
        }
    }
}
