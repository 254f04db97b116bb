// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.engine;

/** Which reconciliation engine a bridge uses in place of the one in memory, and what it may take of the machine. */
public interface EngineSettings {}
