// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud.idservice;

import io.audiencebridge.adapter.experiencecloud.client.CustomerId;
import io.audiencebridge.adapter.experiencecloud.client.CustomerIds;
import io.audiencebridge.adapter.experiencecloud.client.IdRequest;
import io.audiencebridge.adapter.experiencecloud.client.OptOutRequest;
import io.audiencebridge.adapter.experiencecloud.client.VisitorId;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The addresses of the service's calls; every value in them is encoded exactly once. Source: experience-cloud.md, sections 2.2 and 2.10. */
public final class ServiceAddress {
    /** What of a path is no id, for the names of operations. */
    static final Set<String> WORDS = Set.of("id", "demoptout.jpg");

    private static final String IDENTIFY = "/id";
    private static final String STATUS = "/optOutStatus";

    /** UNVERIFIED: that this one path takes every form; the documents also write it without its end. */
    private static final String OPT_OUT = "/demoptout.jpg";

    private final URI service;
    private final Optional<URI> company;
    private final ImsOrgId organisation;

    /** Addresses below {@code service} and, for opt-outs, {@code company}. */
    public ServiceAddress(URI service, Optional<URI> company, ImsOrgId organisation) {
        this.service = service;
        this.company = company;
        this.organisation = organisation;
    }

    URI identify(IdRequest request) {
        Query query = jsonQuery();
        request.visitorId().ifPresent(id -> query.with("d_mid", id.text()));
        request.region().ifPresent(number -> query.with("dcs_region", Integer.toString(number)));
        request.blob().ifPresent(blob -> query.with("d_blob", blob));
        request.idSyncContainer().ifPresent(number -> query.with("d_nsid", Integer.toString(number)));
        if (request.coppa()) {
            query.with("d_coppa", "true");
        }
        request.gdprConsent().ifPresent(consent -> query.with("gdpr", "1").with("gdpr_consent", consent));
        return query.with(request.customerIds()).at(service, IDENTIFY);
    }

    URI status(VisitorId visitor) {
        return jsonQuery().with("d_mid", visitor.text()).at(service, STATUS);
    }

    Either<BridgeError, URI> optOut(OptOutRequest request) {
        if (company.isEmpty()) {
            return Either.left(BridgeError.InvalidRequest.of(
                    "experience-cloud.companyUri",
                    "is needed for an opt-out; give the company's address, such as" + " https://acme.demdex.net"));
        }
        Query query = new Query().with("d_orgid", organisation.value());
        request.visitorId().ifPresent(id -> query.with("d_mid", id.text()));
        return Either.right(query.with(request.customerIds()).at(company.get(), OPT_OUT));
    }

    private Query jsonQuery() {
        return new Query().with("d_ver", "2").with("d_rtbd", "json").with("d_orgid", organisation.value());
    }

    /** Parameters in the order given. */
    private static final class Query {
        private final StringBuilder text = new StringBuilder();

        Query with(String name, String value) {
            return encoded(name + "=" + Encoded.component(value));
        }

        Query with(List<CustomerId> ids) {
            return ids.isEmpty() ? this : encoded(CustomerIds.query(Vector.ofAll(ids)));
        }

        URI at(URI base, String path) {
            return URI.create(base.toString().replaceFirst("/+$", "") + path + "?" + text);
        }

        private Query encoded(String pair) {
            text.append(text.isEmpty() ? "" : "&").append(pair);
            return this;
        }
    }
}
