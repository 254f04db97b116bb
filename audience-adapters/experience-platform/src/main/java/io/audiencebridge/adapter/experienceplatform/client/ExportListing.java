// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import io.vavr.collection.Seq;

/**
 * The exports of an audience that are there.
 *
 * @param complete in the order of their times
 * @param waiting those that have begun to arrive, by name
 */
public record ExportListing(Seq<PlatformExport> complete, Seq<WaitingExport> waiting) {}
