// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.s3;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/** A request whose canned ACL reads {@code private}: the store knows no other, and Audience Manager's bucket wants one that gives its owner full control. */
final class PrivateAcl extends HttpServletRequestWrapper {
    static final String ACL = "x-amz-acl";
    private static final String PRIVATE = "private";

    PrivateAcl(HttpServletRequest request) {
        super(request);
    }

    @Override
    public @Nullable String getHeader(String name) {
        String value = super.getHeader(name);
        return value != null && ACL.equalsIgnoreCase(name) ? PRIVATE : value;
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return getHeader(name) != null && ACL.equalsIgnoreCase(name)
                ? Collections.enumeration(Collections.singleton(PRIVATE))
                : super.getHeaders(name);
    }
}
