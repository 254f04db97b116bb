// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartConfig;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Fields;

/** The parameters of a request, wherever they are: query, URL-encoded body, multipart body, or a mix of them. */
public final class HttpForm {
    private static final long MAX_BYTES = 1 << 20;
    private static final long MAX_FILE_BYTES = 64 << 20;

    private final Map<String, String> values = new LinkedHashMap<>();

    private HttpForm() {}

    /**
     * Reads query and body; where both name a parameter the body counts.
     *
     * @throws IllegalArgumentException if the body is no form of the announced kind
     */
    public static HttpForm read(HttpCall call) throws IOException {
        HttpForm form = new HttpForm();
        for (Fields.Field field : call.query()) {
            form.values.put(field.getName(), field.getValue());
        }
        String type =
                Optional.ofNullable(call.header("Content-Type")).orElse("").toLowerCase(Locale.ROOT);
        if (type.startsWith("multipart/form-data")) {
            form.readMultipart(call);
        } else {
            form.readEncoded(new String(call.body(), StandardCharsets.UTF_8));
        }
        return form;
    }

    /** A file that a form carries. */
    public static final class File {
        private final String name;
        private final byte[] content;

        private File(String name, byte[] content) {
            this.name = name;
            this.content = content;
        }

        /** The file's name as the sender gave it; empty if it gave none. */
        public String name() {
            return name;
        }

        /** Its bytes, not copied. */
        public byte[] content() {
            return content;
        }
    }

    /** The file in a field of a multipart form; empty if the body is none or has no such field. */
    public static Optional<File> file(HttpCall call, String field) throws IOException {
        String type = Optional.ofNullable(call.header("Content-Type")).orElse("");
        if (!type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            return Optional.empty();
        }
        try (MultiPartFormData.Parts parts = parts(call, MAX_FILE_BYTES)) {
            MultiPart.Part part = parts.getFirst(field);
            if (part == null) {
                return Optional.empty();
            }
            String name = Optional.ofNullable(part.getFileName()).orElse("");
            try (InputStream in = Content.Source.asInputStream(part.getContentSource())) {
                return Optional.of(new File(name, in.readAllBytes()));
            }
        }
    }

    private static MultiPartFormData.Parts parts(HttpCall call, long most) {
        MultiPartConfig config = new MultiPartConfig.Builder()
                .maxMemoryPartSize(most)
                .maxSize(most)
                .build();
        var request = call.request();
        return MultiPartFormData.getParts(request, request, call.header("Content-Type"), config);
    }

    /** A parameter; one that is there but empty counts as absent. */
    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    private void readEncoded(String body) {
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
    }

    private void readMultipart(HttpCall call) {
        try (MultiPartFormData.Parts parts = parts(call, MAX_BYTES)) {
            for (MultiPart.Part part : parts) {
                values.put(part.getName(), part.getContentAsString(StandardCharsets.UTF_8));
            }
        }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
