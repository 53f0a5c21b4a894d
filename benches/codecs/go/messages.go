package main

import (
	"os"
	"path/filepath"

	codecbench "meshwright.generated/codec-bench"

	"meshwright.bench/codecs/build/flat"
	"meshwright.bench/codecs/build/pb"
)

// messages gives what there is to time of the eight messages, whose values it reads from folder.
func messages(folder string) ([]operation, error) {
	b := builder{folder: folder}
	header := load(&b, "PacketHeader", codecbench.DecodePacketHeader)
	add(&b, header, protobuf, google[codecbench.PacketHeader, pb.PacketHeader]())
	add(&b, header, vtprotobuf, vt[codecbench.PacketHeader, pb.PacketHeader]())
	add(&b, header, flatBuffers, zeroCopy[codecbench.PacketHeader](func(data []byte) *flat.PacketHeaderT { return flat.GetRootAsPacketHeader(data, 0).UnPack() }))

	report := load(&b, "MachineReport", codecbench.DecodeMachineReport)
	add(&b, report, protobuf, google[codecbench.MachineReport, pb.MachineReport]())
	add(&b, report, vtprotobuf, vt[codecbench.MachineReport, pb.MachineReport]())
	add(&b, report, flatBuffers, zeroCopy[codecbench.MachineReport](func(data []byte) *flat.MachineReportT { return flat.GetRootAsMachineReport(data, 0).UnPack() }))

	order := load(&b, "Order", codecbench.DecodeOrder)
	add(&b, order, protobuf, google[codecbench.Order, pb.Order]())
	add(&b, order, vtprotobuf, vt[codecbench.Order, pb.Order]())
	add(&b, order, flatBuffers, zeroCopy[codecbench.Order](func(data []byte) *flat.OrderT { return flat.GetRootAsOrder(data, 0).UnPack() }))

	profile := load(&b, "Profile", codecbench.DecodeProfile)
	add(&b, profile, protobuf, google[codecbench.Profile, pb.Profile]())
	add(&b, profile, vtprotobuf, vt[codecbench.Profile, pb.Profile]())
	add(&b, profile, flatBuffers, zeroCopy[codecbench.Profile](func(data []byte) *flat.ProfileT { return flat.GetRootAsProfile(data, 0).UnPack() }))

	samples := load(&b, "SampleArray", codecbench.DecodeSampleArray)
	add(&b, samples, protobuf, google[codecbench.SampleArray, pb.SampleArray]())
	add(&b, samples, vtprotobuf, vt[codecbench.SampleArray, pb.SampleArray]())
	add(&b, samples, flatBuffers, zeroCopy[codecbench.SampleArray](func(data []byte) *flat.SampleArrayT { return flat.GetRootAsSampleArray(data, 0).UnPack() }))

	drawing := load(&b, "Drawing", codecbench.DecodeDrawing)
	add(&b, drawing, protobuf, google[codecbench.Drawing, pb.Drawing]())
	add(&b, drawing, vtprotobuf, vt[codecbench.Drawing, pb.Drawing]())
	add(&b, drawing, flatBuffers, zeroCopy[codecbench.Drawing](func(data []byte) *flat.DrawingT { return flat.GetRootAsDrawing(data, 0).UnPack() }))

	inventory := load(&b, "Inventory", codecbench.DecodeInventory)
	add(&b, inventory, protobuf, google[codecbench.Inventory, pb.Inventory]())
	add(&b, inventory, vtprotobuf, vt[codecbench.Inventory, pb.Inventory]())
	stock := zeroCopy[codecbench.Inventory](func(data []byte) *flat.InventoryT { return flat.GetRootAsInventory(data, 0).UnPack() })
	stock.from, stock.back = flatInventory, fromFlatInventory
	add(&b, inventory, flatBuffers, stock)

	invoice := load(&b, "Invoice", codecbench.DecodeInvoice)
	add(&b, invoice, protobuf, google[codecbench.Invoice, pb.Invoice]())
	add(&b, invoice, vtprotobuf, vt[codecbench.Invoice, pb.Invoice]())
	add(&b, invoice, plainJSON, standard())
	add(&b, invoice, sonicJSON, sonicStd())
	return b.found, b.err
}

// builder gathers operations up to the first error.
type builder struct {
	folder string
	found  []operation
	err    error
}

// loaded is a message and its content.
type loaded[C any] struct {
	message string
	content C
}

// load reads a message, and adds this project's codec of it.
func load[C any, P message[C]](b *builder, name string, decode func([]byte) (C, error)) loaded[C] {
	it := loaded[C]{message: name}
	data, err := os.ReadFile(filepath.Join(b.folder, name+".bin"))
	if err == nil {
		it.content, err = decode(data)
	}
	if err != nil && b.err == nil {
		b.err = err
	}
	add(b, it, meshwright, ours[C, P](decode))
	return it
}

func add[C, In, Out any](b *builder, it loaded[C], library string, codec codec[C, In, Out]) {
	if b.err != nil {
		return
	}
	found, err := operations(it.message, library, it.content, codec)
	b.found, b.err = append(b.found, found...), err
}
