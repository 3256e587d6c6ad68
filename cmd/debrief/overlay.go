package main

import (
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"debrief/cmd/debrief/internal/edit"
	"debrief/cmd/debrief/internal/workspace"
	"debrief/parser"
)

// A notebook is a journal on disk that is about to be changed: the notes as
// they were read, so that what a change would mean can be seen before it is
// made.
type notebook struct {
	root    string // absolute
	files   []*parser.File
	journal *parser.Journal
	// taken are the paths of notes that are composed and not written yet.
	taken map[string]bool
}

// openNotebook reads the journal at root for a verb that writes.
func (p *program) openNotebook(root string) (*notebook, error) {
	if root == standardInput {
		return nil, usage("name the folder of the journal", "a note on standard input cannot be changed")
	}
	w, err := workspace.Open(root)
	if err != nil {
		return nil, readingHint(err)
	}
	fsys := w.FS()
	notes, problems, err := parser.Walk(fsys)
	if err != nil {
		return nil, readingHint(fmt.Errorf("cannot read journal %s: %w", root, cause(err)))
	}
	n := &notebook{root: w.Root(), taken: map[string]bool{}}
	n.files = parser.ReadNotes(notes, func(note parser.NoteFile) *parser.File { return parser.ParseNote(fsys, note) })
	for _, problem := range problems {
		n.files = append(n.files, parser.FolderProblem(problem))
	}
	zone, _ := machineZone(p.env)
	n.journal = parser.NewJournal(n.files, zone)
	return n, nil
}

// note reads a note to be changed, by its path in the journal. It has to be as
// the journal was read: what is added below a line must find that line.
func (n *notebook) note(name string) (*edit.Note, error) {
	if !filepath.IsLocal(filepath.FromSlash(name)) {
		return nil, fmt.Errorf("%s is outside the journal", name)
	}
	note, err := edit.Read(filepath.Join(n.root, filepath.FromSlash(name)), name)
	if err != nil {
		return nil, err
	}
	for _, f := range n.files {
		if f.Source != nil && f.Source.Path == name && !f.Unreadable && f.Source.Text != note.Text {
			return nil, fmt.Errorf("%s: %w", name, edit.ErrChanged)
		}
	}
	return note, nil
}

// with returns the journal as it would be after some changes.
func (n *notebook) with(changes ...edit.Change) *parser.Journal {
	files := slices.Clone(n.files)
	for _, c := range changes {
		changed := parser.Parse(&parser.Source{Path: c.Name(), Text: c.After})
		at := slices.IndexFunc(files, func(f *parser.File) bool { return f.Source != nil && f.Source.Path == c.Name() })
		if at >= 0 {
			files[at] = changed
			continue
		}
		files = append(files, changed)
	}
	slices.SortStableFunc(files, func(a, b *parser.File) int { return strings.Compare(pathOf(a), pathOf(b)) })
	return parser.NewJournal(files, n.journal.Zone)
}

// pathOf is the path of a note.
func pathOf(f *parser.File) string {
	if f.Source == nil {
		return ""
	}
	return path.Clean(f.Source.Path)
}

// apply writes changes, or with dry prints what they would do. what says in a
// few words what was done; it goes to standard error.
func (p *program) apply(dry bool, changes ...edit.Change) error {
	if dry {
		var text strings.Builder
		for _, c := range changes {
			text.WriteString(c.Diff())
		}
		return p.print([]byte(visibleLines(text.String())))
	}
	if err := edit.Write(changes...); err != nil {
		return withHint(err, "run it again: the note is read anew")
	}
	return nil
}

// visibleLines is visible for a text of several lines.
func visibleLines(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = visible(strings.TrimSuffix(line, "\r"))
	}
	return strings.Join(lines, "\n")
}
