// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

/**
 * A line of an inbound file that Audience Manager could not use. Cannot print the line, which may name a person.
 *
 * @param errorType what was wrong, in Audience Manager's words
 * @param line the line as it was sent
 */
public record ErrorSample(String errorType, String line) {
    @Override
    public String toString() {
        return "ErrorSample[" + errorType + "]";
    }
}
