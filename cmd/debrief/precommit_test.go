package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"
)

// TestPreCommitHooks holds .pre-commit-hooks.yaml to what the pre-commit
// framework requires of it, and its command to one that this program knows.
func TestPreCommitHooks(t *testing.T) {
	text, err := os.ReadFile("../../.pre-commit-hooks.yaml")
	check(t, err)
	var hooks []struct {
		ID, Name, Entry, Language, Description, Files string
		PassFilenames                                 *bool `yaml:"pass_filenames"`
	}
	decoder := yaml.NewDecoder(strings.NewReader(string(text)))
	decoder.KnownFields(true)
	check(t, decoder.Decode(&hooks))
	if len(hooks) != 1 {
		t.Fatalf("%d hooks, want one", len(hooks))
	}
	h := hooks[0]
	if h.ID != "debrief" || h.Name == "" || h.Language != "golang" {
		t.Errorf("got %+v", h)
	}
	// The framework runs `go install ./...` and calls what comes of it.
	words := strings.Fields(h.Entry)
	if _, err := os.Stat(filepath.Join("..", words[0], "main.go")); err != nil {
		t.Errorf("%s: there is no such program: %v", h.Entry, err)
	}
	outside := invoke(t, append(words[1:], t.TempDir())...)
	if outside.status != statusFailed || !strings.Contains(outside.stderr.String(), "is not in a git repository") {
		t.Errorf("%s: ended with %d and said %q", h.Entry, outside.status, &outside.stderr)
	}
	// Notes bring it into play, and it finds out by itself which those are.
	if h.PassFilenames == nil || *h.PassFilenames {
		t.Error("it would be run for a handful of files at a time")
	}
	notes := regexp.MustCompile(h.Files)
	for name, want := range map[string]bool{"search/a.md": true, "A.Markdown": true, "cv.pdf": false, "a.md~": false} {
		if notes.MatchString(name) != want {
			t.Errorf("%s: %v, want %v", name, !want, want)
		}
	}
}
