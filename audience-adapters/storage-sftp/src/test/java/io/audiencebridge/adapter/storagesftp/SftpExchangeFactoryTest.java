// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storagesftp;

import io.audiencebridge.contractkit.FactoryContract;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.FileExchangeFactory;
import io.audiencebridge.domain.system.Secret;
import io.vavr.control.Either;
import java.util.List;

final class SftpExchangeFactoryTest extends FactoryContract<SftpSettings> {
    private static final String PASSWORD = "p8e-0815-4711";

    @Override
    protected Class<?> port() {
        return FileExchangeFactory.class;
    }

    @Override
    protected Class<?> factory() {
        return SftpExchangeFactory.class;
    }

    @Override
    protected Class<SftpSettings> settings() {
        return new SftpExchangeFactory().settings();
    }

    @Override
    protected SftpSettings sound() {
        return settings("sftp.example.com", 4);
    }

    @Override
    protected SftpSettings broken() {
        return settings("sftp://example.com/", 0);
    }

    @Override
    protected List<String> mistakes() {
        return List.of("host", "channels");
    }

    @Override
    protected List<String> secrets() {
        return List.of(PASSWORD);
    }

    @Override
    protected Either<BridgeError, ?> open(SftpSettings settings) {
        return new SftpExchangeFactory().open(settings);
    }

    private static SftpSettings settings(String host, int channels) {
        return SftpSettings.builder()
                .host(host)
                .user("acme")
                .password(Secret.of(PASSWORD))
                .addHostKeys("SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
                .channels(channels)
                .build();
    }
}
