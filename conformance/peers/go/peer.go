package main

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"

	"meshwright.dev/go/codec"
	"meshwright.dev/peer/neutral"
)

// Kinds of errors that are not the codecs'.
const (
	kindBadRequest = "bad_request"
	kindInternal   = "internal"
)

// peer answers requests.
type peer struct {
	types map[string]neutral.Type
	hello json.RawMessage
}

func newPeer(spec, version string, types map[string]neutral.Type) *peer {
	hello, err := json.Marshal(map[string]any{
		"language": "go",
		"version":  version,
		"spec":     spec,
		"features": []string{"codec"},
		"types":    slices.Sorted(maps.Keys(types)),
	})
	if err != nil {
		panic(err)
	}
	return &peer{types: types, hello: hello}
}

type request struct {
	ID    json.RawMessage `json:"id"`
	Op    string          `json:"op"`
	Type  string          `json:"type"`
	Value json.RawMessage `json:"value"`
	Bytes *string         `json:"bytes"`
}

type answer struct {
	ID    json.RawMessage `json:"id"`
	OK    json.RawMessage `json:"-"`
	Error *failure        `json:"error,omitempty"`
}

type failure struct {
	Kind    string  `json:"kind"`
	Message string  `json:"message"`
	Offset  *int    `json:"offset,omitempty"`
	Path    *string `json:"path,omitempty"`
}

// answer never fails: whatever goes wrong is the answer.
func (p *peer) answer(line []byte) []byte {
	var r request
	malformed := json.Unmarshal(line, &r)
	a := answer{ID: r.ID}
	if a.ID == nil {
		a.ID = json.RawMessage("null")
	}
	if malformed != nil {
		a.Error = &failure{Kind: kindBadRequest, Message: malformed.Error()}
		return a.text()
	}
	ok, err := p.perform(r)
	if err == nil {
		a.OK = ok
	} else {
		a.Error = failureOf(err)
	}
	return a.text()
}

// perform does what is asked. A panic is a defect of the SDK, which a runner wants to hear of.
func (p *peer) perform(r request) (ok json.RawMessage, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = fmt.Errorf("panic: %v", cause)
		}
	}()
	switch r.Op {
	case "hello":
		return p.hello, nil
	case "encode", "decode":
		named, found := p.types[r.Type]
		if !found {
			return nil, &neutral.BadRequest{Message: fmt.Sprintf("there is no type %q", r.Type)}
		}
		if r.Op == "encode" {
			return encode(named, r)
		}
		return decode(named, r)
	default:
		return nil, &neutral.BadRequest{Message: fmt.Sprintf("the op %q is not supported", r.Op)}
	}
}

func encode(named neutral.Type, r request) (json.RawMessage, error) {
	data, err := named.Encode(r.Value)
	if err != nil {
		return nil, err
	}
	return append(hex.AppendEncode([]byte(`{"bytes":"`), data), `"}`...), nil
}

func decode(named neutral.Type, r request) (json.RawMessage, error) {
	if r.Bytes == nil {
		return nil, &neutral.BadRequest{Message: "bytes are missing"}
	}
	data, err := hex.DecodeString(*r.Bytes)
	if err != nil {
		return nil, &neutral.BadRequest{Message: err.Error()}
	}
	value, err := named.Decode(data)
	if err != nil {
		return nil, err
	}
	return append(append([]byte(`{"value":`), value...), '}'), nil
}

func failureOf(err error) *failure {
	var decoding *codec.DecodeError
	var encoding *codec.EncodeError
	var request *neutral.BadRequest
	switch {
	case errors.As(err, &decoding):
		return &failure{Kind: string(decoding.Kind), Message: err.Error(), Offset: &decoding.Offset, Path: &decoding.Path}
	case errors.As(err, &encoding):
		return &failure{Kind: string(encoding.Kind), Message: err.Error(), Path: &encoding.Path}
	case errors.As(err, &request):
		return &failure{Kind: kindBadRequest, Message: err.Error(), Path: &request.Path}
	default:
		return &failure{Kind: kindInternal, Message: err.Error()}
	}
}

// text is the answer's line. What has succeeded is JSON already, and as long as messages are.
func (a answer) text() []byte {
	if a.Error == nil {
		return slices.Concat([]byte(`{"id":`), a.ID, []byte(`,"ok":`), a.OK, []byte(`}`))
	}
	text, err := json.Marshal(a)
	if err != nil {
		panic(err)
	}
	return text
}
