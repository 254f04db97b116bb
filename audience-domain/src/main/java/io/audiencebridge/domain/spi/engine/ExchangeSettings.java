// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.engine;

/** Where a file exchange is: a folder, a bucket, a directory on a server. Secrets are held as {@code Secret}, so that settings can be printed. */
public interface ExchangeSettings {}
