"""Writes a forecast, reads the one that another program wrote, and shows what becomes of bad input."""

import sys
from pathlib import Path

from weather import DecodeError
from weather.alert import Alert
from weather.forecast import Forecast, Hour, Sky
from weather.station import StationId

ALERT = b'{"kind":"storm","station":7,"severity":"severe","starts_at":1700003600,"ends_at":1700010800,"gusts":104}'


def main(own: Path, other: Path) -> None:
    forecast = Forecast(
        station=StationId(7),
        issued_at=1_700_000_000,
        hours=[
            Hour(sky=Sky.CLOUDY, temperature=17, rain_chance=30),
            Hour(sky=Sky.THUNDER, temperature=14, rain_chance=95, gusts=71),
        ],
        summary={"en": "Storm from the west.", "de": "Sturm von Westen."},
    )
    own.write_bytes(forecast.encode())

    data = other.read_bytes()
    theirs = Forecast.decode(data)
    print(f"station {theirs.station}: {len(data)} bytes, as here: {str(theirs == forecast).lower()}")
    for hour in theirs.hours:
        gusts = "" if hour.gusts is None else f", gusts {hour.gusts} km/h"
        print(f"  {hour.temperature} °C, rain {hour.rain_chance} %{gusts}")
    match Alert.decode(ALERT):
        case Alert.Storm(storm):
            print(f"storm at {storm.station}, gusts {storm.gusts} km/h")
        case Alert.Frost(frost):
            print(f"frost at {frost.station}, down to {frost.lowest} °C")
        case Alert.AllClear(clear):
            print(f"all clear at {clear.station}")
    try:
        Forecast.decode(data[:-1])
    except DecodeError as error:
        print(f"refused: {error.kind} at byte {error.offset}, {error.path}")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
