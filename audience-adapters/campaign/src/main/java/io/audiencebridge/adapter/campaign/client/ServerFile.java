// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

/**
 * A file on the instance's server. Campaign finds it by the digest of its content and the ending of its name.
 *
 * @param md5 the content's MD5 digest, 32 hexadecimal digits
 * @param extension the ending of its name without the point, such as {@code csv}; possibly empty
 * @param fileName the name for people; possibly one that tells of a person, and so never in an error
 * @param contentType its media type
 */
public record ServerFile(String md5, String extension, String fileName, String contentType) {
    @Override
    public String toString() {
        return "ServerFile[" + md5 + "]";
    }
}
