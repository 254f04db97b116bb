// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.s3;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.gaul.s3proxy.S3ErrorCode;
import org.gaul.s3proxy.S3ProxyException;
import org.gaul.s3proxy.S3ProxyHandler;
import org.gaul.s3proxy.auth.AuthenticationType;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Answers requests that carry a version 4 signature, and turns what the store throws into S3's error documents. */
final class SignedRequests extends S3ProxyHandler {
    private static final long MAX_OBJECT_BYTES = 5L << 30;
    /** A body that is signed as a whole is held in memory to check it; clients sign larger ones in chunks. */
    private static final long MAX_WHOLE_SIGNED_BYTES = 64L << 20;

    private static final int MAX_CHUNK_BYTES = 16 << 20;
    private static final int REDIRECTION = 300;
    private static final int MAX_SKEW_SECONDS = 15 * 60;

    private final BucketFolders buckets;

    SignedRequests(BucketFolders buckets, String accessKey, String secretKey) {
        super(
                buckets.blobs(),
                AuthenticationType.AWS_V4,
                accessKey,
                secretKey,
                null,
                MAX_OBJECT_BYTES,
                MAX_WHOLE_SIGNED_BYTES,
                MAX_CHUNK_BYTES,
                false,
                null,
                "",
                MAX_SKEW_SECONDS);
        this.buckets = buckets;
    }

    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (InputStream body = request.getInputStream()) {
            doHandle(request, new PrivateAcl(request), response, body, new RequestContext());
            if (response.getStatus() < REDIRECTION && begins(request)) {
                buckets.sent(path(request), request.getHeader(PrivateAcl.ACL));
            }
        } catch (S3ProxyException e) {
            sendSimpleErrorResponse(request, response, e.getError(), e.getMessage(), Map.of());
        } catch (AwsServiceException e) {
            refuse(request, response, e);
        } catch (IllegalArgumentException e) {
            error(request, response, S3ErrorCode.INVALID_ARGUMENT, e);
        } catch (UnsupportedOperationException e) {
            error(request, response, S3ErrorCode.NOT_IMPLEMENTED, e);
        }
    }

    /** Whether an object, whole or in parts, begins with this request: later ones bring no ACL. */
    private static boolean begins(HttpServletRequest request) {
        return request.getMethod().equals("PUT")
                ? request.getParameter("uploadId") == null
                : request.getMethod().equals("POST") && request.getParameter("uploads") != null;
    }

    private static String path(HttpServletRequest request) {
        String raw = request.getRequestURI().substring(1);
        return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, AwsServiceException e)
            throws IOException {
        AwsErrorDetails details = e.awsErrorDetails();
        if (details == null || details.errorCode() == null) {
            sendSimpleErrorResponse(request, response, code(e.statusCode()), String.valueOf(e.getMessage()), Map.of());
        } else {
            String message = String.valueOf(details.errorMessage());
            sendSimpleErrorResponse(request, response, details.errorCode(), e.statusCode(), message, Map.of());
        }
    }

    /** The store tells some refusals by their status alone. */
    private static S3ErrorCode code(int status) {
        return switch (status) {
            case 400 -> S3ErrorCode.BAD_DIGEST;
            case 403 -> S3ErrorCode.ACCESS_DENIED;
            case 404 -> S3ErrorCode.NO_SUCH_KEY;
            case 412 -> S3ErrorCode.PRECONDITION_FAILED;
            case 416 -> S3ErrorCode.INVALID_RANGE;
            default -> S3ErrorCode.INTERNAL_ERROR;
        };
    }

    private void error(
            HttpServletRequest request, HttpServletResponse response, S3ErrorCode code, RuntimeException cause)
            throws IOException {
        sendSimpleErrorResponse(request, response, code, String.valueOf(cause.getMessage()), Map.of());
    }
}
