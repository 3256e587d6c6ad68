package workspace

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"debrief/parser"
)

// liveJournal is a folder under a Live, with a clock that the test sets. The
// notes are older than the clock, so that their times tell every change.
type liveJournal struct {
	*Live
	t   *testing.T
	dir string
	now time.Time
}

// newLiveJournal looks once at a folder with the given files.
func newLiveJournal(t *testing.T, files map[string]string) *liveJournal {
	t.Helper()
	j := &liveJournal{t: t, dir: t.TempDir(), now: time.Now().Add(time.Hour)}
	for name, text := range files {
		j.write(name, text)
	}
	w, err := Open(j.dir)
	if err != nil {
		t.Fatal(err)
	}
	j.Live = w.Live(LiveOptions{Hidden: []string{"STATUS.md", "log/STATUS.md"}, Now: func() time.Time { return j.now }})
	j.Look()
	return j
}

// Look looks and fails the test if that fails.
func (j *liveJournal) Look() Look {
	j.t.Helper()
	look, err := j.Live.Look()
	if err != nil {
		j.t.Fatal(err)
	}
	return look
}

func (j *liveJournal) path(name string) string { return filepath.Join(j.dir, filepath.FromSlash(name)) }

func (j *liveJournal) write(name, text string) {
	j.t.Helper()
	if err := os.MkdirAll(filepath.Dir(j.path(name)), 0o700); err != nil {
		j.t.Fatal(err)
	}
	if err := os.WriteFile(j.path(name), []byte(text), 0o600); err != nil {
		j.t.Fatal(err)
	}
}

func (j *liveJournal) must(err error) {
	j.t.Helper()
	if err != nil {
		j.t.Fatal(err)
	}
}

// after lets time pass and looks.
func (j *liveJournal) after(d time.Duration) Look {
	j.t.Helper()
	j.now = j.now.Add(d)
	return j.Look()
}

// stands checks what a look says of the journal: the companies interviewed at,
// in the order of the notes.
func (j *liveJournal) stands(look Look, want ...string) {
	j.t.Helper()
	var got []string
	for _, iv := range parser.NewJournal(look.Files, time.UTC).Interviews {
		got = append(got, iv.Company)
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		j.t.Errorf("got interviews at %q, want %q", got, want)
	}
}

func interviewAt(company string) string {
	return fmt.Sprintf("---\ncompany: %s\ndate: 2026-11-18 14:00\nwith: Dana Reyes\n---\n", company)
}

func TestLookReadsWhatChanged(t *testing.T) {
	j := newLiveJournal(t, map[string]string{"interviews/a.md": interviewAt("Acme"), "interviews/b.md": interviewAt("Globex")})
	before := j.Look()
	if before.Changed || before.Again != 0 || !before.Settled {
		t.Errorf("nothing happened, but: %+v", before)
	}
	j.write("interviews/a.md", interviewAt("Initech"))
	look := j.Look()
	j.stands(look, "Initech", "Globex")
	if !look.Changed || look.Latest != "interviews/a.md" {
		t.Errorf("got %+v", look)
	}
	if look.Files[1] != before.Files[1] {
		t.Error("a note that nobody touched was read again")
	}
}

// TestSameSizeAndDate holds that a file that was given its old size and date is
// read again: the file system remembers when it was changed.
func TestSameSizeAndDate(t *testing.T) {
	j := newLiveJournal(t, map[string]string{"interviews/a.md": interviewAt("Acme")})
	info, err := os.Stat(j.path("interviews/a.md"))
	j.must(err)
	j.write("interviews/a.md", interviewAt("Emca"))
	j.must(os.Chtimes(j.path("interviews/a.md"), info.ModTime(), info.ModTime()))
	stamps := newStamper(j.dir)
	defer stamps.close()
	if mark, err := stamps.stamp("interviews/a.md"); err != nil || mark.inode == (inode{}) {
		t.Skip("this system does not tell when a file was changed")
	}
	j.stands(j.Look(), "Emca")
}

// TestYoungNote holds that the same size and time mean nothing while the time
// is so young that it may cover two changes.
func TestYoungNote(t *testing.T) {
	j := newLiveJournal(t, map[string]string{"interviews/a.md": interviewAt("Acme")})
	j.now = time.Now()
	j.write("interviews/a.md", interviewAt("Globex"))
	j.Look()
	note := j.notes["interviews/a.md"]
	if !note.young {
		t.Fatal("a note written just now counts as old")
	}
	j.after(time.Hour)
	if note.young {
		t.Error("an old note still counts as young")
	}
}

func TestSavedInPlaceOfTheOld(t *testing.T) {
	j := newLiveJournal(t, map[string]string{"interviews/a.md": interviewAt("Acme")})
	j.must(os.Rename(j.path("interviews/a.md"), j.path("interviews/a.md~")))
	look := j.Look()
	j.stands(look, "Acme") // for the moment
	if look.Settled || look.Again == 0 || look.Again > vanishing {
		t.Errorf("got %+v", look)
	}
	j.write("interviews/a.md", interviewAt("Globex"))
	look = j.after(100 * time.Millisecond)
	j.stands(look, "Globex")
	if !look.Settled {
		t.Error("the note is back, but not settled")
	}
}

func TestDeleted(t *testing.T) {
	j := newLiveJournal(t, map[string]string{"interviews/a.md": interviewAt("Acme"), "interviews/b.md": interviewAt("Globex")})
	j.must(os.Remove(j.path("interviews/a.md")))
	j.stands(j.Look(), "Acme", "Globex")
	j.stands(j.after(vanishing-time.Millisecond), "Acme", "Globex")
	look := j.after(time.Millisecond)
	j.stands(look, "Globex")
	if !look.Settled || look.Again != 0 || !look.Changed {
		t.Errorf("got %+v", look)
	}
}

// TestMovedNote holds that a note on its way to another name is never said to
// be there twice: the look is not settled until the old name has gone.
func TestMovedNote(t *testing.T) {
	j := newLiveJournal(t, map[string]string{"interviews/a.md": interviewAt("Acme")})
	j.must(os.Rename(j.path("interviews/a.md"), j.path("interviews/z.md")))
	if look := j.Look(); look.Settled {
		t.Error("settled with the note in both places")
	}
	look := j.after(vanishing)
	j.stands(look, "Acme")
	if !look.Settled {
		t.Errorf("got %+v", look)
	}
}

// TestHalfWritten holds that what looks half written is not believed for two
// seconds after it last changed.
func TestHalfWritten(t *testing.T) {
	for name, half := range map[string]string{
		"empty":     "",
		"blank":     " \n\n",
		"cut off":   "---\ncompany: Initech\n",
		"conflict":  "<<<<<<< HEAD\n" + interviewAt("Initech") + "=======\n" + interviewAt("Acme") + ">>>>>>> theirs\n",
		"no text":   "\xff\xfe\x00",
		"NUL bytes": strings.Repeat("\x00", 40),
	} {
		t.Run(name, func(t *testing.T) {
			j := newLiveJournal(t, map[string]string{"interviews/a.md": interviewAt("Acme")})
			j.write("interviews/a.md", half)
			look := j.Look()
			j.stands(look, "Acme")
			if look.Again != 300*time.Millisecond || look.Changed || !slices.Equal(look.Kept, []string{"interviews/a.md"}) {
				t.Errorf("got %+v", look)
			}
			if look = j.after(300 * time.Millisecond); look.Again != 700*time.Millisecond {
				t.Errorf("got %+v", look)
			}
			look = j.after(1699 * time.Millisecond)
			j.stands(look, "Acme")
			look = j.after(time.Millisecond)
			if !look.Changed || look.Again != 0 || len(look.Kept) > 0 {
				t.Errorf("after two seconds it still does not stand as it is: %+v", look)
			}
		})
	}
}

// TestWrittenInTheEnd holds that a note is believed as soon as it is whole,
// and that a text which came back is no change.
func TestWrittenInTheEnd(t *testing.T) {
	j := newLiveJournal(t, map[string]string{"interviews/a.md": interviewAt("Acme")})
	j.write("interviews/a.md", "")
	j.Look()
	j.write("interviews/a.md", interviewAt("Globex"))
	j.stands(j.after(300*time.Millisecond), "Globex")

	j.write("interviews/a.md", "---\ncomp")
	j.Look()
	j.write("interviews/a.md", interviewAt("Globex"))
	look := j.after(300 * time.Millisecond)
	j.stands(look, "Globex")
	if look.Changed || look.Again != 0 {
		t.Errorf("got %+v", look)
	}
}

// TestSlowWriter holds that a text which keeps growing is doubted anew each
// time, but not for ever.
func TestSlowWriter(t *testing.T) {
	j := newLiveJournal(t, map[string]string{"interviews/a.md": interviewAt("Acme")})
	for i := range 9 {
		j.write("interviews/a.md", "---\ncompany: Slow\nnote: "+strings.Repeat("x", i)+"\n")
		if look := j.after(time.Second); len(look.Kept) != 1 {
			t.Fatalf("believed after %d s", i)
		}
	}
	j.write("interviews/a.md", "---\ncompany: Slow\n")
	if look := j.after(longestDoubt - 8*time.Second); len(look.Kept) != 0 {
		t.Errorf("still doubted: %+v", look)
	}
}

// TestNewNoteHalfWritten holds that a note that comes into being is not seen
// before it is whole.
func TestNewNoteHalfWritten(t *testing.T) {
	j := newLiveJournal(t, map[string]string{"interviews/a.md": interviewAt("Acme")})
	j.write("interviews/b.md", "---\ncompany: Globex\ndate: 2026-11-18\n")
	j.stands(j.Look(), "Acme")
	j.write("interviews/b.md", interviewAt("Globex"))
	j.stands(j.after(300*time.Millisecond), "Acme", "Globex")
}

// TestFirstLook holds that the first look, and one after Forget, believe what
// is there: nothing better is known.
func TestFirstLook(t *testing.T) {
	j := newLiveJournal(t, map[string]string{"interviews/a.md": interviewAt("Acme"), "interviews/b.md": "---\ncompany: Globex\ndate: 2026-11-18\n"})
	j.stands(j.Look(), "Acme", "Globex")
	j.write("interviews/a.md", "")
	j.Forget()
	look := j.Look()
	j.stands(look, "Globex")
	if len(look.Kept) > 0 {
		t.Errorf("got %+v", look)
	}
}

// TestClosedFolder holds that notes in a folder that cannot be read stand as
// they were.
func TestClosedFolder(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may read every folder; the program's own tests do this as somebody else")
	}
	j := newLiveJournal(t, map[string]string{"interviews/a.md": interviewAt("Acme")})
	j.must(os.Chmod(j.path("interviews"), 0))
	t.Cleanup(func() { _ = os.Chmod(j.path("interviews"), 0o700) })
	for range 3 {
		look := j.after(time.Minute)
		j.stands(look, "Acme")
		if !slices.Equal(look.Closed, []string{"interviews"}) {
			t.Errorf("got %+v", look)
		}
	}
}

// TestGoneInClosedFolder holds that a note which had just gone when its folder
// could no longer be read stands, and that nobody looks for it time and again.
func TestGoneInClosedFolder(t *testing.T) {
	j := newLiveJournal(t, map[string]string{"interviews/a.md": interviewAt("Acme"), "interviews/b.md": interviewAt("Globex")})
	j.must(os.Remove(j.path("interviews/a.md")))
	if look := j.Look(); look.Settled || look.Again == 0 {
		t.Fatalf("got %+v", look)
	}
	j.order = nil // nothing of the folder is listed
	j.dropVanished([]string{"interviews"}, nil, j.now.Add(time.Minute))
	look := Look{Settled: true}
	j.list(&look, nil, j.now.Add(time.Minute))
	j.stands(look, "Acme", "Globex")
	if !look.Settled || look.Again != 0 {
		t.Errorf("got %+v", look)
	}
}

func TestHiddenReports(t *testing.T) {
	j := newLiveJournal(t, map[string]string{"interviews/a.md": interviewAt("Acme")})
	j.write("STATUS.md", interviewAt("Globex"))
	j.write("log/STATUS.md", interviewAt("Globex"))
	if look := j.Look(); look.Changed || len(look.Files) != 1 {
		t.Errorf("got %+v", look)
	}
}

// TestFolders holds that every folder is announced before it is read, and the
// one that a link leads to.
func TestFolders(t *testing.T) {
	j := newLiveJournal(t, map[string]string{"interviews/x/a.md": interviewAt("Acme"), ".attic/b.md": interviewAt("Globex")})
	if err := os.Symlink(filepath.Join("..", ".attic", "b.md"), j.path("interviews/b.md")); err != nil {
		t.Skip(err)
	}
	var announced []string
	j.folder = func(dir string) {
		path, err := filepath.Rel(j.workspace.Root(), dir)
		j.must(err)
		announced = append(announced, filepath.ToSlash(path))
	}
	j.stands(j.Look(), "Acme", "Globex")
	if want := []string{".", "interviews", "interviews/x", ".attic"}; !slices.Equal(announced, want) {
		t.Errorf("got %q, want %q", announced, want)
	}
}

func TestFolderGone(t *testing.T) {
	j := newLiveJournal(t, map[string]string{"interviews/a.md": interviewAt("Acme")})
	j.must(os.Rename(j.dir, j.dir+"-moved"))
	t.Cleanup(func() { _ = os.Rename(j.dir+"-moved", j.dir) })
	if _, err := j.Live.Look(); err == nil {
		t.Error("a journal without a folder was read")
	}
}
