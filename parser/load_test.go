package parser

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
)

// dumpWalk writes what Walk found, one line each: notes with the reason why
// they cannot be read, then the problems of the folder.
func dumpWalk(t *testing.T, fsys fs.FS) []string {
	t.Helper()
	notes, problems, err := Walk(fsys)
	if err != nil {
		t.Fatal(err)
	}
	lines := []string{}
	for _, n := range notes {
		if n.Unreadable == nil {
			lines = append(lines, n.Path)
			continue
		}
		if n.Path != n.Unreadable.Path() || n.Unreadable.Start() != (LineColumn{1, 1}) {
			t.Errorf("%s: problem at %s:%v", n.Path, n.Unreadable.Path(), n.Unreadable.Start())
		}
		lines = append(lines, n.Path+" "+string(n.Unreadable.ID))
	}
	for _, p := range problems {
		lines = append(lines, fmt.Sprintf("! %s %s", p.Path(), p.ID))
	}
	return lines
}

func TestWalk(t *testing.T) {
	fsys := fstest.MapFS{}
	for _, name := range []string{
		"search.md", "a-b.md", "a/z.MARKDOWN", "a/b/c.Md", "notes.md/x.md", "conflicted copy.md",
		".hidden.md", ".git/a.md", "a/.obsidian/b.md", "a/.trash/c/d.md",
		"x.md~", ".#x.md", "#x.md#", "x.md.swp", "4913", "x.md.tmp", ".goutputstream-X1", "cv.pdf", "md",
		"search (Dana's conflicted copy 2026-11-18).md", "a/x (conflicted copy 2026-11-18 193000).markdown",
		"b.sync-conflict-20261118-193000-ABCDEFG.md", "c.sync-conflict-20261118-193000-ABCDEFG.pdf",
	} {
		fsys[name] = &fstest.MapFile{Data: []byte("x")}
	}
	fsys["fifo.md"] = &fstest.MapFile{Mode: fs.ModeNamedPipe}
	fsys["fifo"] = &fstest.MapFile{Mode: fs.ModeNamedPipe}
	want := []string{
		"a-b.md", "a/b/c.Md", "a/x (conflicted copy 2026-11-18 193000).markdown conflicted-copy", "a/z.MARKDOWN",
		"b.sync-conflict-20261118-193000-ABCDEFG.md conflicted-copy", "conflicted copy.md",
		"fifo.md unreadable-file", "notes.md/x.md", "search (Dana's conflicted copy 2026-11-18).md conflicted-copy", "search.md",
	}
	if diff := cmp.Diff(want, dumpWalk(t, fsys)); diff != "" {
		t.Error(diff)
	}
}

func TestWalkNoFolder(t *testing.T) {
	_, _, err := Walk(os.DirFS(filepath.Join(t.TempDir(), "gone")))
	if !errors.Is(err, fs.ErrNotExist) || !strings.HasPrefix(err.Error(), "cannot read the journal: ") {
		t.Errorf("error %v", err)
	}
}

func TestWalkLinks(t *testing.T) {
	tests := []struct {
		name  string
		files []string
		links map[string]string
		want  []string
	}{
		{"to a note", []string{"z.md"}, map[string]string{"a.md": "z.md", "b.md": "./a.md", "c": "z.md"}, []string{"z.md"}},
		{
			"to another file",
			[]string{"sub/cv.txt"},
			map[string]string{"b.md": "sub/cv.txt", "a.md": "b.md", "c.txt": "sub/cv.txt"},
			[]string{"a.md"},
		},
		{"to a hidden note", []string{".store/s.md"}, map[string]string{"search.md": ".store/s.md"}, []string{"search.md"}},
		{"to a folder", []string{"deep/er/a.md"}, map[string]string{"alias": "deep", "deep/b.md": "er/a.md"}, []string{"deep/er/a.md"}},
		{
			"to a hidden folder",
			[]string{".store/a.md"},
			map[string]string{"log": ".store", "more": ".store", "b.md": "log/a.md"},
			[]string{"log/a.md"},
		},
		{
			"through a linked folder",
			[]string{"x/y/a.md", "x/b.txt"},
			map[string]string{"l": "x/y", "c.md": "l/../b.txt"},
			[]string{"c.md", "x/y/a.md"},
		},
		{"to nothing", nil, map[string]string{"a.md": "gone.md", "b": "gone"}, []string{"a.md unreadable-file"}},
		{"in a circle", nil, map[string]string{"a.md": "b", "b": "a.md"}, []string{"! a.md link-loop", "! b link-loop"}},
		{
			"to where it stands",
			[]string{"x/y/a.md"},
			map[string]string{"x/y/up": "..", "me": "."},
			[]string{"x/y/a.md", "! me link-loop", "! x/y/up link-loop"},
		},
		{"out of the journal", []string{"a/b.md"}, map[string]string{
			"out.md": "../out.md", "a/far.md": "../../..", "abs.md": "/etc/hosts", "etc": "..", "x.txt": "../x.txt",
		}, []string{"a/b.md", "! a/far.md link-outside", "! abs.md link-outside", "! etc link-outside", "! out.md link-outside"}},
		{
			"to a sync tool's copy",
			[]string{"a.sync-conflict-1.md"},
			map[string]string{"b.md": "a.sync-conflict-1.md"},
			[]string{"a.sync-conflict-1.md conflicted-copy"},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			for _, name := range test.files {
				writeNote(t, dir, name, "x")
			}
			for _, name := range slices.Sorted(maps.Keys(test.links)) {
				makeParents(t, dir, name)
				if err := os.Symlink(filepath.FromSlash(test.links[name]), filepath.Join(dir, name)); err != nil {
					t.Skip(err)
				}
			}
			if diff := cmp.Diff(test.want, dumpWalk(t, os.DirFS(dir))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestWalkWithoutPermission(t *testing.T) {
	fsys := shutFS{
		fstest.MapFS{"a.md": {}, "shut/b.md": {}, "gone/c.md": {}},
		map[string]error{"shut": fs.ErrPermission, "gone": fs.ErrNotExist},
	}
	if diff := cmp.Diff([]string{"a.md", "! shut unreadable-file"}, dumpWalk(t, fsys)); diff != "" {
		t.Error(diff)
	}
	fsys.shut["."] = fs.ErrPermission
	if _, _, err := Walk(fsys); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("error %v", err)
	}
}

// shutFS is a file system with files and folders nobody may open.
type shutFS struct {
	fstest.MapFS
	shut map[string]error
}

func (s shutFS) Open(name string) (fs.File, error) {
	if err := s.shut[name]; err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	return s.MapFS.Open(name)
}

func (s shutFS) ReadDir(name string) ([]fs.DirEntry, error) {
	if err := s.shut[name]; err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	return s.MapFS.ReadDir(name)
}

func TestReadNote(t *testing.T) {
	fsys := shutFS{fstest.MapFS{
		"empty.md": {},
		"bom.md":   {Data: []byte("\ufeffa\r\n")},
		"most.md":  {Data: make([]byte, MaxNote)},
		"over.md":  {Data: make([]byte, MaxNote+1)},
		"shut.md":  {Data: []byte("x")},
	}, map[string]error{"shut.md": fs.ErrPermission}}
	tests := []struct {
		name    string
		text    string
		problem ProblemID
		gone    bool
	}{
		{name: "empty.md"},
		{name: "bom.md", text: "\ufeffa\r\n"},
		{name: "most.md", text: strings.Repeat("\x00", MaxNote)},
		{name: "over.md", problem: TooLarge},
		{name: "shut.md", problem: UnreadableFile},
		{name: "gone.md", gone: true},
	}
	for _, test := range tests {
		src, unreadable := ReadNote(fsys, NoteFile{Path: test.name})
		switch {
		case test.gone:
			if src != nil || unreadable != nil {
				t.Errorf("%s: %v, %v", test.name, src, unreadable)
			}
		case test.problem != "":
			if src != nil || unreadable == nil || unreadable.Problems[0].ID != test.problem || unreadable.Source.Path != test.name {
				t.Errorf("%s: %v, %+v", test.name, src, unreadable)
			}
		case src == nil || src.Path != test.name || src.Text != test.text:
			t.Errorf("%s: %v, %+v", test.name, src, unreadable)
		}
	}
}

// growing is a file that has more in it than it said.
type growing struct {
	fs.File
	left int
}

func (g *growing) Read(p []byte) (int, error) {
	n := min(len(p), g.left)
	g.left -= n
	if n == 0 {
		return g.File.Read(nil)
	}
	return n, nil
}

type growingFS struct {
	fstest.MapFS
	size int
}

func (g growingFS) Open(name string) (fs.File, error) {
	f, err := g.MapFS.Open(name)
	return &growing{f, g.size}, err
}

func TestReadNoteThatGrows(t *testing.T) {
	fsys := growingFS{fstest.MapFS{"a.md": {}}, 5000}
	if src, _ := ReadNote(fsys, NoteFile{Path: "a.md"}); src == nil || len(src.Text) != 5000 {
		t.Errorf("read %v", src)
	}
	fsys.size = MaxNote + 1
	if src, f := ReadNote(fsys, NoteFile{Path: "a.md"}); src != nil || f.Problems[0].ID != TooLarge {
		t.Errorf("read %v", src)
	}
}

func TestReadAllKeepsOrder(t *testing.T) {
	fsys := shutFS{fstest.MapFS{}, map[string]error{"07.md": fs.ErrPermission}}
	var want []string
	for i := range 50 {
		name := fmt.Sprintf("%02d.md", i)
		want = append(want, name)
		fsys.MapFS[name] = &fstest.MapFile{Data: []byte("x")}
	}
	notes, _, err := Walk(fsys)
	if err != nil {
		t.Fatal(err)
	}
	notes = append(notes, NoteFile{Path: "vanished.md"})
	var got []string
	for _, f := range ReadNotes(notes, func(n NoteFile) *File { return ParseNote(fsys, n) }) {
		got = append(got, f.Source.Path)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestLoad(t *testing.T) {
	fsys := shutFS{fstest.MapFS{
		"search.md":                {Data: []byte("---\nstarted: 2026-11-02\n---\n")},
		"reading.md":               {Data: []byte("# Books\n")},
		"large.md":                 {Data: make([]byte, MaxNote+1)},
		"nul.md":                   {Data: []byte("a\x00")},
		"shut.md":                  {},
		"locked/a.md":              {},
		"x (conflicted copy 1).md": {},
		"away.md":                  {Data: []byte("../b.md"), Mode: fs.ModeSymlink},
	}, map[string]error{"shut.md": fs.ErrPermission, "locked": fs.ErrPermission}}
	j, err := Load(fsys, time.UTC)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(Counts{Notes: 6, Entries: 1, Other: 1, Unreadable: 4}, j.Counts); diff != "" {
		t.Error(diff)
	}
	var got []string
	for _, p := range j.Problems {
		at := p.Start()
		got = append(got, fmt.Sprintf("%s:%d:%d %s", p.Path(), at.Line, at.Column, p.ID))
	}
	want := []string{
		"away.md:1:1 link-outside", "large.md:1:1 too-large", "locked:1:1 unreadable-file", "nul.md:1:1 not-utf8",
		"shut.md:1:1 unreadable-file", "x (conflicted copy 1).md:1:1 conflicted-copy",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	fsys.shut["."] = fs.ErrPermission
	if _, err := Load(fsys, time.UTC); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("error %v", err)
	}
}

func makeParents(t *testing.T, dir, name string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
		t.Fatal(err)
	}
}

func writeNote(t *testing.T, dir, name, text string) {
	t.Helper()
	makeParents(t, dir, name)
	if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
