package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"debrief/cmd/debrief/internal/hook"
	"debrief/cmd/debrief/internal/workspace"
)

// installHook adds the program's lines to a hook, and says what is special about
// where that lies.
func (p *program) installHook(h hooked) error {
	block, err := h.block()
	if err != nil {
		return err
	}
	script, change, err := hook.Install(h.script, block)
	if err != nil {
		return h.refusal(err)
	}
	if change != hook.Unchanged {
		if err := os.MkdirAll(h.hooks.Folder, 0o755); err != nil {
			return withHint(fmt.Errorf("there can be no hooks in %s: %w", nearby(h.hooks.Folder), cause(err)),
				whereHooksAre)
		}
		if _, err := workspace.WriteProgram(h.file, script); err != nil {
			return err
		}
	}
	said := map[hook.Change]string{
		hook.Unchanged: "debrief's lines are there already",
		hook.Written:   "written",
		hook.Added:     "debrief's lines are added below its first",
		hook.Renewed:   "debrief's lines are renewed",
	}
	if err := p.print([]byte(nearby(h.file) + ": " + said[change] + "\n")); err != nil {
		return err
	}
	p.remarkOnHook(h, block)
	return nil
}

// block returns the lines for a journal's hook.
func (h hooked) block() (hook.Block, error) {
	block := hook.Block{Journal: h.below, Program: whereabouts(), Folders: foldersToMake(h.hooks.Folder)}
	if !h.hooks.Shared {
		return block, nil
	}
	block.Search = searchName(h.root)
	if block.Search == "" {
		return block, withHint(fmt.Errorf("the hooks in %s run in other repositories too, and without a search.md nothing tells this journal from their folders", h.hooks.Folder),
			"write a search.md, if only with `started:` and a date")
	}
	return block, nil
}

// foldersToMake returns how many folders of a path are not there.
func foldersToMake(folder string) int {
	n := 0
	for ; folder != filepath.Dir(folder); folder = filepath.Dir(folder) {
		if _, err := os.Lstat(folder); !errors.Is(err, fs.ErrNotExist) {
			break
		}
		n++
	}
	return n
}

// searchName returns the name of a journal's search.md as it is spelt, "" where
// it has none.
func searchName(root string) string {
	entries, err := os.ReadDir(root)
	if err != nil {
		return ""
	}
	for _, e := range entries {
		if strings.EqualFold(e.Name(), "search.md") && !e.IsDir() {
			return e.Name()
		}
	}
	return ""
}

// remarkOnHook says what the person may not expect of a hook.
func (p *program) remarkOnHook(h hooked, block hook.Block) {
	if before, ok := hook.JournalOf(h.script); ok && before != block.Journal {
		p.remark(fmt.Sprintf("the hook looked at %s before, and now at %s", folderName(before), folderName(block.Journal)),
			"`"+hook.Call(before)+"` in a line of your own looks at the other as well")
	}
	if h.idle {
		p.remark("git passes this hook over: it may not be run", "chmod +x "+nearby(h.file)+" turns it on, with whatever else it does")
	}
	switch {
	case h.hooks.Shared:
		p.remark("core.hooksPath is set, so this hook runs in other repositories too; it does nothing where there is no "+
			strings.TrimPrefix(block.Journal+"/"+block.Search, "/"), "")
	case h.hooks.InTree:
		p.remark("the hook is a file of this repository: committed, it goes wherever that goes",
			"git add --chmod=+x "+nearby(h.file)+" keeps it a program there")
	}
	if block.Program == "" {
		p.remark("this debrief was built for one run, so the hook relies on the one in PATH", "go install ./cmd/debrief")
	}
}

// folderName names a folder seen from the top of the work tree.
func folderName(below string) string {
	if below == "" {
		return "the whole repository"
	}
	return below
}

// whereabouts returns where this program is, by the name that leads to it in
// PATH if that is the same program: the next version will have that name too.
// It is "" for a program that `go run` or a test has built, which is gone soon.
func whereabouts() string {
	own, err := os.Executable()
	if err != nil || strings.Contains(filepath.ToSlash(own), "/go-build") {
		return ""
	}
	if named, err := exec.LookPath("debrief"); err == nil {
		if named, err = filepath.Abs(named); err == nil && sameFile(named, own) {
			own = named
		}
	}
	return filepath.ToSlash(own)
}

// sameFile reports whether two paths lead to one file.
func sameFile(a, b string) bool {
	x, errX := os.Stat(a)
	y, errY := os.Stat(b)
	return errors.Join(errX, errY) == nil && os.SameFile(x, y)
}
