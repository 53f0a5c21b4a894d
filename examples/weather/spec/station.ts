import type { Brand, Compact, Enum, Limit, Map, Open, Pattern, Text, Unit, i16, i32, u32, u8 } from "meshwright/lang";

/** Given out by the network; never used twice. */
export type StationId = Brand<"StationId", u32>;

/** Sent once when a station joins, and after each change. */
export interface Station extends Compact {
  id: StationId;
  /** Country and number, as painted on the mast. */
  callSign: Pattern<Text, "[A-Z]{2}-[0-9]{4}">;
  name: Limit<Text, 1, 64>;
  place: Place;
  /** By the number of the port that it is plugged into. */
  sensors: Map<u8, Sensor>;
  /** Whom to call when it falls silent. */
  operator?: Text;
}

export interface Place {
  latitude: Unit<Limit<i32, -90_000_000, 90_000_000>, "millionths of a degree north">;
  longitude: Unit<Limit<i32, -180_000_000, 180_000_000>, "millionths of a degree east">;
  elevation: Unit<i16, "m above the sea">;
}

/** Open: who does not know a kind that came later keeps its number. */
export type Sensor = Open<Enum<u8, SensorKind>>;

export interface SensorKind {
  thermometer: 1;
  hygrometer: 2;
  barometer: 3;
  anemometer: 4;
  /** @since 1.1 */
  rainGauge: 5;
}
