// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import io.audiencebridge.sandbox.server.HttpCall;
import io.audiencebridge.sandbox.server.HttpForm;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.util.Fields;

/** Files on the server, found by the MD5 of their content: uploaded by one page, downloaded by another. Source: campaign.md, sections 2.12 and 3.7. */
final class StoredFiles {
    /** Where published files are served from. */
    static final String PUBLIC = "/res/sandbox/";

    private static final String FIELD = "file_noMd5";

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Set<String> published = ConcurrentHashMap.newKeySet();

    void clear() {
        files.clear();
        published.clear();
    }

    /** The name under which a file is stored: its digest, and the ending of the name it came with. */
    static String stored(String md5, String fileName) {
        int point = fileName.lastIndexOf('.');
        return md5 + (point < 0 ? "" : fileName.substring(point));
    }

    /** Serves a stored file to everybody from now on; false if there is none of that name. */
    boolean publish(String stored) {
        return files.containsKey(stored) && (published.add(stored) || published.contains(stored));
    }

    /** A published file. */
    void serve(HttpCall call) throws IOException {
        String name = call.path().substring(PUBLIC.length());
        byte[] content = published.contains(name) ? files.get(name) : null;
        if (content == null) {
            call.answer(404, CampaignEmulator.TEXT_TYPE, "Not found");
        } else {
            call.answer(200, "application/octet-stream", content);
        }
    }

    /** {@code uploadFile.jsp}: {@code Ok}, and a script that hands the file's name to the page that sent it. */
    void upload(HttpCall call) throws IOException {
        Optional<HttpForm.File> file = HttpForm.file(call, FIELD);
        if (file.isEmpty()) {
            call.answer(200, CampaignEmulator.TEXT_TYPE, "Error: the request holds no file '" + FIELD + "'");
            return;
        }
        String name = file.get().name();
        String md5 = md5(file.get().content());
        String stored = stored(md5, name);
        files.put(stored, file.get().content());
        call.answer(
                200,
                "text/html;charset=utf-8",
                "Ok\n<script type='text/javascript'>if(window.parent&&window.parent.document.controller&&"
                        + "window.parent.document.controller.uploadFileCallBack){"
                        + "window.parent.document.controller.uploadFileCallBack([{\"fileName\":\"" + escaped(name)
                        + "\",\"newFileName\":\"" + escaped(stored) + "\",\"md5\":\"" + md5 + "\"}])}</script>");
    }

    /** {@code downloadFile.jsp?md5=&ext=&fileName=&contentType=}. */
    void download(HttpCall call) throws IOException {
        Fields query = call.query();
        String extension = value(query, "ext").replaceFirst("^\\.", "");
        byte[] content = files.get(value(query, "md5") + (extension.isEmpty() ? "" : "." + extension));
        if (content == null) {
            call.answer(404, CampaignEmulator.TEXT_TYPE, "XFR-180000 The file does not exist.");
            return;
        }
        String type = value(query, "contentType");
        String name = URLEncoder.encode(value(query, "fileName"), StandardCharsets.UTF_8)
                .replace("+", "%20");
        call.with("Content-Disposition", "attachment; filename*=UTF-8''" + name)
                .answer(200, type.isEmpty() ? "application/octet-stream" : type, content);
    }

    private static String value(Fields query, String name) {
        String value = query.getValue(name);
        return value == null ? "" : value;
    }

    /** Text inside a script's double quotes. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("<", "\\u003c");
    }

    private static String md5(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has MD5", e);
        }
    }
}
