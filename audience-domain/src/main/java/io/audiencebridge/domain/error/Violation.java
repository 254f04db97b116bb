// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.error;

/**
 * One mistake in a request or a setting.
 *
 * @param subject what is wrong, as the caller knows it, such as {@code dataSource.field}
 * @param message what is wrong with it, with its value unless that is a secret or a person's id, and what to do next
 */
public record Violation(String subject, String message) {
    @Override
    public String toString() {
        return subject + ": " + message;
    }
}
