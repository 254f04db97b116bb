// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storages3;

import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;

/** The default chain, which tells it apart when it finds nothing. */
final class FoundCredentials implements AwsCredentialsProvider {
    private final AwsCredentialsProvider chain;

    FoundCredentials(AwsCredentialsProvider chain) {
        this.chain = chain;
    }

    @Override
    public AwsCredentials resolveCredentials() {
        try {
            return chain.resolveCredentials();
        } catch (SdkException nothing) {
            throw new Missing(nothing);
        }
    }

    /** No place of the chain has keys. */
    static final class Missing extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Missing(SdkException cause) {
            super(cause);
        }
    }
}
