// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.regex.Pattern;

/**
 * The data sources of advertising ids. Nobody owns them, everybody may use them, and they own no traits. Their ids travel raw, never hashed, and in the case
 * of their kind. Source: Audience Manager, "Global data sources".
 */
public enum GlobalDataSource {
    /** Android's advertising id. */
    GAID(20914, Form.LOWER),
    /** Apple's identifier for advertisers. */
    IDFA(20915, Form.UPPER),
    /** Roku's id for advertising. */
    RIDA(121963, Form.LOWER),
    /** Microsoft's advertising id. */
    MAID(389146, Form.LETTERS),
    /** Samsung's Tizen identifier for advertising. */
    TIFA(963906, Form.LETTERS),
    /** Amazon Fire TV's advertising id. */
    FIRE_TV(488258, Form.LOWER),
    /** LG's unique device id. */
    LGUDID(1171485, Form.LOWER),
    /** Vizio's identifier for advertising. */
    VIZIO_IFA(1171489, Form.LETTERS);

    private static final Vector<GlobalDataSource> ALL = Vector.of(values());

    private final long id;
    private final Form form;

    GlobalDataSource(long id, Form form) {
        this.id = id;
        this.form = form;
    }

    /** The global data source of that id (DPID); none for any other. */
    public static Option<GlobalDataSource> of(long dataSource) {
        return ALL.find(source -> source.id == dataSource);
    }

    /** Whether {@code dataSource} is a global one. */
    public static boolean contains(long dataSource) {
        return of(dataSource).isDefined();
    }

    /** Its id (DPID). */
    public long id() {
        return id;
    }

    /** Its integration code. UNVERIFIED: documented for Android's and Apple's ids only; the others follow their pattern. */
    public String integrationCode() {
        return "DSID_" + id;
    }

    /** Whether {@code deviceId} has the form that Audience Manager asks of this kind. */
    public boolean accepts(String deviceId) {
        return form.pattern.matcher(deviceId).matches();
    }

    /** The form of its ids in words, for messages. */
    public String form() {
        return form.words;
    }

    private enum Form {
        LOWER("a UUID in lower case", "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
        UPPER("a UUID in upper case", "[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}"),
        /** UNVERIFIED: that dashes pass. */
        LETTERS("letters, digits and dashes", "[A-Za-z0-9-]{1,256}");

        private final String words;
        private final Pattern pattern;

        Form(String words, String pattern) {
            this.words = words;
            this.pattern = Pattern.compile(pattern);
        }
    }
}
