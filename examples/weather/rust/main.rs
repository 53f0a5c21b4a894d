//! Writes a forecast, reads the one that another program wrote, and shows what becomes of bad input.

use std::collections::BTreeMap;
use std::error::Error;
use std::{env, fs};

use weather::alert::Alert;
use weather::forecast::{Forecast, Hour, Sky};
use weather::station::StationId;

const ALERT: &[u8] = br#"{"kind":"storm","station":7,"severity":"severe","starts_at":1700003600,"ends_at":1700010800,"gusts":104}"#;

fn main() -> Result<(), Box<dyn Error>> {
    let [own, other] = env::args()
        .skip(1)
        .collect::<Vec<_>>()
        .try_into()
        .map_err(|_| "usage: demo OWN OTHER")?;
    let forecast = Forecast {
        station: StationId(7),
        issued_at: 1_700_000_000,
        hours: vec![
            Hour {
                sky: Sky::Cloudy,
                temperature: 17,
                rain_chance: 30,
                gusts: None,
            },
            Hour {
                sky: Sky::Thunder,
                temperature: 14,
                rain_chance: 95,
                gusts: Some(71),
            },
        ],
        summary: BTreeMap::from([
            ("en".into(), "Storm from the west.".into()),
            ("de".into(), "Sturm von Westen.".into()),
        ]),
    };
    fs::write(own, forecast.encode()?)?;

    let bytes = fs::read(other)?;
    let theirs = Forecast::decode(&bytes)?;
    println!(
        "station {}: {} bytes, as here: {}",
        theirs.station.0,
        bytes.len(),
        theirs == forecast
    );
    for hour in &theirs.hours {
        let gusts = hour
            .gusts
            .map(|speed| format!(", gusts {speed} km/h"))
            .unwrap_or_default();
        println!(
            "  {} °C, rain {} %{gusts}",
            hour.temperature, hour.rain_chance
        );
    }
    match Alert::decode(ALERT)? {
        Alert::Storm(storm) => println!("storm at {}, gusts {} km/h", storm.station.0, storm.gusts),
        Alert::Frost(frost) => {
            println!("frost at {}, down to {} °C", frost.station.0, frost.lowest)
        }
        Alert::AllClear(clear) => println!("all clear at {}", clear.station.0),
    }
    if let Err(error) = Forecast::decode(&bytes[..bytes.len() - 1]) {
        println!(
            "refused: {} at byte {}, {}",
            error.kind(),
            error.offset(),
            error.path()
        );
    }
    Ok(())
}
