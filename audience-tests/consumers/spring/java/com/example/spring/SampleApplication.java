// SPDX-License-Identifier: Apache-2.0
package com.example.spring;

import java.time.InstantSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** An application that shares audiences on request. */
@SpringBootApplication
public class SampleApplication {
    /** Runs it. */
    public static void main(String[] arguments) {
        SpringApplication.run(SampleApplication.class, arguments);
    }

    /** Only since the sandbox has a clock of its own. */
    @Bean
    InstantSource clock(Environment environment) {
        return new SandboxClock(environment.getRequiredProperty("CONTROL_URI"));
    }
}
