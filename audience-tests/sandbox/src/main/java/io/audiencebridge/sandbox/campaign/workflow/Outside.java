// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign.workflow;

import io.audiencebridge.sandbox.s3.ObjectStore;

/**
 * What workflows reach outside of Campaign.
 *
 * @param objects the buckets
 * @param accessKey what S3 lets in
 * @param secretKey its secret
 * @param bulkBucket where files of user-built workflows lie
 * @param audiences Audience Manager, for audiences that an export names but nobody created
 */
public record Outside(
        ObjectStore objects, String accessKey, String secretKey, String bulkBucket, SharedAudiences audiences) {}
