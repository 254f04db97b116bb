// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.sharing.RunId;

/**
 * A delivered run that kept keys in the ledger.
 *
 * @param run which
 * @param lasting whether the audience will remember for long what it sent (SEMANTICS S15)
 */
record SharedRun(RunId run, boolean lasting) {}
