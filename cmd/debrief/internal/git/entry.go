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
// first, the path after a tab, and column blob holds the object name. unmerged
// collects the paths whose stage, where there is one, is not 0.
func parseEntries(out []byte, blob int) (entries []Entry, unmerged []string, err error) {
	for record := range bytes.SplitSeq(bytes.TrimSuffix(out, []byte{0}), []byte{0}) {
		if len(record) == 0 {
			continue
		}
		about, path, ok := strings.Cut(string(record), "\t")
		columns := strings.Fields(about)
		if !ok || len(columns) < 3 {
			return nil, nil, fmt.Errorf("git listed %q", record)
		}
		stage := columns[2]
		if blob == 1 && stage != "0" {
			if len(unmerged) == 0 || unmerged[len(unmerged)-1] != path {
				unmerged = append(unmerged, path)
			}
			continue
		}
		entries = append(entries, Entry{Path: path, Blob: columns[blob], Kind: kindOf(columns[0])})
	}
	return entries, unmerged, nil
}
