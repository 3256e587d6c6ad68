//go:build !linux && !darwin

package workspace

import (
	"os"
	"path/filepath"
)

// An inode is not known here: size and date have to do.
type inode struct{ changed int64 }

// A stamper takes the stamps of the notes below a folder.
type stamper struct{ root string }

func newStamper(root string) *stamper { return &stamper{root} }

// stamp returns what tells a file from what it was before, without opening it.
// name is relative to the journal, with forward slashes.
func (s *stamper) stamp(name string) (stamp, error) {
	info, err := os.Stat(filepath.Join(s.root, filepath.FromSlash(name)))
	if err != nil {
		return stamp{}, err
	}
	return stamp{size: info.Size(), modified: info.ModTime().UnixNano()}, nil
}

func (s *stamper) close() {}
