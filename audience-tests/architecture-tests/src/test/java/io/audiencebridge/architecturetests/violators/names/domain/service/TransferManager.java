// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.names.domain.service;

/** A deliberate violator. */
public final class TransferManager {}
