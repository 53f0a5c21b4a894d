// Writes a forecast, reads the one that another program wrote, and shows what becomes of bad input.
package main

import (
	"errors"
	"fmt"
	"log"
	"os"
	"reflect"

	"example.com/weather"
	"example.com/weather/codec"
)

const alert = `{"kind":"storm","station":7,"severity":"severe","starts_at":1700003600,"ends_at":1700010800,"gusts":104}`

func run(own, other string) error {
	gusts := uint8(71)
	forecast := weather.Forecast{
		Station:  7,
		IssuedAt: 1_700_000_000,
		Hours: []weather.Hour{
			{Sky: weather.SkyCloudy, Temperature: 17, RainChance: 30},
			{Sky: weather.SkyThunder, Temperature: 14, RainChance: 95, Gusts: &gusts},
		},
		Summary: map[string]string{"en": "Storm from the west.", "de": "Sturm von Westen."},
	}
	data, err := forecast.MarshalBinary()
	if err != nil {
		return err
	}
	if err := os.WriteFile(own, data, 0o644); err != nil {
		return err
	}

	if data, err = os.ReadFile(other); err != nil {
		return err
	}
	theirs, err := weather.DecodeForecast(data)
	if err != nil {
		return err
	}
	fmt.Printf("station %d: %d bytes, as here: %t\n", theirs.Station, len(data), reflect.DeepEqual(theirs, forecast))
	for _, hour := range theirs.Hours {
		fmt.Printf("  %d °C, rain %d %%", hour.Temperature, hour.RainChance)
		if hour.Gusts != nil {
			fmt.Printf(", gusts %d km/h", *hour.Gusts)
		}
		fmt.Println()
	}
	message, err := weather.DecodeAlert([]byte(alert))
	if err != nil {
		return err
	}
	switch c := message.Case.(type) {
	case *weather.AlertStorm:
		fmt.Printf("storm at %d, gusts %d km/h\n", c.Station, c.Gusts)
	case *weather.AlertFrost:
		fmt.Printf("frost at %d, down to %g °C\n", c.Station, c.Lowest)
	case *weather.AlertAllClear:
		fmt.Printf("all clear at %d\n", c.Station)
	}
	var refusal *codec.DecodeError
	if _, err := weather.DecodeForecast(data[:len(data)-1]); errors.As(err, &refusal) {
		fmt.Printf("refused: %v at byte %d, %s\n", refusal.Kind, refusal.Offset, refusal.Path)
	}
	return nil
}

func main() {
	if len(os.Args) != 3 {
		log.Fatal("usage: demo OWN OTHER")
	}
	if err := run(os.Args[1], os.Args[2]); err != nil {
		log.Fatal(err)
	}
}
