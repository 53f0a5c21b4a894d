package meshwright_test

import (
	"os"
	"strings"
	"testing"
)

// TestReadme finds every snippet of the README in the examples, which are run.
func TestReadme(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	examples, err := os.ReadFile("example_test.go")
	if err != nil {
		t.Fatal(err)
	}
	blocks := strings.Split(string(readme), "```go\n")[1:]
	if len(blocks) == 0 {
		t.Fatal("the README has no snippets")
	}
	code := unindented(string(examples))
	for _, block := range blocks {
		snippet, _, _ := strings.Cut(block, "```")
		if !strings.Contains(code, unindented(snippet)) {
			t.Errorf("no example has this snippet:\n%s", snippet)
		}
	}
}

func unindented(code string) string {
	lines := strings.Split(code, "\n")
	for i, line := range lines {
		lines[i] = strings.TrimSpace(line)
	}
	return strings.Join(lines, "\n")
}
