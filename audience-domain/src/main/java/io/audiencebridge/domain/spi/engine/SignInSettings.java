// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.engine;

/** Who signs in and where. Secrets are held as {@code Secret}, so that settings can be printed. */
public interface SignInSettings {}
