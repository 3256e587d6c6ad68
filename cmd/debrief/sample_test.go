package main

import (
	"encoding/hex"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
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
