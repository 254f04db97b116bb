// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import io.audiencebridge.domain.call.Call;
import io.vavr.control.Either;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a broken port does instead of its work. */
enum Fault {
    /** Answers that the system cannot be reached. */
    IS_NEVER_THERE {
        @Override
        @Nullable
        Object answer(Invoked call) {
            return Either.left(Faults.unavailable());
        }
    },
    /** Goes on when the call was cancelled, or its time is up. */
    HEEDS_NO_CALL {
        @Override
        @Nullable
        Object answer(Invoked call) {
            return call.answer(
                    Faults.withEach(call.arguments(), argument -> argument instanceof Call ? Calls.ample() : argument));
        }
    },
    /** Answers what it answered the first time. */
    ANSWERS_AS_THE_FIRST_TIME {
        @Override
        @Nullable
        Object answer(Invoked call) {
            return Objects.requireNonNull(call.memory()
                    .computeIfAbsent(call.method().getName(), first -> Objects.requireNonNull(call.answer())));
        }
    },
    /** Takes every key, name, run or moment for the first one that it was given. */
    TAKES_ALL_FOR_THE_FIRST {
        @Override
        @Nullable
        Object answer(Invoked call) {
            return call.answer(Faults.withEach(
                    call.arguments(),
                    argument -> Faults.isName(argument)
                            ? call.memory().putIfAbsent(Faults.kind(argument), argument) == null
                                    ? argument
                                    : call.memory().get(Faults.kind(argument))
                            : argument));
        }
    },
    /** Does nothing, and answers as if there were nothing. */
    DOES_NOTHING {
        @Override
        @Nullable
        Object answer(Invoked call) {
            return Faults.neutral(call);
        }
    },
    /** Does everything twice. */
    DOES_IT_TWICE {
        @Override
        @Nullable
        Object answer(Invoked call) {
            call.answer();
            return call.answer();
        }
    },
    /** Works for the thread that called it first, and for no other. */
    WORKS_FOR_ONE_THREAD {
        @Override
        @Nullable
        Object answer(Invoked call) {
            Object first = call.memory().computeIfAbsent("thread", none -> Thread.currentThread());
            return first == Thread.currentThread() ? call.answer() : Faults.failed(call);
        }
    },
    /** Answers something near the truth: one more, the other way round, no longer there. */
    IS_OFF_BY_ONE {
        @Override
        @Nullable
        Object answer(Invoked call) {
            return Faults.withRight(call.answer(), Faults::nearly);
        }
    },
    /** Answers in the opposite order. */
    TURNS_THE_ORDER {
        @Override
        @Nullable
        Object answer(Invoked call) {
            return Faults.withRight(call.answer(), Faults::reversed);
        }
    },
    /** Leaves the first one out. */
    LEAVES_ONE_OUT {
        @Override
        @Nullable
        Object answer(Invoked call) {
            return Faults.withRight(call.answer(), Faults::short1);
        }
    },
    /** Gives the first one twice. */
    GIVES_ONE_TWICE {
        @Override
        @Nullable
        Object answer(Invoked call) {
            return Faults.withRight(call.answer(), Faults::doubled);
        }
    },
    /** Gives rows without their marks. */
    FORGETS_MARKS {
        @Override
        @Nullable
        Object answer(Invoked call) {
            return Faults.withRight(call.answer(), given -> RowFaults.unmarked(given));
        }
    },
    /** Gives rows whose keys are others. */
    GARBLES_KEYS {
        @Override
        @Nullable
        Object answer(Invoked call) {
            return Faults.withRight(call.answer(), given -> RowFaults.garbled(given));
        }
    },
    /** Says of every failure that the system cannot be reached. */
    BLAMES_THE_SYSTEM {
        @Override
        @Nullable
        Object answer(Invoked call) {
            return Faults.withLeft(call.answer(), error -> Faults.unavailable());
        }
    },
    /** Says what kind of failure it was and nothing more. */
    SAYS_NO_WORD {
        @Override
        @Nullable
        Object answer(Invoked call) {
            return Faults.withLeft(call.answer(), Faults::silent);
        }
    },
    /** Tells one mistake of several. */
    TELLS_ONE_MISTAKE {
        @Override
        @Nullable
        Object answer(Invoked call) {
            return Faults.withLeft(call.answer(), Faults::firstMistake);
        }
    },
    /** Answers as if there were nothing where it should fail. */
    HIDES_FAILURES {
        @Override
        @Nullable
        Object answer(Invoked call) {
            Object answer = call.answer();
            return answer instanceof Either<?, ?> either && either.isLeft() ? Faults.neutral(call) : answer;
        }
    },
    /** Answers with what it was given, as if there were nothing to do. */
    PASSES_IT_THROUGH {
        @Override
        @Nullable
        Object answer(Invoked call) {
            return call.asAnswered(call.arguments()[0]);
        }
    },
    /** Works, but no service file names its class. */
    IS_NOT_REGISTERED {
        @Override
        @Nullable
        Object answer(Invoked call) {
            return call.answer();
        }
    },
    /** Throws. */
    THROWS {
        @Override
        @Nullable
        Object answer(Invoked call) {
            throw new IllegalStateException("broken on purpose");
        }
    },
    /** Throws from the second time on. */
    THROWS_AGAIN {
        @Override
        @Nullable
        Object answer(Invoked call) {
            if (call.memory().put("again", true) != null) {
                throw new IllegalStateException("broken on purpose");
            }
            return call.answer();
        }
    },
    /** Finishes as soon as something was accepted. */
    FINISHES_EARLY {
        @Override
        @Nullable
        Object answer(Invoked call) {
            Object answer = call.answer();
            call.answerOf("finish");
            return answer;
        }
    },
    /** Finishes where it should give up. */
    FINISHES_INSTEAD {
        @Override
        @Nullable
        Object answer(Invoked call) {
            call.answerOf("finish");
            return null;
        }
    };

    /** What the broken port answers to {@code call}. */
    abstract @Nullable Object answer(Invoked call);
}
