// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.function.UnaryOperator;

/** Records with other components. */
final class Records {
    private Records() {}

    /** {@code record} with each component as {@code other} makes it. */
    static Object with(Record record, UnaryOperator<Object> other) {
        try {
            RecordComponent[] components = record.getClass().getRecordComponents();
            Object[] values = new Object[components.length];
            Class<?>[] types = new Class<?>[components.length];
            boolean changed = false;
            for (int i = 0; i < components.length; i++) {
                components[i].getAccessor().setAccessible(true);
                Object value = components[i].getAccessor().invoke(record);
                types[i] = components[i].getType();
                values[i] = other.apply(value);
                changed |= values[i] != value;
            }
            Constructor<?> made = record.getClass().getDeclaredConstructor(types);
            made.setAccessible(true);
            return changed ? made.newInstance(values) : record;
        } catch (ReflectiveOperationException refused) {
            throw new IllegalStateException(refused);
        }
    }
}
