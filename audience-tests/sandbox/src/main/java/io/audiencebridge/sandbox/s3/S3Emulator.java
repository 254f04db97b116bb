// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.s3;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.sandbox.server.Emulator;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;

/** Emulates S3 with path-style addresses and version 4 signatures, in any region. */
public final class S3Emulator implements Emulator {
    private final BucketFolders buckets;
    private final SignedRequests requests;
    private final ObjectSeeds seeds;

    /** Serves these buckets to whoever signs with these keys. */
    public S3Emulator(BucketFolders buckets, String accessKey, String secretKey) {
        this.buckets = buckets;
        this.seeds = new ObjectSeeds(buckets);
        this.requests = new SignedRequests(buckets, accessKey, secretKey);
    }

    @Override
    public String system() {
        return "s3";
    }

    @Override
    public Handler handler() {
        ServletContextHandler context = new ServletContextHandler("/");
        context.getServletHandler().setDecodeAmbiguousURIs(true);
        context.addServlet(new ServletHolder(new ObjectServlet(requests)), "/*");
        return context;
    }

    /** A signature covers the request as it was sent, so nothing in it may be put right. */
    @Override
    public void configure(HttpConfiguration http) {
        http.setHttpCompliance(HttpCompliance.LEGACY);
        http.setUriCompliance(UriCompliance.LEGACY);
        http.setHeaderCacheCaseSensitive(true);
    }

    @Override
    public void clockMoved(Instant now) {
        // Signatures carry the client's real time.
    }

    @Override
    public Map<String, Object> state() {
        Map<String, Object> objects = new LinkedHashMap<>();
        buckets.buckets().forEach(bucket -> objects.put(bucket, view(buckets.list(bucket))));
        return Map.of("objects", objects);
    }

    private static List<Map<String, Object>> view(List<StoredObject> objects) {
        return objects.stream()
                .map(object -> Map.<String, Object>of(
                        "key", object.key(),
                        "size", object.size(),
                        "eTag", object.eTag(),
                        "modified", object.modified().toString()))
                .toList();
    }

    @Override
    public void reset() {
        buckets.clear();
    }

    @Override
    public Set<String> seedKeys() {
        return Set.of(ObjectSeeds.KEY);
    }

    @Override
    public void seed(String key, JsonNode value) {
        seeds.apply(value);
    }

    private static final class ObjectServlet extends HttpServlet {
        private static final long serialVersionUID = 1L;

        private final transient SignedRequests requests;

        ObjectServlet(SignedRequests requests) {
            this.requests = requests;
        }

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            requests.answer(request, response);
        }
    }
}
