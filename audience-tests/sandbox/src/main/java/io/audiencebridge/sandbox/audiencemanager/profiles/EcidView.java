// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.profiles;

import java.nio.charset.StandardCharsets;

/**
 * Devices by their Experience Cloud IDs. An Experience Cloud ID is a function of the organisation and of Audience
 * Manager's own id (source: audience-manager.md, section 1.1); here it is a permutation of 38 digits, so that either
 * can be had of the other and only one is stored.
 */
final class EcidView implements Ids {
    private static final int ROUNDS = 4;

    private final DeviceTable devices;
    private final long key;

    EcidView(DeviceTable devices, long key) {
        this.devices = devices;
        this.key = key;
    }

    @Override
    public int size() {
        return devices.size();
    }

    @Override
    public int add(byte[] bytes, int from, int to) {
        long[] own = own(Digits.high(bytes, from), Digits.low(bytes, from));
        return devices.add(own[0], own[1]);
    }

    @Override
    public int find(byte[] bytes, int from, int to) {
        long[] own = own(Digits.high(bytes, from), Digits.low(bytes, from));
        return devices.find(own[0], own[1]);
    }

    @Override
    public int copy(int number, byte[] target, int at) {
        long high = devices.high(number);
        long low = devices.low(number);
        for (int round = 0; round < ROUNDS; round++) {
            long next = Digits.plus(high, mixed(low, round));
            high = low;
            low = next;
        }
        return Digits.write(high, low, target, at);
    }

    /** Audience Manager's own id for an Experience Cloud ID: the rounds backwards. */
    private long[] own(long ecidHigh, long ecidLow) {
        long high = ecidHigh;
        long low = ecidLow;
        for (int round = ROUNDS - 1; round >= 0; round--) {
            long before = Digits.minus(low, mixed(high, round));
            low = high;
            high = before;
        }
        return new long[] {high, low};
    }

    private long mixed(long half, int round) {
        long mixed = (half ^ key) * 0x9E3779B97F4A7C15L + round;
        mixed = (mixed ^ (mixed >>> 31)) * 0xC2B2AE3D27D4EB4FL;
        return Long.remainderUnsigned(mixed ^ (mixed >>> 29), Digits.LIMIT);
    }

    @Override
    public int length(int number) {
        return Digits.LENGTH;
    }

    @Override
    public String text(int number) {
        byte[] digits = new byte[Digits.LENGTH];
        copy(number, digits, 0);
        return new String(digits, StandardCharsets.US_ASCII);
    }
}
