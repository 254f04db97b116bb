// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.sandbox.Http;
import io.audiencebridge.sandbox.Sandbox;
import io.audiencebridge.sandbox.s3.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** A sandbox for tests of files: data by the control API, files by the bucket, time by the clock. */
final class FileBench implements AutoCloseable {

    static final int SEGMENTS = 800_000;
    static final String TAB = "\t";
    static final Duration RUN = Duration.ofHours(12);

    final Sandbox sandbox = Sandbox.builder().recipients(0).start();
    final Buckets buckets = new Buckets(sandbox);

    SandboxAudienceManager data() {
        return sandbox.audienceManagerData();
    }

    SandboxAudienceManagerFiles files() {
        return data().files();
    }

    void seed(String json) throws IOException {
        HttpResponse<String> answer = Http.post(sandbox.control().resolve("/seed"), "application/json", json);
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.body());
        }
    }

    /** Adds a data source. */
    void source(long id, String more) throws IOException {
        seed("{\"dataSources\":[{\"dataSourceId\":%d,\"name\":\"Source %d\"%s}]}".formatted(id, id, more));
    }

    /** Adds an onboarded trait, and a segment over it of a number further on. */
    void trait(long sid, long source, String more) throws IOException {
        trait(sid, source, 13_704, more);
    }

    /** Adds an onboarded trait likewise, with another merge rule of the segment. */
    void trait(long sid, long source, long mergeRule, String more) throws IOException {
        seed("""
            {"traits":[{"sid":%d,"name":"Trait %d","traitType":"ON_BOARDED_TRAIT","dataSourceId":%d,"folderId":0,\
            "ttl":0%s}]}\
            """.formatted(sid, sid, source, more));
        segment(segmentOf(sid), sid + "T", mergeRule);
    }

    void segment(long sid, String rule, long mergeRule) throws IOException {
        seed("""
            {"segments":[{"sid":%d,"name":"Segment %d","segmentRule":"%s","dataSourceId":13701,"folderId":0,\
            "mergeRuleDataSourceId":%d}]}\
            """.formatted(sid, sid, rule, mergeRule));
    }

    static long segmentOf(long trait) {
        return trait + SEGMENTS;
    }

    List<String> holders(long trait, long source) {
        return data().members(Long.toString(segmentOf(trait)), source);
    }

    /** Lets traits become live. */
    void live() {
        sandbox.clock().advance(Duration.ofHours(4));
    }

    /** Puts a file and lets it be processed. */
    SandboxInboundFile take(String name, String rows) throws IOException {
        buckets.put(name, rows);
        sandbox.clock().advance(RUN);
        return newest();
    }

    SandboxInboundFile newest() {
        List<SandboxInboundFile> files = data().inboundFiles();
        return files.get(files.size() - 1);
    }

    /** The outbound objects there are. */
    List<String> outbound() {
        return sandbox.objects().list(sandbox.outboundBucket()).stream()
                .map(StoredObject::key)
                .toList();
    }

    byte[] outboundBytes(String key) throws IOException {
        try (InputStream in = sandbox.objects().read(sandbox.outboundBucket(), key)) {
            return in.readAllBytes();
        }
    }

    List<String> outboundRows(String key) throws IOException {
        try (InputStream object = sandbox.objects().read(sandbox.outboundBucket(), key);
                InputStream in = key.endsWith(".gz") ? new GZIPInputStream(object) : object) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    JsonNode state() throws IOException {
        return Http.json(Http.get(sandbox.control().resolve("/state")));
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
