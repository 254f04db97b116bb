// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.engine;

/** With which keys files are encrypted and decrypted. Secrets are held as {@code Secret}, so that settings can be printed. */
public interface CipherSettings {}
