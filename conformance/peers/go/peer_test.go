package main

import (
	"encoding/json"
	"strings"
	"testing"

	"meshwright.dev/peer/generated"
)

// ask sends lines and returns the answers.
func ask(t *testing.T, lines ...string) []string {
	t.Helper()
	var out strings.Builder
	if err := serve(newPeer(generated.Spec, generated.Version, generated.Types), strings.NewReader(strings.Join(lines, "\n")), &out); err != nil {
		t.Fatal(err)
	}
	answers := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
	if len(answers) != len(lines) {
		t.Fatalf("%d requests, %d answers: %q", len(lines), len(answers), answers)
	}
	return answers
}

func TestHello(t *testing.T) {
	var hello struct {
		ID int
		OK struct {
			Language, Version, Spec string
			Features, Types         []string
		}
	}
	if err := json.Unmarshal([]byte(ask(t, `{"id":7,"op":"hello"}`)[0]), &hello); err != nil {
		t.Fatal(err)
	}
	if hello.ID != 7 || hello.OK.Language != "go" || hello.OK.Spec != generated.Spec || len(hello.OK.Types) != len(generated.Types) {
		t.Errorf("hello: %+v", hello)
	}
}

func TestAnswers(t *testing.T) {
	const grant = `"type":"wire.stream.WindowGrant"`
	for _, test := range []struct{ name, request, answer string }{
		{"encode", `{"id":1,"op":"encode",` + grant + `,"value":{"streamId":"1","totalConsumed":"2","ackSeq":"3"}}`, `{"id":1,"ok":{"bytes":"010000000000000002000000000000000300000000000000"}}`},
		{"decode", `{"id":"x","op":"decode",` + grant + `,"bytes":"010000000000000002000000000000000300000000000000"}`, `{"id":"x","ok":{"value":{"streamId":"1","totalConsumed":"2","ackSeq":"3"}}}`},
		{"refusal", `{"id":1,"op":"decode",` + grant + `,"bytes":"0100000000000000020000000000000003000000000000"}`, `"kind":"truncated","message":"WindowGrant.ackSeq: truncated at byte 16: needs 8 bytes, 7 are left","offset":16,"path":"ackSeq"}`},
		{"refusal at the root", `{"id":1,"op":"decode",` + grant + `,"bytes":"01000000000000000200000000000000030000000000000000"}`, `"kind":"trailing_bytes","message":"WindowGrant: trailing_bytes at byte 24: 1 bytes are left after the value","offset":24,"path":""}`},
		{"integer that does not fit", `{"id":1,"op":"encode",` + grant + `,"value":{"streamId":"18446744073709551616","totalConsumed":"2","ackSeq":"3"}}`, `"kind":"out_of_range"`},
		{"number in place of text", `{"id":1,"op":"encode",` + grant + `,"value":{"streamId":1,"totalConsumed":"2","ackSeq":"3"}}`, `"kind":"bad_request"`},
		{"missing member", `{"id":1,"op":"encode",` + grant + `,"value":{"streamId":"1","totalConsumed":"2"}}`, `"kind":"bad_request"`},
		{"unknown member", `{"id":1,"op":"encode",` + grant + `,"value":{"streamId":"1","totalConsumed":"2","ackSeq":"3","x":0}}`, `"kind":"bad_request"`},
		{"no value", `{"id":1,"op":"encode",` + grant + `}`, `"kind":"bad_request"`},
		{"no bytes", `{"id":1,"op":"decode",` + grant + `}`, `"kind":"bad_request"`},
		{"odd hex", `{"id":1,"op":"decode",` + grant + `,"bytes":"0"}`, `"kind":"bad_request"`},
		{"unknown type", `{"id":1,"op":"decode","type":"x","bytes":""}`, `"kind":"bad_request"`},
		{"unsupported op", `{"id":1,"op":"invoke"}`, `{"id":1,"error":{"kind":"bad_request"`},
		{"not JSON", `{"id":1`, `{"id":null,"error":{"kind":"bad_request"`},
		{"not an object", `[]`, `{"id":null,"error":{"kind":"bad_request"`},
		{"member of another type", `{"id":5,"op":1}`, `{"id":5,"error":{"kind":"bad_request"`},
		{"constant that is right", `{"id":1,"op":"encode","type":"wire.traversal.PunchKeepAlive","value":{"magic":18512,"sender":"0","punchId":1}}`, `{"id":1,"ok":{"bytes":"5048000000000000000001000000"}}`},
		{"constant that is wrong", `{"id":1,"op":"encode","type":"wire.traversal.PunchKeepAlive","value":{"magic":18513,"sender":"0","punchId":1}}`, `"kind":"bad_constant"`},
		{"half a surrogate pair", `{"id":1,"op":"encode","type":"tool.ToolEvent","value":{"case":"start","value":{"toolId":"a\ud800"}}}`, `"kind":"invalid_utf8","message":"ToolEvent.toolId: invalid_utf8: the text is not UTF-8","path":"toolId"}`},
		{"a whole surrogate pair", `{"id":1,"op":"encode","type":"tool.ToolEvent","value":{"case":"start","value":{"toolId":"\ud83d\ude00"}}}`, `{"id":1,"ok":{"bytes":"7b2274797065223a227374617274222c22746f6f6c5f6964223a22f09f9880227d"}}`},
		{"a key twice", `{"id":1,"op":"encode","type":"capability.CapabilitySet","value":{"tags":[],"metadata":[["b","1"],["a","2"],["b","3"]]}}`, `"kind":"duplicate_key","message":"metadata[2].key: duplicate_key: the key stands twice","path":"metadata[2].key"}`},
		{"unknown case", `{"id":1,"op":"encode","type":"tool.ToolEvent","value":{"case":"x"}}`, `"kind":"unknown_variant"`},
	} {
		if answer := ask(t, test.request)[0]; !strings.Contains(answer, test.answer) {
			t.Errorf("%s: %s", test.name, answer)
		}
	}
}

func TestManyRequests(t *testing.T) {
	lines := make([]string, 1000)
	for i := range lines {
		lines[i] = `{"id":1,"op":"hello"}`
	}
	ask(t, lines...)
}
