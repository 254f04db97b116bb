// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.sandbox.Http;
import io.audiencebridge.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** A signed-in client of the emulator's REST API over the wire. */
final class Rest {
    static final String FLOWS = "/data/foundation/flowservice";
    static final String UPS = "/data/core/ups";
    static final String CAMPAIGN = "0b23e41a-cb4a-4321-a78f-3b654f5d7d97";
    static final String FLOW_SPEC = "71471eba-b620-49e4-90fd-23f1fa0174d8";
    private static final String PROFILE_STORE = "8a9c3494-9708-43d7-ae3f-cda01e5030e1";

    private final Sandbox sandbox;
    private final String token;

    Rest(Sandbox sandbox) throws IOException {
        this.sandbox = sandbox;
        token = Http.json(Http.postForm(Http.tokenUri(sandbox), Http.tokenForm(sandbox)))
                .path("access_token")
                .asText();
    }

    /** Signed in again, for when the clock went on by more than a token lives. */
    Rest fresh() throws IOException {
        return new Rest(sandbox);
    }

    HttpRequest.Builder bare(String path) {
        return HttpRequest.newBuilder(URI.create(sandbox.experiencePlatform() + path));
    }

    HttpRequest.Builder request(String path) {
        return bare(path)
                .header("Authorization", "Bearer " + token)
                .header("x-api-key", sandbox.clientId())
                .header("x-gw-ims-org-id", sandbox.orgId())
                .header("x-sandbox-name", "prod")
                .header("Content-Type", "application/json");
    }

    HttpResponse<String> send(String method, String path, String body) throws IOException {
        return Http.send(request(path).method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> get(String path) throws IOException {
        return Http.send(request(path));
    }

    JsonNode read(String path) throws IOException {
        return Http.json(get(path));
    }

    HttpResponse<String> patch(String id, String etag, String operations) throws IOException {
        return Http.send(request(FLOWS + "/flows/" + id)
                .header("If-Match", etag)
                .method("PATCH", HttpRequest.BodyPublishers.ofString(operations)));
    }

    String created(String kind, String body) throws IOException {
        HttpResponse<String> answer = send("POST", FLOWS + "/" + kind, body);
        if (answer.statusCode() != 201) {
            throw new AssertionError(kind + " answered " + answer.statusCode() + " " + answer.body());
        }
        return Http.json(answer).path("id").asText();
    }

    String etag(String flow) throws IOException {
        return read(FLOWS + "/flows/" + flow).path("items").path(0).path("etag").asText();
    }

    /** A flow of Adobe Campaign to the bucket for exports, as section 4.7 makes it, without audiences and columns. */
    String flow() throws IOException {
        return flow(target(
                "{\"mode\":\"S3\",\"bucketName\":\"%s\",\"path\":\"aep/campaign\",\"format\":\"CSV\",\"includeFileManifest\":true}"
                        .formatted(sandbox.platformBucket())));
    }

    String target(String params) throws IOException {
        return created("targetConnections", """
                {"name":"T","baseConnectionId":"%s","connectionSpec":{"id":"%s","version":"1.0"},
                 "data":{"format":"json","schema":{"id":"1.0","version":"1.0"}},"params":%s}""".formatted(storage(), CAMPAIGN, params));
    }

    String storage() throws IOException {
        return created("connections", """
                {"name":"Campaign S3","connectionSpec":{"id":"%s","version":"1.0"},
                 "auth":{"specName":"S3","params":{"accessId":"%s","secretKey":"%s","username":"%s","password":"%s"}}}""".formatted(
                CAMPAIGN, sandbox.s3AccessKey(), sandbox.s3SecretKey(), sandbox.sftpUser(), sandbox.sftpPassword()));
    }

    String flow(String target) throws IOException {
        String base = created("connections", """
                {"name":"Base","connectionSpec":{"id":"%s","version":"1.0"}}""".formatted(PROFILE_STORE));
        String source = created("sourceConnections", """
                {"name":"Source","connectionSpec":{"id":"%s","version":"1.0"},"baseConnectionId":"%s",
                 "data":{"format":"CSV","schema":null},"params":{}}""".formatted(PROFILE_STORE, base));
        return created("flows", """
                {"name":"AEP to Campaign","flowSpec":{"id":"%s","version":"1.0"},"sourceConnectionIds":["%s"],"targetConnectionIds":["%s"],
                 "transformations":[{"name":"GeneralTransform","params":{"segmentSelectors":{"selectors":[]},"profileSelectors":{"selectors":[]}}}]}""".formatted(FLOW_SPEC, source, target));
    }

    static String column(String source) {
        return """
                {"op":"add","path":"/transformations/0/params/profileSelectors/selectors/-","value":{"type":"JSON_PATH",\
                "value":{"path":"%1$s","operator":"EXISTS","mapping":{"sourceType":"text/x.schema-path","source":"%1$s","destination":"%1$s"}}}}""".formatted(source);
    }

    static String audience(String id, String mode, String schedule) {
        return """
                {"op":"add","path":"/transformations/0/params/segmentSelectors/selectors/-","value":{"type":"PLATFORM_SEGMENT",\
                "value":{"id":"%s","name":"VIP","description":"","filenameTemplate":"%%SEGMENT_NAME%%-%%DATETIME(YYYYMMdd_HHmmss)%%",\
                "exportMode":"%s","schedule":%s}}}""".formatted(id, mode, schedule);
    }

    /** Adds an audience that is exported every day, and two columns with the status. */
    void activate(String flow, String audience) throws IOException {
        HttpResponse<String> answer = patch(
                flow,
                etag(flow),
                "[%s,%s,%s]"
                        .formatted(
                                audience(
                                        audience,
                                        "DAILY_FULL_EXPORT",
                                        "{\"frequency\":\"DAILY\",\"triggerType\":\"SCHEDULED\",\"startDate\":\"2020-01-01\",\"startTime\":\"20:00\"}"),
                                column("personalEmail.address"),
                                column("segmentMembership.status")));
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
    }

    HttpResponse<String> adHoc(String flow, String audience) throws IOException {
        return Http.send(request("/data/core/activation/disflowprovider/adhocrun")
                .header("Accept", "application/vnd.adobe.adhoc.activation+json; version=2")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"activationInfo\":{\"%s\":[\"%s\"]}}".formatted(flow, audience))));
    }
}
