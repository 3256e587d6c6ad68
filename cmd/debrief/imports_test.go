package main

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// arrows lists, for each package, the packages outside the standard library
// that it may import. A trailing /... stands for the package and all below it.
var arrows = map[string][]string{
	"debrief/parser": {
		"github.com/yuin/goldmark/...", "github.com/adrg/frontmatter",
		"go.yaml.in/yaml/v4/...", "github.com/pelletier/go-toml/v2/...",
		"golang.org/x/text/unicode/norm", // accents are taken off letters by table
	},
	"debrief/report": {"debrief/parser"},
	"debrief/report/render": {
		"debrief/parser", "debrief/report",
		"charm.land/lipgloss/v2/...", "github.com/charmbracelet/...", "github.com/clipperhouse/displaywidth",
	},
	"debrief/cmd/debrief/internal/workspace": {
		"debrief/parser", "github.com/bmatcuk/doublestar/v4", "github.com/gofrs/flock",
		"golang.org/x/sys/unix", // stat in an open folder
	},
	"debrief/cmd/debrief/internal/watch":    {"github.com/fsnotify/fsnotify", "golang.org/x/sys/..."},
	"debrief/cmd/debrief/internal/tell":     {"debrief/cmd/debrief/internal/state"},
	"debrief/cmd/debrief/internal/state":    {},
	"debrief/cmd/debrief/internal/schedule": {"debrief/parser", "debrief/cmd/debrief/internal/workspace"},
	"debrief/cmd/debrief/internal/screen": {
		"github.com/clipperhouse/displaywidth", "golang.org/x/term",
		"golang.org/x/sys/...", // select and signals, consoles
	},
	"debrief/cmd/debrief/internal/table": {"golang.org/x/text/encoding/charmap"},
	"debrief/cmd/debrief/internal/git":   {},
	"debrief/cmd/debrief/internal/hook":  {},
	"debrief/cmd/debrief/internal/edit":  {"debrief/cmd/debrief/internal/workspace", "github.com/rogpeppe/go-internal/diff"},

	"debrief/cmd/debrief/internal/journalgen":            {},
	"debrief/cmd/debrief/internal/journalgen/journalgen": {"debrief/cmd/debrief/internal/journalgen"},
}

// impure are packages of the standard library that reach outside the process.
// The libraries parser and report are pure but for the fs.FS they are given.
var impure = []string{"os", "os/exec", "os/signal", "net", "net/http", "syscall"}

// TestImports holds the packages to the arrows of docs/architecture.md.
func TestImports(t *testing.T) {
	list := exec.Command("go", "list", "-f", `{{.ImportPath}} {{join .Imports " "}}`, "debrief/...")
	out, err := list.CombinedOutput()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, out)
	}
	for line := range strings.Lines(string(out)) {
		fields := strings.Fields(line)
		pkg, imports := fields[0], fields[1:]
		if pkg == "debrief/cmd/debrief" {
			continue
		}
		allowed, listed := arrows[pkg]
		if !listed {
			t.Errorf("%s has no arrows: add it to the table and to docs/architecture.md", pkg)
		}
		library := !strings.HasPrefix(pkg, "debrief/cmd/")
		for _, imported := range imports {
			switch {
			case library && slices.Contains(impure, imported):
				t.Errorf("%s imports %s, but it is a pure library", pkg, imported)
			case standard(imported) || slices.ContainsFunc(allowed, func(arrow string) bool { return along(arrow, imported) }):
			default:
				t.Errorf("%s imports %s: there is no such arrow", pkg, imported)
			}
		}
	}
}

// standard reports whether a package is of the standard library: only other
// paths begin with a domain or with our own module.
func standard(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return first != "debrief" && !strings.Contains(first, ".")
}

// along reports whether an arrow leads to a package.
func along(arrow, path string) bool {
	tree, whole := strings.CutSuffix(arrow, "/...")
	return path == tree || whole && strings.HasPrefix(path, tree+"/")
}
