// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.reports.page;

import static io.audiencebridge.adapter.reports.page.Markup.el;

import io.vavr.collection.Seq;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/** What is around every page. The page may load nothing and run nothing, and says so to the browser: its one style sheet is named by its hash. */
final class Shell {
    private static final String SHEET = sheet();
    private static final String POLICY = "default-src 'none'; style-src 'sha256-" + digest(SHEET)
            + "'; img-src data:; base-uri 'none'; form-action 'none'";

    private Shell() {}

    /**
     * A page.
     *
     * @param kind what kind of report it is, for people
     * @param headline what it says, in one sentence
     * @param lead what stands under it
     * @param sections the rest
     */
    static String page(String kind, String headline, Markup lead, Seq<Markup> sections) {
        return "<!DOCTYPE html>\n"
                + el("html")
                        .attr("lang", "en")
                        .attr("dir", "ltr")
                        .with(head(kind, headline), body(kind, headline, lead, sections))
                        .html()
                + "\n";
    }

    private static Markup head(String kind, String headline) {
        return el("head")
                .with(
                        el("meta").attr("charset", "utf-8"),
                        el("meta").attr("http-equiv", "Content-Security-Policy").attr("content", POLICY),
                        named("viewport", "width=device-width, initial-scale=1"),
                        named("color-scheme", "light dark"),
                        named("robots", "noindex"),
                        named("referrer", "no-referrer"),
                        named("format-detection", "telephone=no"),
                        named("generator", "Audience Bridge"),
                        el("link").attr("rel", "icon").attr("href", "data:,"),
                        el("title", headline + " · " + kind),
                        Markup.style(SHEET));
    }

    private static Markup body(String kind, String headline, Markup lead, Seq<Markup> sections) {
        Markup header = el("header")
                .with(
                        el("p").of("kind").with(el("span", "Audience Bridge").of("brand"), Markup.text(" " + kind)),
                        el("h1").with(Markup.said(headline)),
                        lead);
        return el("body")
                .with(
                        header,
                        el("main").with(sections),
                        el("footer")
                                .with(el(
                                        "p",
                                        "Times are in UTC. No person is named on this page. It needs no network and"
                                                + " runs no script.")));
    }

    private static Markup named(String name, String content) {
        return el("meta").attr("name", name).attr("content", content);
    }

    private static String sheet() {
        try (InputStream in = Objects.requireNonNull(Shell.class.getResourceAsStream("page.css"), "page.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String digest(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return Base64.getEncoder().encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }
}
