package parser

import (
	"encoding/hex"
	"io/fs"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/rogpeppe/go-internal/txtar"
)

// sampleFS builds the folder that a txtar archive describes. What an archive
// cannot hold as text, a line of its comment says:
//
//	bytes: FILE HEX        the file's bytes
//	size: FILE 5MiB        a file of that size
//	link: FILE -> TARGET   a symbolic link
//	mode: FILE 000         a file nobody may open
//
// Every other line of the comment is for the reader.
func sampleFS(t *testing.T, archive *txtar.Archive) fs.FS {
	t.Helper()
	files, shut := fstest.MapFS{}, map[string]error{}
	for _, f := range archive.Files {
		files[f.Name] = &fstest.MapFile{Data: f.Data, Mode: 0o644}
	}
	for line := range strings.Lines(string(archive.Comment)) {
		word, rest, _ := strings.Cut(strings.TrimSpace(line), ": ")
		name, value, _ := strings.Cut(rest, " ")
		switch word {
		case "bytes":
			bytes, err := hex.DecodeString(value)
			if err != nil {
				t.Fatalf("%s%v", line, err)
			}
			files[name] = &fstest.MapFile{Data: bytes, Mode: 0o644}
		case "size":
			mebibytes, err := strconv.Atoi(strings.TrimSuffix(value, "MiB"))
			if err != nil {
				t.Fatalf("%s%v", line, err)
			}
			files[name] = &fstest.MapFile{Data: make([]byte, mebibytes<<20), Mode: 0o644}
		case "link":
			target := strings.TrimPrefix(value, "-> ")
			files[name] = &fstest.MapFile{Data: []byte(target), Mode: fs.ModeSymlink | 0o777}
		case "mode":
			shut[name] = fs.ErrPermission
		}
	}
	return shutFS{files, shut}
}

// loadSample loads the journal that an archive describes, on a machine whose
// clock is in Berlin.
func loadSample(t *testing.T, archive *txtar.Archive) *Journal {
	t.Helper()
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	journal, err := Load(sampleFS(t, archive), berlin)
	if err != nil {
		t.Fatal(err)
	}
	return journal
}
