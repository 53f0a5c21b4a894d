// Command codecs times this project's Go codecs beside other libraries: codecs CONTENT_DIR [--quick].
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "go bench:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) == 0 {
		return errors.New("usage: codecs CONTENT_DIR [--quick]")
	}
	speed := full
	if slices.Contains(args[1:], "--quick") {
		speed = quick
	}
	found, err := messages(args[0])
	if err != nil {
		return err
	}
	report(speed, found)
	files, err := filepath.Glob(filepath.Join(args[0], "growth", "*.bin"))
	if err != nil {
		return err
	}
	// A file at a time, so that the values of one size only are in memory.
	for _, path := range files {
		found, err := growth(path)
		if err != nil {
			return err
		}
		report(speed, found)
	}
	return nil
}

// line is one line of output.
type line struct {
	Message string  `json:"message"`
	Library string  `json:"library"`
	Version string  `json:"version"`
	Op      string  `json:"op"`
	NS      float64 `json:"ns"`
	Bytes   int     `json:"bytes"`
	Growth  bool    `json:"growth,omitempty"`
}

func report(speed mode, operations []operation) {
	out := json.NewEncoder(os.Stdout)
	for i, ns := range speed.measure(operations) {
		it := operations[i]
		ns, _ = strconv.ParseFloat(strconv.FormatFloat(ns, 'g', 4, 64), 64)
		out.Encode(line{it.message, it.library, version(it.library), it.op, ns, it.bytes, it.growth})
	}
}

// version is the exact one that the program was built with.
func version(library string) string {
	switch library {
	case meshwright:
		return "0.1.0"
	case plainJSON:
		return runtime.Version()
	}
	build, _ := debug.ReadBuildInfo()
	for _, dependency := range build.Deps {
		if dependency.Path == modules[library] {
			return dependency.Version
		}
	}
	return "unknown"
}
