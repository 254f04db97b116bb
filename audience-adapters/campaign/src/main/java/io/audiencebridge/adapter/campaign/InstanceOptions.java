// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.adapter.campaign.client.OptionValue;
import io.audiencebridge.adapter.campaign.client.SoapMethod;
import io.audiencebridge.adapter.campaign.client.SoapType;
import io.audiencebridge.adapter.campaign.client.XmlElement;
import io.audiencebridge.adapter.campaign.soap.CampaignSoap;
import io.audiencebridge.adapter.campaign.soap.Timestamps;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.util.function.Function;

/**
 * The options of an instance, typed by the code that Campaign gives each. Source: {@code xtk:session#GetOption}; Adobe's own client, which reads an option's
 * type before it writes, and writes {@code xtk:option} with one attribute for each kind of value.
 */
final class InstanceOptions {
    private static final int TEXT = 6;
    private static final int WHOLE = 3;
    private static final int FRACTION = 5;
    private static final int MOMENT = 7;
    private static final int DAY = 10;
    private static final int MEMO = 12;
    private static final int FLAG = 15;

    /** Which Java value a code stands for. */
    private static final Map<Integer, Function<String, Option<? extends OptionValue>>> READERS = HashMap.of(
            TEXT, text -> Option.some(new OptionValue.Text(text)),
            WHOLE, text -> whole(text),
            FRACTION, text -> fraction(text),
            MOMENT, text -> Timestamps.instant(text).map(OptionValue.Moment::new),
            DAY, text -> Timestamps.date(text).map(OptionValue.Day::new),
            MEMO, text -> Option.some(new OptionValue.Memo(text)),
            FLAG, text -> Option.some(new OptionValue.Flag(text.equals("1") || text.equals("true"))));

    /** Codes that are read as another one: byte, short and time span as whole numbers, float as double, CDATA as memo. */
    private static final Map<Integer, Integer> ALIKE = HashMap.of(1, WHOLE, 2, WHOLE, 14, WHOLE, 4, FRACTION, 13, MEMO);

    private final CampaignSoap soap;

    InstanceOptions(CampaignSoap soap) {
        this.soap = soap;
    }

    Either<BridgeError, Option<OptionValue>> read(String name, Call call) {
        return stored(name, call).flatMap(stored -> stored.value(name, call));
    }

    Either<BridgeError, Option<OptionValue>> write(String name, OptionValue value, Call call) {
        return stored(name, call)
                .flatMap(stored -> stored.value(name, call)
                        .flatMap(before -> typed(name, stored.type(), value)
                                .flatMap(type -> soap.call(writing(name, type, value), call))
                                .map(done -> before)));
    }

    private Either<BridgeError, Stored> stored(String name, Call call) {
        if (name.isBlank()) {
            return Either.left(BridgeError.InvalidRequest.of("option", "must have a name, such as XtkDatabaseId"));
        }
        SoapMethod method = SoapMethod.of("xtk:session", "GetOption")
                .in("name", SoapType.STRING, name)
                .out("value", SoapType.STRING)
                .out("type", SoapType.BYTE)
                .idempotent(true)
                .build();
        return soap.call(method, call)
                .map(outputs -> new Stored(
                        outputs.value(0, SoapType.STRING).getOrElse(""),
                        outputs.value(1, SoapType.BYTE).getOrElse((byte) 0)));
    }

    /** An option that is there keeps its type, of which Campaign has several for some kinds. */
    private static Either<BridgeError, Integer> typed(String name, int type, OptionValue value) {
        int own = code(value);
        if (type == 0) {
            return Either.right(own);
        }
        return ALIKE.getOrElse(type, type) == own
                ? Either.right(type)
                : Either.left(BridgeError.InvalidRequest.of(
                        "option " + name,
                        "has values of another type (code " + type + "); read it, and set a value of that type"));
    }

    private static SoapMethod writing(String name, int type, OptionValue value) {
        XmlElement option = XmlElement.of("option")
                .with("xtkschema", "xtk:option")
                .with("_operation", "insertOrUpdate")
                .with("_key", "@name")
                .with("name", name)
                .with("dataType", String.valueOf(type));
        return SoapMethod.of("xtk:persist", "Write")
                .in("doc", SoapType.DOCUMENT, option.with(attribute(value), text(value)))
                .idempotent(true)
                .build();
    }

    private static int code(OptionValue value) {
        if (value instanceof OptionValue.Text) {
            return TEXT;
        }
        if (value instanceof OptionValue.Whole) {
            return WHOLE;
        }
        if (value instanceof OptionValue.Fraction) {
            return FRACTION;
        }
        if (value instanceof OptionValue.Moment) {
            return MOMENT;
        }
        if (value instanceof OptionValue.Day) {
            return DAY;
        }
        return value instanceof OptionValue.Memo ? MEMO : FLAG;
    }

    private static String attribute(OptionValue value) {
        if (value instanceof OptionValue.Text) {
            return "stringValue";
        }
        if (value instanceof OptionValue.Memo) {
            return "memoValue";
        }
        if (value instanceof OptionValue.Fraction) {
            return "doubleValue";
        }
        return value instanceof OptionValue.Moment || value instanceof OptionValue.Day ? "timeStampValue" : "longValue";
    }

    private static String text(OptionValue value) {
        if (value instanceof OptionValue.Text text) {
            return text.value();
        }
        if (value instanceof OptionValue.Memo memo) {
            return memo.value();
        }
        if (value instanceof OptionValue.Whole whole) {
            return String.valueOf(whole.value());
        }
        if (value instanceof OptionValue.Fraction fraction) {
            return String.valueOf(fraction.value());
        }
        if (value instanceof OptionValue.Moment moment) {
            return moment.value().toString();
        }
        return value instanceof OptionValue.Day day
                ? day.value().toString()
                : ((OptionValue.Flag) value).value() ? "1" : "0";
    }

    /** An empty number is 0, as Campaign reads it. */
    private static Option<OptionValue.Whole> whole(String text) {
        return text.isBlank()
                ? Option.some(new OptionValue.Whole(0))
                : number(text)
                        .filter(number -> number.stripTrailingZeros().scale() <= 0
                                && number.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0)
                        .map(number -> new OptionValue.Whole(number.longValue()));
    }

    private static Option<OptionValue.Fraction> fraction(String text) {
        return text.isBlank()
                ? Option.some(new OptionValue.Fraction(0))
                : number(text).map(number -> new OptionValue.Fraction(number.doubleValue()));
    }

    private static Option<BigDecimal> number(String text) {
        return text.matches("[+-]?[0-9]{1,40}(\\.[0-9]{0,40})?([eE][+-]?[0-9]{1,3})?")
                ? Option.some(new BigDecimal(text))
                : Option.none();
    }

    /**
     * What Campaign has under a name.
     *
     * @param text the value
     * @param type the code of its type; 0 if there is no such option
     */
    private record Stored(String text, int type) {
        Either<BridgeError, Option<OptionValue>> value(String name, Call call) {
            if (type == 0) {
                return Either.right(Option.none());
            }
            Option<OptionValue> value = READERS.get(ALIKE.getOrElse(type, type))
                    .flatMap(reader -> reader.apply(text))
                    .map(OptionValue.class::cast);
            return value.isDefined() || isEmptyTime()
                    ? Either.right(value)
                    : Either.left(new BridgeError.ProtocolBreach(
                            "Campaign gave option " + name + " with a value that is none of its type (code " + type
                                    + "); correct the option, or read it by call(...)",
                            Incident.at(SystemId.CAMPAIGN, call.correlationId())));
        }

        private boolean isEmptyTime() {
            return text.isBlank() && (type == MOMENT || type == DAY);
        }
    }
}
