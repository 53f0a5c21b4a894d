import type { Compact, Enum, Limit, Map, Open, Pattern, Text, Timestamp, Unit, i8, u32, u8 } from "meshwright/lang";
import type { StationId } from "./station.js";

/** The next two days at a station. */
export interface Forecast extends Compact {
  station: StationId;
  issuedAt: Timestamp<"s", u32>;
  hours: Limit<Hour[], 1, 48>;
  /** A sentence for people, by language. */
  summary: Map<Pattern<Text, "[a-z]{2}">, Text>;
}

export interface Hour {
  sky: Sky;
  temperature: Unit<i8, "°C">;
  rainChance: Unit<Limit<u8, 0, 100>, "%">;
  /** Only where they are worth a warning. */
  gusts?: Unit<u8, "km/h">;
}

export type Sky = Open<Enum<u8, { clear: 0; cloudy: 1; rain: 2; snow: 3; thunder: 4 }>>;
