// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

/**
 * Who may have a token of the old kind.
 *
 * @param clientId the client that the company was given
 * @param clientSecret its secret
 * @param user the name of a user of the company
 * @param password the user's password
 */
public record LegacyAccount(String clientId, String clientSecret, String user, String password) {
    /** Without the secrets. */
    @Override
    public String toString() {
        return "LegacyAccount[" + clientId + "]";
    }
}
