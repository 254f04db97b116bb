// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

/**
 * The part of a folder that a caller decides.
 *
 * @param parentId the folder above it; 0 is the root
 * @param name its name
 */
public record FolderDraft(long parentId, String name) {}
