// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.kill;

import io.audiencebridge.sandbox.Sandbox;
import io.audiencebridge.sandbox.audiencemanager.SandboxInboundFile;
import io.audiencebridge.sandbox.audiencemanager.SandboxSegment;
import io.audiencebridge.sandbox.s3.StoredObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** The inbound files that Audience Manager reads: who is named in two of them, or twice in one, was sent twice. */
final class FilesWorld implements World {
    static final String AUDIENCE = "Survivors";

    /** Longer than it takes until a file that lies there is processed. */
    private static final Duration PROCESSED = Duration.ofHours(13);

    private final String errand;
    private final Sandbox sandbox;
    private final int members;

    FilesWorld(String errand, Sandbox sandbox, int members) {
        this.errand = errand;
        this.sandbox = sandbox;
        this.members = members;
    }

    @Override
    public String errand() {
        return errand;
    }

    @Override
    public Sandbox sandbox() {
        return sandbox;
    }

    @Override
    public Map<String, String> begin() {
        sandbox.reset();
        Map<String, String> arguments = new TreeMap<>();
        arguments.put("list", sandbox.campaignData().allRecipientsList());
        arguments.put("audience", AUDIENCE);
        arguments.put(
                "visitorSource", Long.toString(sandbox.audienceManagerData().visitorDataSourceId()));
        arguments.put(
                "declaredSource", Long.toString(sandbox.audienceManagerData().declaredDataSourceId()));
        return arguments;
    }

    @Override
    public List<String> rows() throws IOException {
        List<String> rows = new ArrayList<>();
        for (StoredObject object : sandbox.objects().list(sandbox.inboundBucket())) {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                    new GZIPInputStream(sandbox.objects().read(sandbox.inboundBucket(), object.key()), 1 << 16),
                    StandardCharsets.UTF_8))) {
                lines.lines().forEach(rows::add);
            }
        }
        return rows;
    }

    /** What Audience Manager made of the files, half a day later, and what was created for them. */
    @Override
    public String state() {
        sandbox.clock().advance(PROCESSED);
        return "inbound "
                + sandbox.audienceManagerData().inboundFiles().stream()
                        .map(FilesWorld::told)
                        .toList()
                + " segments "
                + sandbox.audienceManagerData().segments().stream()
                        .filter(segment -> segment.name().contains(AUDIENCE))
                        .map(SandboxSegment::toString)
                        .toList();
    }

    private static String told(SandboxInboundFile file) {
        return file.status() + file.reason() + new TreeMap<>(Objects.requireNonNull(file.counters()));
    }

    @Override
    public int expectedRows() {
        return members;
    }

    @Override
    public int below() {
        return 0;
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
