// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.ims;

import io.audiencebridge.adapter.http.HttpSettings;
import io.audiencebridge.contractkit.NamesApplicationContract;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.spi.engine.NamesApplication;
import io.audiencebridge.domain.system.Secret;
import java.time.Duration;

final class ImsNamesApplicationTest extends NamesApplicationContract<ImsSettings> {
    private static final Duration ODD = Duration.ofSeconds(7);

    @Override
    protected NamesApplication<ImsSettings> factory() {
        return new ImsTokenSourceFactory();
    }

    @Override
    protected ImsSettings unnamed() {
        return ImsSettings.builder()
                .organisation(new ImsOrgId("7F3A1C5E60B2D4980A495E11@AdobeOrg"))
                .clientId("key-0815")
                .clientSecret(Secret.of("p8e-0815-4711"))
                .refreshAhead(ODD)
                .http(HttpSettings.builder().readTimeout(ODD).build())
                .build();
    }

    @Override
    protected ImsSettings naming(ImsSettings settings, String application) {
        return ImsSettings.builder()
                .from(settings)
                .http(HttpSettings.builder()
                        .from(settings.http())
                        .applicationName(application)
                        .build())
                .build();
    }
}
