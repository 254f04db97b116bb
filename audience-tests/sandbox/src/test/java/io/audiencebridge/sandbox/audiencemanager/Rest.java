// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.sandbox.Http;
import io.audiencebridge.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** A signed-in client of the emulator's REST API over the wire. */
final class Rest {
    private final Sandbox sandbox;
    private String token;

    Rest(Sandbox sandbox) throws IOException {
        this.sandbox = sandbox;
        signIn();
    }

    void signIn() throws IOException {
        token = Http.json(Http.postForm(Http.tokenUri(sandbox), Http.tokenForm(sandbox)))
                .path("access_token")
                .asText();
    }

    String token() {
        return token;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(sandbox.audienceManager() + path))
                .header("Authorization", "Bearer " + token)
                .header("AAM-Disable-Escaping-HTML", "true")
                .header("Content-Type", "application/json");
    }

    HttpResponse<String> send(String method, String path, String body) throws IOException {
        return Http.send(request(path).method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> get(String path) throws IOException {
        return Http.send(request(path));
    }

    HttpResponse<String> post(String path, String body) throws IOException {
        return Http.send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> put(String path, String body) throws IOException {
        return Http.send(request(path).PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> delete(String path) throws IOException {
        return Http.send(request(path).DELETE());
    }

    JsonNode read(String path) throws IOException {
        return Http.json(get(path));
    }

    /** Creates an onboarded trait of a data source and gives its number. */
    long trait(long dataSource, String more) throws IOException {
        return created("/v1/traits/", """
                {"name":"People","traitType":"ON_BOARDED_TRAIT","dataSourceId":%d,"folderId":0%s}""".formatted(dataSource, more), "sid");
    }

    /** Creates a segment over a rule and gives its number. */
    long segment(long dataSource, String rule, String more) throws IOException {
        return created("/v1/segments/", """
                {"name":"Audience","segmentRule":"%s","dataSourceId":%d,"folderId":0%s}""".formatted(rule, dataSource, more), "sid");
    }

    /** Maps a segment to a destination and gives the mapping's number. */
    long mapping(long destination, long segment, String more) throws IOException {
        return created("/v1/destinations/" + destination + "/mappings/", """
                {"sid":%d,"traitType":"SEGMENT","startDate":"2020-01-01"%s}""".formatted(segment, more), "mappingId");
    }

    /** Creates a destination and gives its number. */
    long destination(String body) throws IOException {
        return created("/v1/destinations/", body, "destinationId");
    }

    private long created(String path, String body, String number) throws IOException {
        HttpResponse<String> answer = post(path, body);
        if (answer.statusCode() != 201) {
            throw new AssertionError(path + " answered " + answer.statusCode() + " " + answer.body());
        }
        return Http.json(answer).path(number).asLong();
    }
}
