// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.flows;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.sandbox.experienceplatform.rest.Reply;
import io.audiencebridge.sandbox.experienceplatform.rest.Switches;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of connections and flows that there are. Source: experience-cloud.md, sections 4.2 and 4.7. */
final class Specs {
    static final String PROFILE_STORE = "8a9c3494-9708-43d7-ae3f-cda01e5030e1";
    static final String CAMPAIGN = "0b23e41a-cb4a-4321-a78f-3b654f5d7d97";

    private static final String OLD_FLOW = "71471eba-b620-49e4-90fd-23f1fa0174d8";
    private static final Map<String, List<String>> S3 = Map.of("S3", List.of("accessId", "secretKey"));
    private static final Map<String, List<String>> S3_KEYS =
            Map.of("Access Key", List.of("s3AccessKey", "s3SecretKey"));
    private static final Map<String, List<String>> SFTP = Map.of(
            "SFTP with Password", List.of("domain", "host", "username", "password"),
            "SFTP with SSH Key", List.of("domain", "host", "username", "sshKey"));
    private static final Map<String, List<String>> PLAIN_SFTP = Map.of(
            "Basic Authentication for sftp", List.of("domain", "host", "username", "password", "port"),
            "SSH PublicKey Authentication for sftp", List.of("domain", "host", "username", "sshKey", "port"));
    private static final Map<String, List<String>> BLOB = Map.of("Azure Blob", List.of("connectionString"));
    private static final Map<String, List<String>> PLAIN_BLOB = Map.of("ConnectionString", List.of("connectionString"));

    private final Switches switches;
    private final List<Spec> all;

    /** A kind of connection; the flow spec of Campaign is a switch's, so it is not kept here. */
    private record Spec(String id, String name, String flowSpec, boolean old, Map<String, List<String>> auth) {}

    Specs(Switches switches) {
        this.switches = switches;
        all = List.of(
                new Spec(PROFILE_STORE, "Unified Profile Service", "", true, Map.of()),
                new Spec(CAMPAIGN, "Adobe Campaign", "", true, campaign()),
                new Spec("4890fc95-5a1f-4983-94bb-e060c08e3f81", "Amazon S3", OLD_FLOW, true, S3_KEYS),
                new Spec(
                        "4fce964d-3f37-408f-9778-e597338a21ee",
                        "Amazon S3 (new)",
                        "1a0514a6-33d4-4c7f-aff8-594799c47549",
                        false,
                        S3_KEYS),
                new Spec("e258278b-a4cf-43ac-b158-4fa0ca0d948b", "Azure Blob", OLD_FLOW, true, PLAIN_BLOB),
                new Spec(
                        "6d6b59bf-fb58-4107-9064-4d246c0e5bb2",
                        "Azure Blob (new)",
                        "752d422f-b16f-4f0d-b1c6-26e448e3b388",
                        false,
                        PLAIN_BLOB),
                new Spec("64ef4b8b-a6e0-41b5-9677-3805d1ee5dd0", "SFTP", OLD_FLOW, true, PLAIN_SFTP),
                new Spec(
                        "36965a81-b1c6-401b-99f8-22508f1e6a26",
                        "SFTP (new)",
                        "fd36aaa4-bf2b-43fb-9387-43785eeeb799",
                        false,
                        PLAIN_SFTP),
                new Spec(
                        "10440537-2a7b-4583-ac39-ed38d4b848e8",
                        "Data Landing Zone",
                        "7e635b9f-e59b-4546-8ba8-fce6496693c8",
                        false,
                        Map.of()),
                new Spec(
                        "be2c3209-53bc-47e7-ab25-145db8b873e1",
                        "Azure Data Lake Storage Gen2",
                        "db060570-a155-418a-a6d3-b4d97698e5dc",
                        false,
                        Map.of()),
                new Spec(
                        "c5d93acb-ea8b-4b14-8f53-02138444ae99",
                        "Google Cloud Storage",
                        "976d663b-80b4-4193-be6b-2d0487516623",
                        false,
                        Map.of()));
    }

    private static Map<String, List<String>> campaign() {
        Map<String, List<String>> storages = new LinkedHashMap<>(S3);
        storages.putAll(SFTP);
        storages.putAll(BLOB);
        return storages;
    }

    private Optional<Spec> find(String id) {
        return all.stream().filter(spec -> spec.id().equals(id)).findFirst();
    }

    boolean knows(String id) {
        return find(id).isPresent();
    }

    /** Whether a flow to such a connection is one to a destination. */
    boolean isDestination(String id) {
        return knows(id) && !id.equals(PROFILE_STORE);
    }

    /** Whether it is of the older kind: attributes are selected, and dots in headers become underscores. */
    boolean isOld(String id) {
        return find(id).map(Spec::old).orElse(true);
    }

    /** The flow spec of a destination. */
    String flowSpec(String id) {
        return id.equals(CAMPAIGN)
                ? switches.campaignFlowSpec()
                : find(id).map(Spec::flowSpec).orElse("");
    }

    Stream<ObjectNode> connectionSpecs() {
        return all.stream().map(this::connectionSpec);
    }

    private ObjectNode connectionSpec(Spec spec) {
        ObjectNode json = Reply.object()
                .put("id", spec.id())
                .put("name", spec.name())
                .put("providerId", "14e34fac-d307-11e9-bb65-2a2ae2dbcce4")
                .put("version", "1.0");
        ArrayNode auth = json.putArray("authSpec");
        spec.auth().forEach((name, params) -> {
            ObjectNode one = auth.addObject().put("name", name).put("type", name);
            ObjectNode properties = one.putObject("spec").put("type", "object").putObject("properties");
            params.forEach(param -> properties.putObject(param).put("type", "string"));
        });
        json.putObject("attributes").put("isDestination", isDestination(spec.id()));
        return json;
    }

    Stream<ObjectNode> flowSpecs() {
        ObjectNode campaign = flowSpec(switches.campaignFlowSpec(), "upsToCampaign");
        Stream<ObjectNode> others = all.stream()
                .filter(spec -> !spec.flowSpec().isEmpty() && !spec.flowSpec().equals(switches.campaignFlowSpec()))
                .map(spec -> flowSpec(spec.flowSpec(), spec.old() ? "upsToCloudStorage" : "upsTo" + spec.name()));
        return Stream.concat(Stream.of(campaign), others).distinct();
    }

    /** UNVERIFIED: whether {@code upsToCampaign} is the name of the spec or of one of its attributes; here it is both. */
    private static ObjectNode flowSpec(String id, String name) {
        ObjectNode json = Reply.object()
                .put("id", id)
                .put("name", name)
                .put("providerId", "14e34fac-d307-11e9-bb65-2a2ae2dbcce4")
                .put("version", "1.0");
        json.putArray("sourceConnectionSpecIds").add(PROFILE_STORE);
        json.putObject("attributes").put(name, true).put("isDestinationFlow", true);
        return json;
    }
}
