// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.nio.ByteOrder;
import java.security.DigestException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/** The allow-list of the domain: whatever is not named here is forbidden. */
final class Purity {

    private static final DescribedPredicate<JavaClass> LANGUAGE = resideInAnyPackage(
            "java.lang",
            "java.lang.annotation",
            "java.lang.invoke",
            "java.lang.runtime",
            "java.math..",
            "java.nio.charset",
            "java.time..",
            "java.util",
            "java.util.function",
            "java.util.regex",
            "java.util.stream");

    private static final DescribedPredicate<JavaClass> LIBRARIES =
            resideInAnyPackage("io.vavr..", "org.immutables.value..", "org.jspecify.annotations");

    private static final DescribedPredicate<JavaClass> HANDED_IN = resideInAnyPackage("java.util.concurrent.atomic")
            .or(type(ConcurrentLinkedQueue.class))
            .or(type(Executor.class))
            .or(type(CompletionStage.class));

    private static final DescribedPredicate<JavaClass> TEXT =
            type(Normalizer.class).or(type(Normalizer.Form.class)).or(type(ByteOrder.class));

    /** What only the identity package may touch, for it hashes keys. */
    static final DescribedPredicate<JavaClass> CRYPTOGRAPHY = resideInAnyPackage("java.security..", "javax.crypto..");

    private static final DescribedPredicate<JavaClass> HASHING = resideInAnyPackage("javax.crypto..")
            .or(type(MessageDigest.class))
            .or(type(GeneralSecurityException.class))
            .or(type(NoSuchAlgorithmException.class))
            .or(type(DigestException.class));

    private Purity() {}

    static DescribedPredicate<JavaClass> allowedIn(DomainMap map) {
        return resideInAnyPackage(map.everything())
                .or(LANGUAGE)
                .or(LIBRARIES)
                .or(HANDED_IN)
                .or(TEXT)
                .or(HASHING)
                .as("the domain, values of the JDK, Vavr, Immutables and JSpecify");
    }
}
