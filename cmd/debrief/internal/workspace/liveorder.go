package workspace

import (
	"slices"
	"strings"
	"time"

	"debrief/parser"
)

// known puts what is known of the notes listed into order, which mostly is the
// order of the look before.
func (l *Live) known(listed []parser.NoteFile) {
	before := l.order
	l.order = make([]namedNote, len(listed))
	fresh := len(l.notes) == 0 // nothing is known: what is there is all there is
	for i, n := range listed {
		for len(before) > 0 && before[0].path < n.Path {
			before = before[1:]
		}
		var note *liveNote
		if len(before) > 0 && before[0].path == n.Path {
			note = before[0].liveNote
		} else if note = l.notes[n.Path]; note == nil {
			// What cannot be read because of its name is in no doubt either.
			note = &liveNote{trusted: fresh || n.Unreadable != nil}
			l.notes[n.Path] = note
		}
		note.missing = time.Time{}
		l.order[i] = namedNote{n.Path, note}
	}
}

// A namedNote is what is known of the note at a path.
type namedNote struct {
	path string
	*liveNote
}

// dropVanished forgets the notes that have been out of their places for long
// enough; those in a folder that cannot be read have not gone.
func (l *Live) dropVanished(closed []string, listed []parser.NoteFile, at time.Time) {
	if len(l.notes) == len(listed) {
		return
	}
	here := make(map[string]bool, len(listed))
	for _, n := range listed {
		here[n.Path] = true
	}
	for name, note := range l.notes {
		switch {
		case here[name]:
			continue
		case slices.ContainsFunc(closed, func(dir string) bool { return strings.HasPrefix(name, dir+"/") }):
			note.missing = time.Time{} // of one that was on its way, too, nobody can tell
		case note.missing.IsZero():
			note.missing = at
		case at.Sub(note.missing) >= vanishing || at.Before(note.missing):
			delete(l.notes, name)
			continue
		}
		l.order = append(l.order, namedNote{name, note})
	}
	slices.SortFunc(l.order, func(a, b namedNote) int { return strings.Compare(a.path, b.path) })
}
