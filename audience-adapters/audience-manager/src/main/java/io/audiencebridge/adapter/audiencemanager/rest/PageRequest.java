// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

/**
 * Which page of a list.
 *
 * @param number from 0
 * @param size items a page
 */
public record PageRequest(int number, int size) {}
