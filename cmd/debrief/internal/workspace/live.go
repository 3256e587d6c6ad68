package workspace

import (
	"io/fs"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"debrief/parser"
)

// A Live is a journal that is looked at again and again. Each look reads only
// the notes that have changed on disk, and believes nothing at first sight
// that a program in the middle of saving could have left there: a note that is
// not in its place, or looks half written, stands as it last was until the disk
// has said the same for a while (see vanishing and doubts).
//
// A Live is for one goroutine. The files it returns never change and may be
// read by many.
type Live struct {
	workspace *Workspace
	hidden    []string // paths of the journal that are no notes
	now       func() time.Time

	folder func(dir string)

	notes    map[string]*liveNote
	order    []namedNote    // all of them, by path
	listing  []*parser.File // of the look before
	problems []*parser.File // of the folder, at the look before
}

// LiveOptions say how a Live sees its journal.
type LiveOptions struct {
	// Hidden are files of the journal that are not read as notes, as paths
	// relative to its folder with forward slashes.
	Hidden []string
	// Folder is told the absolute path of every folder before its entries are
	// read, so that a watch set there misses nothing; it may be nil.
	Folder func(dir string)
	// Now is the wall clock, to which the times of files are compared.
	Now func() time.Time
}

// Live returns a journal to be looked at again and again; nothing is read yet.
func (w *Workspace) Live(o LiveOptions) *Live {
	if o.Folder == nil {
		o.Folder = func(string) {}
	}
	return &Live{workspace: w, hidden: o.Hidden, folder: o.Folder, now: o.Now, notes: map[string]*liveNote{}}
}

// A Look is a journal as it was found at one instant.
type Look struct {
	// Files are the parsed notes and the problems of the folder, the notes in
	// the order of their paths: what parser.NewJournal takes.
	Files []*parser.File
	// Changed: the files are not those of the look before.
	Changed bool
	// Settled is false while notes have just gone from their places. They may
	// be on their way to another, so that they would count twice or not at all.
	Settled bool
	// Again is when to look again although nothing may announce a change; 0
	// when there is no need.
	Again time.Duration
	// Latest is the path of a note that has changed, "" for none.
	Latest string
	// Kept are the notes, by path, that stand as they last were because what
	// is on disk looks half written.
	Kept []string
	// Closed are the folders that could not be read; their notes stand as they
	// last were.
	Closed []string
}

// Look looks at the journal. The error is about its own folder, which then
// says nothing about the notes: the look before still stands.
func (l *Live) Look() (Look, error) {
	fsys := l.view()
	listed, problems, err := parser.Walk(fsys)
	if err != nil {
		return Look{}, cannotRead(l.workspace.root, err)
	}
	at := l.now()
	l.examine(fsys, listed, at)
	look := Look{Settled: true, Closed: l.closed(problems)}
	l.dropVanished(look.Closed, listed, at)
	l.list(&look, problems, at)
	return look, nil
}

// Forget makes the next look read every note, and believe it at once.
func (l *Live) Forget() { l.notes, l.order = map[string]*liveNote{}, nil }

// atOnce is how many notes in a row are looked at together: most of them lie in
// one folder.
const atOnce = 64

// examine looks at every note listed, several at a time.
func (l *Live) examine(fsys fs.FS, listed []parser.NoteFile, at time.Time) {
	l.known(listed)
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(listed)) {
		workers.Go(func() {
			stamps := newStamper(l.workspace.root)
			defer stamps.close()
			for from := 0; from < len(listed); {
				to := int(next.Add(atOnce))
				from = to - atOnce
				for i := from; i < min(to, len(listed)); i++ {
					l.order[i].look(stamps, fsys, listed[i], at)
				}
			}
		})
	}
	workers.Wait()
}

// closed returns the folders among the problems that could not be read.
func (l *Live) closed(problems []parser.Problem) []string {
	var folders []string
	for _, p := range problems {
		if p.ID == parser.UnreadableFile {
			folders = append(folders, p.Path())
		}
	}
	return folders
}

// vanishing is how long a note must be out of its place before it has gone.
// Editors and git take notes away for a moment when they replace them, and a
// report without them would say that what they record was never done.
const vanishing = 250 * time.Millisecond

// tryAgain is how long to wait before a note that could not be read is tried
// once more. What kept it from being read, such as too many open files, may
// pass without changing anything about the note.
const tryAgain = 5 * time.Second

// list puts together what the journal consists of now.
func (l *Live) list(look *Look, problems []parser.Problem, at time.Time) {
	look.Files = make([]*parser.File, 0, len(l.order)+len(problems))
	for _, note := range l.order {
		if !note.missing.IsZero() {
			look.wait(vanishing)
			look.Settled = false
		}
		if note.doubt != nil {
			look.Kept = append(look.Kept, note.path)
			look.wait(note.doubt.again(at))
		}
		if note.tried {
			look.wait(tryAgain)
		}
		if note.file != nil {
			look.Files = append(look.Files, note.file)
		}
		if note.changed {
			note.changed, look.Latest = false, note.path
		}
	}
	look.Files = append(look.Files, l.folderProblems(problems)...)
	look.Changed = !slices.Equal(look.Files, l.listing)
	l.listing = look.Files
}

// folderProblems wraps the problems of the folder, in the same files as at the
// look before where they are the same.
func (l *Live) folderProblems(problems []parser.Problem) []*parser.File {
	same := slices.EqualFunc(problems, l.problems, func(p parser.Problem, f *parser.File) bool {
		q := f.Problems[0]
		return p.ID == q.ID && p.Path() == q.Path() && p.Message == q.Message
	})
	if !same {
		l.problems = nil
		for _, p := range problems {
			l.problems = append(l.problems, parser.FolderProblem(p))
		}
	}
	return l.problems
}

// wait asks for another look after d at the latest.
func (k *Look) wait(d time.Duration) {
	if k.Again == 0 || d < k.Again {
		k.Again = d
	}
}

// liveFS is a journal whose folders are announced before they are read, once
// each. It is for one look.
type liveFS struct {
	*journalFS
	live      *Live
	announced map[string]bool
}

// view returns the journal as it is now. The folders around it in which ignore
// files have a say are announced like its own.
func (l *Live) view() *liveFS {
	f := &liveFS{live: l, announced: map[string]bool{}}
	if top := repositoryOf(l.workspace.root); top != "" {
		f.announce(filepath.Join(top, ".git", "info"))
		for dir := l.workspace.root; dir != top; {
			dir = filepath.Dir(dir)
			f.announce(dir)
		}
	}
	f.journalFS = l.workspace.view()
	return f
}

// announce tells whoever watches of a folder that is about to be read.
func (f *liveFS) announce(dir string) {
	if !f.announced[dir] {
		f.announced[dir] = true
		f.live.folder(dir)
	}
}

// ReadDir announces a folder, then lists it.
func (f *liveFS) ReadDir(name string) ([]fs.DirEntry, error) {
	f.announce(filepath.Join(f.root, filepath.FromSlash(name)))
	entries, err := f.journalFS.ReadDir(name)
	for _, hidden := range f.live.hidden {
		if path.Dir(hidden) == name {
			base := path.Base(hidden)
			entries = slices.DeleteFunc(entries, func(e fs.DirEntry) bool { return e.Name() == base })
		}
	}
	return entries, err
}

// Lstat announces the folder that a file is in. It is asked for each step on
// the way of a link, any of which may be hidden or ignored, and for nothing
// else.
func (f *liveFS) Lstat(name string) (fs.FileInfo, error) {
	f.announce(filepath.Join(f.root, filepath.FromSlash(path.Dir(name))))
	return f.journalFS.Lstat(name)
}
