// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.enginespark;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.contractkit.ReconciliationEngineContract;
import io.audiencebridge.domain.spi.engine.EngineFactory;
import io.audiencebridge.domain.spi.engine.ReconciliationEngine;
import java.util.ServiceLoader;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

class SparkEngineTest extends ReconciliationEngineContract {
    private static final SparkSession SESSION = LocalSpark.session();

    @Override
    protected ReconciliationEngine open() {
        return new SparkEngineFactory()
                .open(
                        SparkEngineSettings.builder()
                                .session(SESSION)
                                .driverBytes(Integer.getInteger("large.bytes", 1 << 20))
                                .build(),
                        Runnable::run,
                        1)
                .get();
    }

    @Override
    protected int worlds() {
        return 12;
    }

    @Override
    protected int rows() {
        return 30_000;
    }

    @Test
    void a_bridge_finds_its_factory() {
        assertThat(ServiceLoader.load(EngineFactory.class).stream().map(ServiceLoader.Provider::type))
                .containsExactly(SparkEngineFactory.class);
    }

    @Test
    void the_session_of_the_process_is_taken_when_the_settings_name_none() {
        var engine = new SparkEngineFactory().open(SparkEngineSettings.builder().build(), Runnable::run, 1);

        assertThat(engine.isRight()).isTrue();
    }

    @Test
    void too_little_room_on_the_driver_is_refused() {
        var engine = new SparkEngineFactory()
                .open(SparkEngineSettings.builder().driverBytes(5).build(), Runnable::run, 1);

        assertThat(engine.getLeft().message()).contains("driverBytes", "65536");
    }
}
