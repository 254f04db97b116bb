// SPDX-License-Identifier: Apache-2.0
/** For people who are in the cluster already: matching and sharing of datasets, and the ledger that a local bridge reads, too. */
@NullMarked
package io.audiencebridge.adapter.enginespark.client;

import org.jspecify.annotations.NullMarked;
