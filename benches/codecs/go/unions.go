package main

import (
	codecbench "meshwright.generated/codec-bench"

	"meshwright.bench/codecs/build/flat"
	"meshwright.bench/codecs/build/pb"
)

func pbCommand(command codecbench.Command) *pb.Command {
	switch it := command.Case.(type) {
	case *codecbench.CommandMove:
		return &pb.Command{Command: &pb.Command_Move_{Move: convert[*pb.Command_Move](it)}}
	case *codecbench.CommandLine:
		return &pb.Command{Command: &pb.Command_Line_{Line: convert[*pb.Command_Line](it)}}
	case *codecbench.CommandCurve:
		return &pb.Command{Command: &pb.Command_Curve_{Curve: convert[*pb.Command_Curve](it)}}
	case *codecbench.CommandColour:
		return &pb.Command{Command: &pb.Command_Colour_{Colour: convert[*pb.Command_Colour](it)}}
	case *codecbench.CommandLabel:
		return &pb.Command{Command: &pb.Command_Label_{Label: convert[*pb.Command_Label](it)}}
	default:
		return &pb.Command{Command: &pb.Command_Layer_{Layer: convert[*pb.Command_Layer](it)}}
	}
}

func fromPBCommand(command *pb.Command) codecbench.CommandCase {
	switch it := command.Command.(type) {
	case *pb.Command_Move_:
		return convert[*codecbench.CommandMove](it.Move)
	case *pb.Command_Line_:
		return convert[*codecbench.CommandLine](it.Line)
	case *pb.Command_Curve_:
		return convert[*codecbench.CommandCurve](it.Curve)
	case *pb.Command_Colour_:
		return convert[*codecbench.CommandColour](it.Colour)
	case *pb.Command_Label_:
		return convert[*codecbench.CommandLabel](it.Label)
	default:
		return convert[*codecbench.CommandLayer](it.(*pb.Command_Layer_).Layer)
	}
}

func flatCommand(command codecbench.Command) *flat.AnyCommandT {
	switch it := command.Case.(type) {
	case *codecbench.CommandMove:
		return &flat.AnyCommandT{Type: flat.AnyCommandMove, Value: convert[*flat.MoveT](it)}
	case *codecbench.CommandLine:
		return &flat.AnyCommandT{Type: flat.AnyCommandLine, Value: convert[*flat.LineT](it)}
	case *codecbench.CommandCurve:
		return &flat.AnyCommandT{Type: flat.AnyCommandCurve, Value: convert[*flat.CurveT](it)}
	case *codecbench.CommandColour:
		return &flat.AnyCommandT{Type: flat.AnyCommandColour, Value: convert[*flat.ColourT](it)}
	case *codecbench.CommandLabel:
		return &flat.AnyCommandT{Type: flat.AnyCommandLabel, Value: convert[*flat.LabelT](it)}
	default:
		return &flat.AnyCommandT{Type: flat.AnyCommandLayer, Value: convert[*flat.LayerT](it)}
	}
}

func fromFlatCommand(command *flat.AnyCommandT) codecbench.CommandCase {
	switch it := command.Value.(type) {
	case *flat.MoveT:
		return convert[*codecbench.CommandMove](it)
	case *flat.LineT:
		return convert[*codecbench.CommandLine](it)
	case *flat.CurveT:
		return convert[*codecbench.CommandCurve](it)
	case *flat.ColourT:
		return convert[*codecbench.CommandColour](it)
	case *flat.LabelT:
		return convert[*codecbench.CommandLabel](it)
	default:
		return convert[*codecbench.CommandLayer](it)
	}
}

func flatInventory(inventory codecbench.Inventory) *flat.InventoryT {
	entries := &flat.InventoryT{}
	for name, stock := range inventory.Stock {
		entries.Stock = append(entries.Stock, &flat.StockEntryT{Name: name, Count: stock.Count, Price: stock.Price, Shelf: stock.Shelf, Weight: stock.Weight})
	}
	return entries
}

func fromFlatInventory(entries *flat.InventoryT) codecbench.Inventory {
	inventory := codecbench.Inventory{Stock: map[string]codecbench.Stock{}}
	for _, it := range entries.Stock {
		inventory.Stock[it.Name] = codecbench.Stock{Count: it.Count, Price: it.Price, Shelf: it.Shelf, Weight: it.Weight}
	}
	return inventory
}
