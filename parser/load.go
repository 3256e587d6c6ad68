package parser

import (
	"errors"
	"io"
	"io/fs"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// Load reads the whole journal in a file system, as os.DirFS gives it. local is
// the zone of a journal that names none. The error is about the journal's
// folder; whatever else cannot be read is among the journal's problems.
func Load(fsys fs.FS, local *time.Location) (*Journal, error) {
	notes, problems, err := Walk(fsys)
	if err != nil {
		return nil, err
	}
	files := ReadNotes(notes, func(n NoteFile) *File { return ParseNote(fsys, n) })
	for _, p := range problems {
		files = append(files, FolderProblem(p))
	}
	return NewJournal(files, local), nil
}

// ReadNotes reads notes, several at a time, and keeps their order. read is
// called from several goroutines, once for each note; one for which it returns
// nil is left out.
func ReadNotes(notes []NoteFile, read func(NoteFile) *File) []*File {
	files := make([]*File, len(notes))
	var next atomic.Int64
	var workers sync.WaitGroup
	work := func() {
		for i := next.Add(1) - 1; i < int64(len(notes)); i = next.Add(1) - 1 {
			files[i] = read(notes[i])
		}
	}
	// Who waits for the others works as well: each further stack has to grow to
	// its size, which costs as much as a few notes.
	for range min(runtime.GOMAXPROCS(0), len(notes)) - 1 {
		workers.Go(work)
	}
	work()
	workers.Wait()
	return slices.DeleteFunc(files, func(f *File) bool { return f == nil })
}

// ParseNote reads and parses a note that Walk listed; nil where it has gone
// since the walk.
func ParseNote(fsys fs.FS, n NoteFile) *File {
	src, unreadable := ReadNote(fsys, n)
	if src == nil {
		return unreadable
	}
	return Parse(src)
}

// ReadNote reads the text of a note that Walk listed. Where it cannot be read,
// the Source is nil and the File stands for the note; where it has gone since
// the walk, both are nil.
func ReadNote(fsys fs.FS, n NoteFile) (*Source, *File) {
	if n.Unreadable != nil {
		return nil, unreadableFile(n.Unreadable.Source, *n.Unreadable)
	}
	text, err := readText(fsys, n.Path)
	switch {
	case err == nil:
		return &Source{Path: n.Path, Text: text}, nil
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	}
	p := folderProblem(n.Path, UnreadableFile, "the note cannot be read: "+reason(err),
		"give yourself permission to read it, or list it in .debriefignore")
	if errors.Is(err, errTooLarge) {
		p = folderProblem(n.Path, TooLarge, "the note is larger than 4 MiB and was not read",
			"split the note, or list it in .debriefignore")
	}
	return nil, unreadableFile(p.Source, *p)
}

// FolderProblem wraps a problem that Walk found, for NewJournal; the File
// counts as no note.
func FolderProblem(p Problem) *File { return problemFile(p.Source, p) }

// UnmergedFile stands for a note that git has in several versions and in none
// that is decided upon: as long as a merge waits in the index, neither side is
// a fact.
func UnmergedFile(name string) *File {
	p := folderProblem(name, ConflictMarkers, "a merge of this note is not finished: neither side was read",
		"decide what it shall say, then git add it")
	return unreadableFile(p.Source, *p)
}

var errTooLarge = errors.New("larger than a note may be")

// readBuffers holds buffers in which a note of the ordinary kind has room to
// spare, so that the read that takes all of it sees the end as well.
var readBuffers = sync.Pool{New: func() any { return new([64 << 10]byte) }}

// readText reads a file of at most MaxNote bytes.
func readText(fsys fs.FS, name string) (string, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	buffer := readBuffers.Get().(*[64 << 10]byte)
	defer readBuffers.Put(buffer)
	text := buffer[:0]
	for {
		n, err := f.Read(text[len(text):cap(text)])
		text = text[:len(text)+n]
		switch {
		case len(text) > MaxNote:
			return "", errTooLarge
		case err == io.EOF: //nolint:errorlint // as io.Reader has it, and asked for every note
			return string(text), nil
		case err != nil:
			return "", err
		}
		if len(text) == cap(text) {
			text = append(text, 0)[:len(text)]
		}
	}
}

// reason returns what the system says of a failed operation, without the path,
// which the problem has already.
func reason(err error) string {
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		err = e.Err
	}
	return strings.ToLower(err.Error())
}
