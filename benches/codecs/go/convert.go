package main

import (
	"fmt"
	"reflect"
	"strings"

	codecbench "meshwright.generated/codec-bench"

	"meshwright.bench/codecs/build/flat"
	"meshwright.bench/codecs/build/pb"
)

// convert makes a value of another library's type of content, or the other way round: fields with the same name take each other's value, whatever
// their types. It is used before the clock starts only.
func convert[To any](from any) To {
	var to To
	copyValue(reflect.ValueOf(&to).Elem(), reflect.ValueOf(from))
	return to
}

func copyValue(to, from reflect.Value) {
	if special(to, from) {
		return
	}
	if from.Kind() == reflect.Pointer {
		if !from.IsNil() {
			copyValue(to, from.Elem())
		}
		return
	}
	switch to.Kind() {
	case reflect.Pointer:
		to.Set(reflect.New(to.Type().Elem()))
		copyValue(to.Elem(), from)
	case reflect.Struct:
		copyFields(to, from)
	case reflect.Slice:
		to.Set(reflect.MakeSlice(to.Type(), from.Len(), from.Len()))
		copyElements(to, from)
	case reflect.Array:
		copyElements(to, from)
	case reflect.Map:
		to.Set(reflect.MakeMap(to.Type()))
		for entries := from.MapRange(); entries.Next(); {
			value := reflect.New(to.Type().Elem()).Elem()
			copyValue(value, entries.Value())
			to.SetMapIndex(entries.Key(), value)
		}
	default:
		to.Set(from.Convert(to.Type()))
	}
}

func copyElements(to, from reflect.Value) {
	for i := range from.Len() {
		copyValue(to.Index(i), from.Index(i))
	}
}

func copyFields(to, from reflect.Value) {
	for i := range to.NumField() {
		field := to.Type().Field(i)
		if !field.IsExported() {
			continue
		}
		copyValue(to.Field(i), fieldNamed(from, field.Name))
	}
}

func fieldNamed(value reflect.Value, name string) reflect.Value {
	for i := range value.NumField() {
		if field := value.Type().Field(i); field.IsExported() && strings.EqualFold(field.Name, name) {
			return value.Field(i)
		}
	}
	panic(fmt.Sprintf("%v has no %s", value.Type(), name))
}

// special does what names and kinds do not say: unions, and enums that are text in plain JSON.
func special(to, from reflect.Value) bool {
	switch source := from.Interface().(type) {
	case codecbench.Command:
		switch to.Interface().(type) {
		case *pb.Command:
			to.Set(reflect.ValueOf(pbCommand(source)))
		case *flat.CommandT:
			to.Set(reflect.ValueOf(&flat.CommandT{Command: flatCommand(source)}))
		}
	case *pb.Command:
		to.Set(reflect.ValueOf(codecbench.Command{Case: fromPBCommand(source)}))
	case *flat.CommandT:
		to.Set(reflect.ValueOf(codecbench.Command{Case: fromFlatCommand(source.Command)}))
	case codecbench.Tax:
		if to.Kind() != reflect.String {
			return false
		}
		to.SetString(source.String())
	case string:
		if to.Kind() != reflect.Uint32 {
			return false
		}
		to.SetUint(map[string]uint64{"none": 0, "reduced": 1, "standard": 2}[source])
	default:
		return false
	}
	return true
}
