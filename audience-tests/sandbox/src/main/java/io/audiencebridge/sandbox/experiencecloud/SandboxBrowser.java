// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experiencecloud;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A visitor's browser on a page that carries Adobe's visitor library: it asks the ID service who it is, keeps the answer in the cookies that the library writes, and hands
 * its visitor over in links. Source: experience-cloud.md, sections 2.2, 2.7 and 2.8. Not for several threads.
 */
public final class SandboxBrowser {
    private static final String VERSION = "5.5.0";

    /** The library's digest is a hash of its version and its servers. */
    private static final int DIGEST = (VERSION + "|dpm.demdex.net").hashCode();

    private static final long WEEK = 604_800;
    private static final long TWO_HOURS = 7_200;
    private static final long DAY = 86_400;

    private final IdServiceClient service;
    private final String orgId;
    private final InstantSource clock;
    private final Map<String, String> customerIds = new LinkedHashMap<>();
    private Optional<IdServiceClient.Identity> identity = Optional.empty();
    private Instant identified = Instant.EPOCH;
    private boolean sessionLives;

    /** A browser that nobody knows yet, on pages of {@code orgId}, whose ID service stands at {@code idService}. */
    public SandboxBrowser(URI idService, String orgId, InstantSource clock) {
        this.service = new IdServiceClient(idService, orgId);
        this.orgId = orgId;
        this.clock = clock;
    }

    /** Opens a page: the first time the service is asked for an id. */
    public SandboxBrowser visit() throws IOException {
        sessionLives = true;
        if (identity.isEmpty()) {
            identify();
        }
        return this;
    }

    /** What the page's {@code setCustomerIDs} does: binds an id under an integration code to this visitor, and tells the service at once. */
    public SandboxBrowser signIn(String integrationCode, String id) throws IOException {
        customerIds.put(integrationCode, id);
        sessionLives = true;
        identify();
        return this;
    }

    /** Ends the session, with the cookie that lives as long as it. */
    public void endSession() {
        sessionLives = false;
    }

    /** Forgets everything, as a visitor who deletes cookies does. */
    public void deleteCookies() {
        identity = Optional.empty();
        customerIds.clear();
        sessionLives = false;
        service.forget();
    }

    /** The Experience Cloud id; empty before the first visit and for a visitor who opted out. */
    public Optional<String> ecid() {
        return identity.flatMap(IdServiceClient.Identity::ecid);
    }

    /** The value of the {@code Cookie} header that the page's own server gets; empty before the first visit. */
    public String cookies() {
        if (identity.isEmpty()) {
            return "";
        }
        String session = sessionLives ? "; AMCVS_" + encode(orgId) + "=1" : "";
        return "AMCV_" + encode(orgId) + "=" + encode(cookie(identity.get())) + session;
    }

    /** A link to a page of another site of the same organisation that hands this visitor over; as it is for a visitor without an id. */
    public String linkTo(String address) {
        return ecid().map(id -> with(address, handOver(id))).orElse(address);
    }

    private void identify() throws IOException {
        identity = Optional.of(service.identify(ecid(), customerIds));
        identified = clock.instant();
    }

    private String cookie(IdServiceClient.Identity known) {
        long now = identified.getEpochSecond();
        String optOut = "MCOPTOUT-" + (now + TWO_HOURS) + "s|" + known.optOut().orElse("NONE");
        String server = known.ecid().isEmpty()
                ? ""
                : "MCAAMLH-" + (now + WEEK) + "|" + known.region() + "|MCAAMB-" + (now + WEEK) + "|" + known.blob()
                        + "|";
        return DIGEST + "|MCIDTS|" + now / DAY + "|MCMID|" + known.ecid().orElse("NONE") + "|" + server + optOut
                + "|vVersion|" + VERSION;
    }

    private String handOver(String id) {
        String members = "MCMID=" + encode(id) + "|MCORGID=" + encode(orgId) + "|TS="
                + clock.instant().getEpochSecond();
        return "adobe_mc=" + encode(members);
    }

    private static String with(String address, String parameter) {
        int hash = address.indexOf('#');
        String page = hash < 0 ? address : address.substring(0, hash);
        String fragment = hash < 0 ? "" : address.substring(hash);
        return page + (page.contains("?") ? "&" : "?") + parameter + fragment;
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + encode(each.getValue()))
                .collect(Collectors.joining("&"));
    }
}
