package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"debrief/cmd/debrief/internal/git"
	"debrief/parser"
)

// loadStaged reads the journal at root as git's index has it: all of it, since
// one note is understood by the others. files are those asked for.
func (p *program) loadStaged(ctx context.Context, root string, files, hide []string) (checked, error) {
	a, err := p.openArchive(ctx, root, hide)
	if errors.Is(err, git.ErrNoGit) {
		return checked{}, withHint(git.ErrNoGit, "install it; without --staged the notes on disk are checked")
	}
	if err != nil {
		return checked{}, err
	}
	here, err := filepath.Abs(".")
	if err != nil {
		return checked{}, err
	}
	a.repo.UseIndexOf(ctx, here)
	index, err := a.repo.Staged(ctx, a.texts)
	if errors.Is(err, git.ErrBare) {
		return checked{}, bareError(err, root)
	}
	if err != nil {
		return checked{}, gitError(err, root)
	}
	if err := known(index, root, files); err != nil {
		return checked{}, err
	}
	if index.Notes == 0 { // not even the folder: git keeps no empty ones
		return checked{parser.NewJournal(nil, a.zone), []string{}}, nil
	}
	journal, err := a.journal(index.Snapshot)
	return checked{journal, append([]string{}, index.Changed...)}, err
}

// known refuses a file that is neither on disk nor in git: its silence would be
// taken for an all-clear.
func known(index *git.Index, root string, files []string) error {
	for _, file := range files {
		if strings.HasSuffix(file, "/") || slices.Contains(index.Removed, file) {
			continue
		}
		if _, ok := index.Files.Entry(path.Join(index.Below, file)); ok {
			continue
		}
		if _, err := os.Lstat(filepath.Join(root, filepath.FromSlash(file))); errors.Is(err, fs.ErrNotExist) {
			return withHint(fmt.Errorf("%s is neither staged nor on disk", file), "git status lists what is staged")
		}
	}
	return nil
}

// counted says how many notes a commit would change, of those in files where
// there are any; "" for notes that were read from disk.
func (c checked) counted(files []string) string {
	if c.changed == nil {
		return ""
	}
	n := 0
	for _, name := range c.changed {
		if hasNoteName(name) && (files == nil || withinAny(files, name)) {
			n++
		}
	}
	switch n {
	case 0:
		return "; nothing staged to check"
	case 1:
		return "; 1 staged note checked"
	}
	return fmt.Sprintf("; %d staged notes checked", n)
}
