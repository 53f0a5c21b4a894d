import type { Enum, Internal, Json, Text, Timestamp, Unit, f32, u16, u32, u8 } from "meshwright/lang";
import type { StationId } from "./station.js";

/** What subscribers are told, as JSON for browsers and webhooks. */
export type Alert = Json<Internal<"kind", { storm: Storm; frost: Frost; allClear: AllClear }>>;

export interface Storm {
  station: StationId;
  severity: Severity;
  startsAt: Timestamp<"s", u32>;
  endsAt: Timestamp<"s", u32>;
  gusts: Unit<u16, "km/h">;
  advice?: Text;
}

export interface Frost {
  station: StationId;
  severity: Severity;
  lowest: Unit<f32, "°C">;
}

export interface AllClear {
  station: StationId;
}

export type Severity = Enum<u8, { minor: 1; severe: 2; extreme: 3 }>;
