package workspace

import (
	"crypto/sha256"
	"io/fs"
	"strings"
	"time"

	"debrief/parser"
)

// racy is how old the time of a file's last change must be before the same
// time can be taken to mean the same content: a file that is written twice
// within one tick of the file system's clock keeps its time. The coarsest
// clock in use, FAT's, ticks every 2 s.
const racy = 2 * time.Second

// A liveNote is what is known of one note of a Live.
type liveNote struct {
	stamp stamp
	young bool // read when its stamp was too young to tell a later change
	known bool // read at all
	tried bool // in vain: the file is there and could not be read
	sum   [sha256.Size]byte
	// file is what the journal sees; nil for a new note that looks half
	// written.
	file    *parser.File
	doubt   *doubt
	trusted bool      // believed whatever it looks like: nothing better is known
	changed bool      // file is not what it was at the look before
	missing time.Time // since when it is not in its place, zero while it is
}

// look reads the note if it is not as it was.
func (n *liveNote) look(stamps *stamper, fsys fs.FS, listed parser.NoteFile, at time.Time) {
	mark, err := stamps.stamp(listed.Path)
	if err == nil && n.known && n.doubt == nil && !n.young && !n.tried && mark == n.stamp {
		return
	}
	src, unreadable := parser.ReadNote(fsys, listed)
	n.tried = unreadable != nil && listed.Unreadable == nil
	switch {
	case src != nil:
		n.read(src, at)
	case unreadable != nil:
		n.unreadable(unreadable, at)
	default: // gone since it was listed: the next look will say
		n.missing = at
		return
	}
	n.stamp, n.known = mark, err == nil
	n.young = at.Sub(mark.changed()) < racy
}

// read takes in the text of the note.
func (n *liveNote) read(src *parser.Source, at time.Time) {
	sum := sha256.Sum256([]byte(src.Text))
	if n.file != nil && n.doubt == nil && n.known && sum == n.sum {
		return
	}
	if n.doubt != nil && sum == n.sum {
		n.settle(at)
		return
	}
	same := n.file != nil && n.doubt != nil && sum == n.doubt.before
	if same { // it is again as it was
		n.sum, n.doubt = sum, nil
		return
	}
	before := n.sum
	n.sum = sum
	n.take(parser.Parse(src), before, strings.TrimSpace(src.Text) == "", at)
}

// unreadable takes in that the note could not be read.
func (n *liveNote) unreadable(f *parser.File, at time.Time) {
	said := sha256.Sum256([]byte("\x00unreadable\x00" + f.Problems[0].Message))
	if said == n.sum { // whether or not there is a stamp: a link may lead nowhere
		n.settle(at)
		return
	}
	before := n.sum
	n.sum = said
	n.take(f, before, false, at)
}

// take makes f what the note says, at once or once the doubts are gone.
func (n *liveNote) take(f *parser.File, before [sha256.Size]byte, empty bool, at time.Time) {
	if n.trusted || !dubious(f, n.file, empty) {
		n.file, n.doubt, n.trusted, n.changed = f, nil, false, true
		return
	}
	began := at
	if n.doubt != nil {
		began, before = n.doubt.began, n.doubt.before
	}
	n.doubt = &doubt{file: f, before: before, began: began, since: at}
	n.settle(at)
}

// settle ends the doubts about a note that has looked the same for long
// enough.
func (n *liveNote) settle(at time.Time) {
	if n.doubt != nil && n.doubt.over(at) {
		n.file, n.doubt, n.changed = n.doubt.file, nil, true
	}
}

// A doubt is a note's text that looks as if it were still being written.
type doubt struct {
	file         *parser.File
	before       [sha256.Size]byte // what the text was when it was last beyond doubt
	began, since time.Time         // of the doubts, and of this text
}

// doubts are the delays after which a dubious text is looked at again; when
// the last is over it stands as it is. A note that somebody saves half
// finished is reported two seconds late, and one that a slow program is still
// writing is not reported half.
var doubts = []time.Duration{300 * time.Millisecond, time.Second, 2 * time.Second}

// longestDoubt bounds how long a text that keeps changing can be doubted.
const longestDoubt = 10 * time.Second

// over reports whether the text is to be believed. A wall clock that was set
// back ends a doubt as well.
func (d *doubt) over(at time.Time) bool {
	return at.Before(d.since) || at.Sub(d.since) >= doubts[len(doubts)-1] || at.Sub(d.began) >= longestDoubt
}

// again returns how long to wait until the next look.
func (d *doubt) again(at time.Time) time.Duration {
	for _, delay := range doubts {
		if rest := d.since.Add(delay).Sub(at); rest > 0 {
			return rest
		}
	}
	return doubts[0]
}

// dubious reports whether a text could be a note in the middle of being saved:
// empty, unreadable, cut off within its frontmatter, in a merge conflict, or no
// entry any more.
func dubious(f, before *parser.File, empty bool) bool {
	if empty || f.Unreadable || before != nil && before.Entry() && !f.Entry() {
		return true
	}
	for _, p := range f.Problems {
		if p.ID == parser.UnclosedFrontmatter || p.ID == parser.ConflictMarkers {
			return true
		}
	}
	return false
}
