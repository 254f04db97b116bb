// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

/**
 * A row that was left out. It says which, never whose.
 *
 * @param row its number, from 1, among the rows offered; of a file its line
 * @param fault why
 */
public record RejectedRow(long row, RowFault fault) {}
