package git

import (
	"bytes"
	"fmt"
	"strings"
)

// An Entry is one file of a tree or of the index.
type Entry struct {
	// Path is relative to the journal, with forward slashes.
	Path string
	// Blob is the object name of what is in it.
	Blob string
	// Kind is what it is.
	Kind Kind
}

// Kind is what an entry stands for.
type Kind uint8

// The kinds of entry.
const (
	File Kind = iota
	Link
	Submodule
	// Unmerged is a file whose merge is unfinished: the index has it in several
	// versions, and the entry is one of them.
	Unmerged
)

// kindOf returns the kind of a mode as git prints it.
func kindOf(mode string) Kind {
	switch mode {
	case "120000":
		return Link
	case "160000":
		return Submodule
	}
	return File
}

// parseEntries reads what ls-tree and ls-files print with -z: the mode comes
// first, the path after a tab, and column blob holds the object name. In the
// list of ls-files that is column 1, and the stage follows: it is 0, or the
// file is there once for each side of a merge.
func parseEntries(out []byte, blob int) ([]Entry, error) {
	var entries []Entry
	for record := range bytes.SplitSeq(bytes.TrimSuffix(out, []byte{0}), []byte{0}) {
		if len(record) == 0 {
			continue
		}
		about, path, ok := strings.Cut(string(record), "\t")
		columns := strings.Fields(about)
		if !ok || len(columns) < 3 {
			return nil, fmt.Errorf("git listed %q", record)
		}
		e := Entry{Path: path, Blob: columns[blob], Kind: kindOf(columns[0])}
		if blob == 1 && columns[2] != "0" {
			e.Kind = Unmerged
			if n := len(entries); n > 0 && entries[n-1].Path == path {
				continue
			}
		}
		entries = append(entries, e)
	}
	return entries, nil
}
