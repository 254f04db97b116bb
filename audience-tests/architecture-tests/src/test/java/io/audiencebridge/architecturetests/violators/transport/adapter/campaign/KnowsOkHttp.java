// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.transport.adapter.campaign;

import okhttp3.OkHttpClient;

public final class KnowsOkHttp {
    Object client = new OkHttpClient();
}
