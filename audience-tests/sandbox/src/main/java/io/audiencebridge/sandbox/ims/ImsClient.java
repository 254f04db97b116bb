// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.ims;

/** The one server-to-server credential that the emulator knows. */
public record ImsClient(String orgId, String clientId, String clientSecret) {}
