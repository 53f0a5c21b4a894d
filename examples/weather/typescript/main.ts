/** Writes a forecast, reads the one that another program wrote, and shows what becomes of bad input. */
import { readFileSync, writeFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { Alert, DecodeError, Forecast, StationId } from "@example/weather";

const [own, other] = process.argv.slice(2);
if (own === undefined || other === undefined) throw new Error("usage: node main.js OWN OTHER");

const forecast: Forecast = {
  station: StationId(7),
  issuedAt: 1_700_000_000,
  hours: [
    { sky: "cloudy", temperature: 17, rainChance: 30 },
    { sky: "thunder", temperature: 14, rainChance: 95, gusts: 71 },
  ],
  summary: new Map([["en", "Storm from the west."], ["de", "Sturm von Westen."]]),
};
writeFileSync(own, Forecast.encode(forecast));

const bytes = readFileSync(other);
const theirs = Forecast.decode(bytes);
console.log(`station ${theirs.station}: ${bytes.length} bytes, as here: ${isDeepStrictEqual(theirs, forecast)}`);
for (const { temperature, rainChance, gusts } of theirs.hours) {
  console.log(`  ${temperature} °C, rain ${rainChance} %${gusts === undefined ? "" : `, gusts ${gusts} km/h`}`);
}

const json = '{"kind":"storm","station":7,"severity":"severe","starts_at":1700003600,"ends_at":1700010800,"gusts":104}';
const alert = Alert.decode(new TextEncoder().encode(json));
switch (alert.case) {
  case "storm": console.log(`storm at ${alert.value.station}, gusts ${alert.value.gusts} km/h`); break;
  case "frost": console.log(`frost at ${alert.value.station}, down to ${alert.value.lowest} °C`); break;
  case "allClear": console.log(`all clear at ${alert.value.station}`); break;
}

try {
  Forecast.decode(bytes.subarray(0, -1));
} catch (error) {
  if (!(error instanceof DecodeError)) throw error;
  console.log(`refused: ${error.kind} at byte ${error.offset}, ${error.path}`);
}
