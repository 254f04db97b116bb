// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

/** The secrets of an external account, by the attribute that holds them. Source: a recorded row of {@code nms:extAccount}. */
public enum StoredSecret {
    /** The password of an account with a user. */
    PASSWORD("password"),
    /** The secret access key of an account for S3. */
    AWS_SECRET("awsSecret"),
    /** The client secret of an account for IMS. */
    CLIENT_SECRET("clientSecret");

    private final String attribute;

    StoredSecret(String attribute) {
        this.attribute = attribute;
    }

    /** The attribute's plain name. */
    public String attribute() {
        return attribute;
    }
}
