// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.engine;

/** Where a bridge keeps its journal in place of its home. */
public interface JournalSettings {}
