package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	codecbench "meshwright.generated/codec-bench"
)

// growth gives what there is to time of one growth file.
func growth(path string) ([]operation, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	name, _, _ := strings.Cut(filepath.Base(path), "-")
	var found []operation
	switch name {
	case "GrowthBytes":
		found, err = grown(name, data, codecbench.DecodeGrowthBytes)
	case "GrowthText":
		found, err = grown(name, data, codecbench.DecodeGrowthText)
	case "GrowthNumbers":
		found, err = grown(name, data, codecbench.DecodeGrowthNumbers)
	case "GrowthDocument":
		found, err = grown(name, data, codecbench.DecodeGrowthDocument)
	default:
		err = fmt.Errorf("%s is no growth message", path)
	}
	for i := range found {
		found[i].growth = true
	}
	return found, err
}

func grown[C any, P message[C]](name string, data []byte, decode func([]byte) (C, error)) ([]operation, error) {
	content, err := decode(data)
	if err != nil {
		return nil, err
	}
	codec := ours[C, P](decode)
	codec.reuse = nil
	return operations(name, meshwright, content, codec)
}
