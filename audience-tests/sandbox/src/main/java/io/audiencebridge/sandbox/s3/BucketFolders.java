// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Buckets in a temporary folder that goes away with them. */
public final class BucketFolders implements ObjectStore, AutoCloseable {
    private final List<String> buckets;
    private final Path folder;
    private final BlobStore blobs;
    private final Map<String, String> acls = new ConcurrentHashMap<>();

    private BucketFolders(List<String> buckets, Path folder) {
        this.buckets = List.copyOf(buckets);
        this.folder = folder;
        this.blobs = new FilesystemNio2BlobStore(folder.resolve("buckets").toString());
    }

    /** Empty buckets of these names. */
    public static BucketFolders of(String... buckets) {
        try {
            Path folder = Files.createTempDirectory("audience-sandbox-s3-");
            Files.createDirectory(folder.resolve("buckets"));
            BucketFolders store = new BucketFolders(List.of(buckets), folder);
            store.buckets.forEach(store.blobs::createContainer);
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox could not create a folder for its buckets", e);
        }
    }

    /** The names of the buckets. */
    public List<String> buckets() {
        return buckets;
    }

    /** What the wire serves. */
    BlobStore blobs() {
        return blobs;
    }

    /** Throws away every object and every unfinished upload. */
    void clear() {
        acls.clear();
        for (String bucket : buckets) {
            blobs.deleteContainer(bucket);
            blobs.createContainer(bucket);
        }
    }

    @Override
    public List<StoredObject> list(String bucket) {
        check(bucket);
        List<StoredObject> objects = new ArrayList<>();
        ListObjectsV2Request request =
                ListObjectsV2Request.builder().bucket(bucket).build();
        ListObjectsV2Response page;
        do {
            page = blobs.list(request);
            page.contents().stream()
                    .filter(BucketFolders::isWhole)
                    .map(BucketFolders::stored)
                    .forEach(objects::add);
            request = request.toBuilder()
                    .continuationToken(page.nextContinuationToken())
                    .build();
        } while (page.nextContinuationToken() != null);
        return objects;
    }

    /** An object that is being written has no tag yet, and is not there for anybody who lists. */
    private static boolean isWhole(S3Object object) {
        return object.eTag() != null;
    }

    private static StoredObject stored(S3Object object) {
        return new StoredObject(object.key(), object.size(), object.eTag().replace("\"", ""), object.lastModified());
    }

    @Override
    public InputStream read(String bucket, String key) {
        check(bucket);
        try {
            InputStream content = blobs.getBlob(bucket, key);
            if (content != null) {
                return content;
            }
        } catch (NoSuchKeyException e) {
            throw missing(bucket, key, e);
        }
        throw missing(bucket, key, null);
    }

    private static NoSuchElementException missing(String bucket, String key, @Nullable Throwable cause) {
        return new NoSuchElementException("No object '" + key + "' is in bucket " + bucket, cause);
    }

    @Override
    public Optional<String> acl(String bucket, String key) {
        check(bucket);
        return Optional.ofNullable(acls.get(bucket + "/" + key));
    }

    /** Remembers with which ACL an object, {@code <bucket>/<key>}, is sent; null for without. */
    void sent(String path, @Nullable String acl) {
        if (acl == null) {
            acls.remove(path);
        } else {
            acls.put(path, acl);
        }
    }

    @Override
    public OutputStream write(String bucket, String key) {
        check(bucket);
        try {
            Path draft = Files.createTempFile(folder, "draft-", ".object");
            return new Draft(draft, Files.newOutputStream(draft), content -> put(bucket, key, content));
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox could not write '" + key + "'", e);
        }
    }

    private void put(String bucket, String key, Path content) throws IOException {
        try (InputStream bytes = Files.newInputStream(content)) {
            PutObjectRequest request = PutObjectRequest.builder()
                    .bucket(bucket)
                    .key(key)
                    .contentLength(Files.size(content))
                    .build();
            blobs.putBlob(request, bytes);
        }
    }

    @Override
    public void delete(String bucket, String key) {
        check(bucket);
        blobs.removeBlob(bucket, key);
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            // A request that is still writing may add a file meanwhile; the folder is a temporary one anyway.
            folder.toFile().deleteOnExit();
        }
    }

    private void check(String bucket) {
        if (!buckets.contains(bucket)) {
            throw new IllegalArgumentException("No bucket '" + bucket + "'; there are " + buckets);
        }
    }
}
