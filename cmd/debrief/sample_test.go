package main

import (
	"encoding/hex"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"debrief/parser"
	"debrief/report"
	"debrief/report/render"
)

// checkSample returns the lines in which debrief check names a rule or a
// problem, of whatever urgency, on a sample at the instant of its comment.
func checkSample(t *testing.T, id, sample string) string {
	t.Helper()
	now := unpack(t, sample)
	var printed []string
	for _, urgency := range []string{"overdue", "due", "advice"} {
		got := invoke(t, "check", ".", "--now", now, "--urgency", urgency)
		if got.status != statusFine && got.status != statusFindings {
			t.Fatalf("exit status %d: %s", got.status, &got.stderr)
		}
		for line := range strings.Lines(got.stdout.String()) {
			if strings.HasSuffix(line, "["+id+"]\n") && !slices.Contains(printed, line) {
				printed = append(printed, line)
			}
		}
	}
	return strings.Join(printed, "")
}

// shutFS is a folder with one file that nobody may open.
type shutFS struct {
	fstest.MapFS
	shut string
}

func (s shutFS) Open(name string) (fs.File, error) {
	if name == s.shut {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return s.MapFS.Open(name)
}

// checkShut is what check prints of a sample whose file nobody may open; "" of
// any other.
func checkShut(t *testing.T, sample string) string {
	t.Helper()
	rest, ok := strings.CutPrefix(sample, "mode: ")
	if !ok {
		return ""
	}
	files := shutFS{fstest.MapFS{}, ""}
	files.shut, _, _ = strings.Cut(rest, " ")
	for _, f := range txtar.Parse([]byte(sample)).Files {
		files.MapFS[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	journal, err := parser.Load(files, time.UTC)
	check(t, err)
	var b strings.Builder
	check(t, render.CheckFormats()[0].Write(&b, report.Build(journal, time.Time{}), render.Options{}))
	return b.String()
}

// unpack writes a sample's archive into a new folder, makes that the working
// directory of the test and returns the instant of the sample.
func unpack(t *testing.T, sample string) (now string) {
	t.Helper()
	t.Chdir(t.TempDir())
	archive := txtar.Parse([]byte(sample))
	for _, f := range archive.Files {
		writeFile(t, f.Name, f.Data)
	}
	now = sampleNow
	for line := range strings.Lines(string(archive.Comment)) {
		word, rest, _ := strings.Cut(strings.TrimSpace(line), ": ")
		name, value, _ := strings.Cut(rest, " ")
		switch word {
		case "now":
			now = rest
		case "bytes":
			text, err := hex.DecodeString(value)
			check(t, err)
			writeFile(t, name, text)
		case "size":
			mebibytes, err := strconv.Atoi(strings.TrimSuffix(value, "MiB"))
			check(t, err)
			writeFile(t, name, make([]byte, mebibytes<<20))
		case "link":
			check(t, os.MkdirAll(filepath.Dir(name), 0o777))
			check(t, os.Symlink(strings.TrimPrefix(value, "-> "), name))
		case "mode":
			mode, err := strconv.ParseUint(value, 8, 9)
			check(t, err)
			check(t, os.Chmod(name, fs.FileMode(mode)))
		}
	}
	return now
}

// writeFile writes a file and the folders it is in.
func writeFile(t *testing.T, name string, text []byte) {
	t.Helper()
	check(t, os.MkdirAll(filepath.Dir(name), 0o777))
	check(t, os.WriteFile(name, text, 0o666))
}

// check ends the test on an error.
func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
