// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer on its way into the parser. Remembers its own failure, which a parser cannot tell from broken text, and counts: so many bytes and
 * no more may come between two records, whatever they are, so that nothing that the other side sends can fill the memory. Not thread-safe.
 */
final class Line extends InputStream {
    private static final int HEAD = 512;
    private final InputStream body;
    private final int most;
    private final byte[] head;
    private int taken;
    private long sinceRecord;
    private @Nullable IOException failure;

    private Line(InputStream body, int most, byte[] head) {
        this.body = body;
        this.most = most;
        this.head = head;
    }

    /**
     * The line whose first bytes have come.
     *
     * @param most bytes between two records
     */
    static Line of(InputStream body, int most) throws IOException {
        return new Line(body, most, body.readNBytes(HEAD));
    }

    /** Whether it begins as XML does, in any encoding that the parser can tell. */
    boolean looksLikeXml() {
        int at = startsWith(0xEF, 0xBB, 0xBF) ? 3 : 0;
        while (at < head.length && head[at] <= ' ' && head[at] > 0) {
            at++;
        }
        return (at < head.length && head[at] == '<')
                || startsWith(0xFE, 0xFF)
                || startsWith(0xFF, 0xFE)
                || startsWith(0, '<')
                || startsWith(0, 0, 0, '<');
    }

    /** Whether it begins as a page for people does. */
    boolean looksLikePage() {
        return OtherAnswers.isPage(new String(head, StandardCharsets.UTF_8));
    }

    /** A sentence of at most {@code length} bytes: the whole body, or how it begins. */
    String sentence(int length) throws IOException {
        return new String(readNBytes(length), StandardCharsets.UTF_8);
    }

    /** Says that a record is complete. */
    void record() {
        sinceRecord = 0;
    }

    /** What the line itself failed with, if it did. */
    @Nullable
    IOException failure() {
        return failure;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (taken < head.length) {
            int count = Math.min(length, head.length - taken);
            System.arraycopy(head, taken, target, offset, count);
            taken += count;
            return count;
        }
        int count = readBody(target, offset, length);
        sinceRecord += Math.max(0, count);
        if (sinceRecord > most) {
            throw new Endless(most);
        }
        return count;
    }

    private int readBody(byte[] target, int offset, int length) throws IOException {
        try {
            return body.read(target, offset, length);
        } catch (IOException broken) {
            failure = broken;
            throw broken;
        }
    }

    private boolean startsWith(int... bytes) {
        boolean same = head.length >= bytes.length;
        for (int i = 0; same && i < bytes.length; i++) {
            same = (head[i] & 0xFF) == bytes[i];
        }
        return same;
    }

    /** Something in the answer is beyond all measure. */
    static final class Endless extends IOException {
        private static final long serialVersionUID = 1L;

        Endless(int most) {
            super("one record of more than " + most + " bytes");
        }
    }
}
