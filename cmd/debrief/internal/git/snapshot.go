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
	// Unmerged are the files of the journal, relative to it, whose conflict
	// waits to be resolved; only the index can have any, and it has nothing
	// else of them.
	Unmerged []string
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
	entries, _, err := parseEntries(out, 2)
	if err != nil {
		return nil, err
	}
	return snapshotOf(entries, below, texts)
}

// Staged returns the journal as the index has it: what would be committed.
func (r *Repository) Staged(ctx context.Context, texts *Blobs) (*Snapshot, error) {
	// Paths are those of the work tree, wherever in it git runs.
	args := []string{"ls-files", "--stage", "-z", "--full-name", "--"}
	for _, name := range around(r.Below) {
		args = append(args, path.Join(r.Upwards(), name))
	}
	out, err := r.run(ctx, args...)
	if err != nil {
		return nil, err
	}
	entries, unmerged, err := parseEntries(out, 1)
	if err != nil {
		return nil, err
	}
	s, err := snapshotOf(entries, r.Below, texts)
	if err != nil {
		return nil, err
	}
	for _, name := range unmerged {
		if inside, ok := within(r.Below, name); ok {
			s.Unmerged = append(s.Unmerged, inside)
		}
	}
	return s, nil
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
	s := &Snapshot{Below: below, Files: NewTree(entries, texts.Text)}
	for _, e := range entries {
		if _, ok := within(below, e.Path); ok {
			s.Notes++
		}
	}
	ahead := slices.DeleteFunc(slices.Clone(entries), func(e Entry) bool { return !Wanted(e) })
	return s, texts.Read(ahead)
}

// within returns the path of a file relative to a folder it is in.
func within(below, name string) (string, bool) {
	if below == "" {
		return name, true
	}
	return strings.CutPrefix(name, below+"/")
}

// Changed lists the notes of the journal that the index has in another form
// than HEAD, relative to the journal; removed ones are not among them.
func (r *Repository) Changed(ctx context.Context) ([]string, error) {
	out, err := r.run(ctx, "diff", "--cached", "--name-only", "-z", "--no-renames", "--no-ext-diff",
		"--diff-filter=d", "--relative", "--")
	if err != nil {
		return nil, err
	}
	var paths []string
	for name := range strings.SplitSeq(strings.TrimSuffix(string(out), "\x00"), "\x00") {
		if name != "" {
			paths = append(paths, name)
		}
	}
	return paths, nil
}
