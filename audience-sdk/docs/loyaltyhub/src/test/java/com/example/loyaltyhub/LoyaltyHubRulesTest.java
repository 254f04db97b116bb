// SPDX-License-Identifier: Apache-2.0
package com.example.loyaltyhub;

import io.audiencebridge.contractkit.AdapterRulesContract;

final class LoyaltyHubRulesTest extends AdapterRulesContract {
    @Override
    protected String root() {
        return "com.example.loyaltyhub";
    }
}
