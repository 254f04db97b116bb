// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.engine;

import io.audiencebridge.domain.identity.ImsOrgId;

/**
 * Who signs in, as product calls name it in their headers.
 *
 * @param clientId the API key
 * @param organisation the organisation
 */
public record ClientIdentity(String clientId, ImsOrgId organisation) {}
