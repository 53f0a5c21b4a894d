import type { Const, Counted, Duration, Embedded, Flags, Layout, Limit, Packed, Reserved, Sized, Text, Timestamp, Unit, i16, u16, u32, u8 } from "meshwright/lang";
import type { StationId } from "./station.js";

/** What goes over the radio every ten minutes: 24 bytes, each at its place. */
export interface Reading extends Packed<24> {
  magic: Const<u16, 0x5752>;
  version: Const<u8, 1>;
  flags: Flags<u8, ReadingFlag>;
  station: StationId;
  takenAt: Timestamp<"s", u32>;
  temperature: Unit<Limit<i16, -900, 600>, "tenths of °C">;
  pressure: Unit<u16, "tenths of hPa">;
  windSpeed: Unit<u16, "cm/s">;
  windFrom: Unit<Limit<u16, 0, 359>, "degrees">;
  /** Since the reading before. */
  rain: Unit<u16, "hundredths of mm">;
  humidity: Unit<Limit<u8, 0, 100>, "%">;
  reserved: Reserved<1>;
}

export interface ReadingFlag {
  lowBattery: 0x01;
  /** Somebody is working on the station: not to be trusted. */
  calibrating: 0x02;
  /** @deprecated Stations free a stuck vane by themselves since 1.1. */
  vaneStuck: 0x04;
}

/** What a station has kept while the network was away. */
export interface Backlog extends Layout {
  interval: Duration<"s", u16>;
  readings: Counted<u16, Embedded<Reading>[]>;
  /** @since 1.1 */
  remark?: Sized<u8, Text>;
}
