package git

import (
	"context"
	"path"
	"slices"
	"strings"
)

// A Snapshot is what the repository held at one time, as far as a journal
// is concerned: the journal's folder, and the ignore files around it.
type Snapshot struct {
	// Files is the file system of the whole, seen from the repository's folder.
	Files *Tree
	// Below is the journal's folder in it, "" for all of it.
	Below string
	// Notes is how many files there are in the journal's folder.
	Notes int
	// Apart are the folders in it that are repositories of their own: what a
	// submodule holds is in no commit of this one.
	Apart []string
}

// Wanted reports whether the text of a file is worth reading ahead: notes, and
// what says which of them are hidden.
func Wanted(e Entry) bool {
	switch strings.ToLower(path.Ext(e.Path)) {
	case ".md", ".markdown", ".gitignore", ".debriefignore":
		return true
	}
	return e.Kind == Link
}

// Snapshot returns the journal as a commit has it. tree is a commit's ID, or
// ID:FOLDER for a journal that is in another folder there.
func (r *Repository) Snapshot(ctx context.Context, tree string, texts *Blobs) (*Snapshot, error) {
	below := r.Below
	if strings.Contains(tree, ":") {
		below = ""
	}
	args := []string{"ls-tree", "-r", "-z", "--full-tree", tree}
	if below != "" {
		args = append(args, around(below)...)
	}
	out, err := r.run(ctx, args...)
	if err != nil {
		return nil, err
	}
	entries, err := parseEntries(out, 2)
	if err != nil {
		return nil, err
	}
	return snapshotOf(entries, below, texts)
}

// Upwards leads from the journal's folder to that of the work tree.
func (r *Repository) Upwards() string {
	if r.Below == "" {
		return "."
	}
	return strings.Repeat("../", strings.Count(r.Below, "/")+1)
}

// around lists the ignore files in the folders above a folder, and the folder.
func around(below string) []string {
	var paths []string
	for dir := below; dir != "." && dir != ""; {
		dir = path.Dir(dir)
		paths = append(paths, path.Join(dir, ".gitignore"))
	}
	return append(paths, below)
}

// snapshotOf reads ahead what the journal will be asked for.
func snapshotOf(entries []Entry, below string, texts *Blobs) (*Snapshot, error) {
	s := &Snapshot{Below: below, Files: NewTree(entries, texts.Text), Apart: Submodules(entries, below)}
	for _, e := range entries {
		if _, ok := within(below, e.Path); ok {
			s.Notes++
		}
	}
	ahead := slices.DeleteFunc(slices.Clone(entries), func(e Entry) bool { return !Wanted(e) })
	return s, texts.Read(ahead)
}

// Submodules lists the submodules among entries that are in a folder, relative
// to it.
func Submodules(entries []Entry, below string) []string {
	var apart []string
	for _, e := range entries {
		if name, ok := within(below, e.Path); ok && e.Kind == Submodule {
			apart = append(apart, name)
		}
	}
	return apart
}

// within returns the path of a file relative to a folder it is in.
func within(below, name string) (string, bool) {
	if below == "" {
		return name, true
	}
	return strings.CutPrefix(name, below+"/")
}
