// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.adapter.campaign.client.FileContent;
import io.audiencebridge.adapter.campaign.client.ServerFile;
import io.audiencebridge.adapter.campaign.soap.CampaignSoap;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.control.Either;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files on the instance's server. Source: {@code uploadFile.jsp} and {@code downloadFile.jsp} as Adobe's own client uses them. */
final class ServerFiles {
    private static final String UPLOAD = "/nl/jsp/uploadFile.jsp";
    private static final String DOWNLOAD = "/nl/jsp/downloadFile.jsp";
    private static final int CHUNK = 16 << 10;

    /** The answer is a script for a browser that carries the file's facts; only the digest is needed, whatever the quotes. */
    private static final Pattern DIGEST = Pattern.compile("\\bmd5[\"']?\\s*[:=]\\s*[\"']([0-9a-fA-F]{32})[\"']");

    private static final Pattern MD5 = Pattern.compile("[0-9a-fA-F]{32}");
    private static final Pattern EXTENSION = Pattern.compile("[A-Za-z0-9]{0,16}");

    private final CampaignSoap soap;

    ServerFiles(CampaignSoap soap) {
        this.soap = soap;
    }

    Either<BridgeError, ServerFile> upload(FileContent file, Call call) {
        if (file.name().isBlank() || file.size() < 0) {
            return Either.left(BridgeError.InvalidRequest.of("file", "must have a name and a size"));
        }
        MultipartFile body = new MultipartFile(file, UUID.randomUUID().toString());
        return soap.pages().post(UPLOAD, body, call).flatMap(answer -> uploaded(file, answer, call));
    }

    Either<BridgeError, Long> download(ServerFile file, OutputStream sink, Call call) {
        if (!MD5.matcher(file.md5()).matches()
                || !EXTENSION.matcher(file.extension()).matches()) {
            return Either.left(BridgeError.InvalidRequest.of(
                    "file", "must have an MD5 digest of 32 hexadecimal digits and a plain ending such as csv"));
        }
        String query = "?md5=" + file.md5() + "&ext=" + file.extension() + "&fileName=" + encoded(file.fileName())
                + "&contentType=" + encoded(file.contentType());
        return soap.pages().stream(DOWNLOAD, query, body -> copy(body, sink, call), call);
    }

    private static Either<BridgeError, ServerFile> uploaded(FileContent file, String answer, Call call) {
        Incident incident = Incident.at(SystemId.CAMPAIGN, call.correlationId());
        if (!answer.stripLeading().regionMatches(true, 0, "Ok", 0, 2)) {
            return Either.left(new BridgeError.RejectedBySystem(
                    "Campaign did not take the file; check its size and kind against what the server allows",
                    incident));
        }
        Matcher digest = DIGEST.matcher(answer);
        return digest.find()
                ? Either.right(new ServerFile(digest.group(1), extension(file.name()), file.name(), file.contentType()))
                : Either.left(new BridgeError.ProtocolBreach(
                        "Campaign took a file and told no digest of it; report it with the instance's build number",
                        incident));
    }

    /** A sink that fails is ours to tell; a line that breaks is told by whoever reads it. */
    private static Either<BridgeError, Long> copy(InputStream body, OutputStream sink, Call call) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long total = 0;
        for (int count = body.read(chunk); count >= 0; count = body.read(chunk)) {
            try {
                sink.write(chunk, 0, count);
            } catch (IOException full) {
                return Either.left(unwritable(full, call));
            }
            total += count;
        }
        try {
            sink.flush();
        } catch (IOException full) {
            return Either.left(unwritable(full, call));
        }
        return Either.right(total);
    }

    private static BridgeError unwritable(IOException failure, Call call) {
        return new BridgeError.LocalFailure(
                "A download could not be written (" + failure.getClass().getSimpleName() + "); check where it goes",
                call.incident());
    }

    private static String extension(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return ending.length() < name.length() && EXTENSION.matcher(ending).matches() ? ending : "";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
