package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"debrief/cmd/debrief/internal/watch"
)

// A trial is a session whose loop the test turns by hand, at the instants it
// sets.
type trial struct {
	*session
	t      *testing.T
	dir    string
	clock  time.Time
	stderr syncBuffer
}

// tryWatch begins to watch a journal; outputs are files for -o, below dir where
// they are relative.
func tryWatch(t *testing.T, dir string, at time.Time, change func(p *program, q *query, v *vigil)) *trial {
	t.Helper()
	tr := &trial{t: t, dir: dir, clock: at}
	state := t.TempDir()
	p := &program{
		stdout: io.Discard, stderr: &tr.stderr, now: func() time.Time { return tr.clock },
		env: func(name string) string { return map[string]string{"XDG_STATE_HOME": state, "TZ": "UTC"}[name] },
	}
	q, v := newQuery("never"), vigil{poll: true}
	change(p, q, &v)
	s, err := p.newSession(q, v, dir)
	check(t, err)
	t.Cleanup(s.close)
	tr.session = s
	check(t, s.begin())
	return tr
}

// at sets the clock and has the session answer to the instant, as the loop does
// when one has come that it waited for.
func (tr *trial) at(clock time.Time) {
	tr.t.Helper()
	if until := tr.request().Until; until.IsZero() || until.After(clock) {
		tr.t.Errorf("at %v it waits for %v", clock, until)
	}
	tr.clock = clock
	tr.timeCame()
	tr.waitsOn()
}

// waitsOn holds that what the session waits for lies ahead: it would turn round
// and round without rest.
func (tr *trial) waitsOn() {
	tr.t.Helper()
	if until := tr.request().Until; !until.IsZero() && !until.After(tr.clock) {
		tr.t.Errorf("at %v it waits for %v, which is over", tr.clock, until)
	}
}

// read returns the text of a file.
func (tr *trial) read(file string) string {
	tr.t.Helper()
	text, err := os.ReadFile(file)
	check(tr.t, err)
	return string(text)
}

// evening is when the interview of thankYouOwed is over in the tests below.
var evening = time.Date(2026, time.November, 18, 18, 0, 0, 0, time.UTC)

// TestNameLeavesJournal holds that a report narrowed to a company stands while
// no note names that company, past its deadlines too, and that nothing is
// tried over and over meanwhile.
func TestNameLeavesJournal(t *testing.T) {
	dir, file := thankYouOwed(t, evening), filepath.Join(t.TempDir(), "status.json")
	tr := tryWatch(t, dir, evening.Add(time.Hour), func(_ *program, q *query, _ *vigil) {
		q.files, q.company = fileList{file}, "Acme"
	})
	first := tr.read(file)
	writeNote(t, dir, "interviews/acme.md", "---\ncompany: Globex\ndate: 2026-11-18T17:00:00Z\nwith: Dana Reyes\n---\nWorked: the migration.\n")
	tr.lookAgain(watch.Hint)
	const words = "the journal names no company \"Acme\": the last report stands"
	if !strings.Contains(tr.stderr.String(), words) {
		t.Errorf("it does not say that %s:\n%s", words, &tr.stderr)
	}
	tr.clock = evening.AddDate(0, 0, 3)
	tr.waitsOn()
	if tr.read(file) != first {
		t.Error("the last report does not stand")
	}
	thankYouAgain := strings.Replace(tr.read(filepath.Join(dir, "interviews", "acme.md")), "Globex", "Acme", 1)
	writeNote(t, dir, "interviews/acme.md", thankYouAgain)
	tr.lookAgain(watch.Hint)
	tr.waitsOn()
	if r, _ := readReport(t, file); len(r.urgencies("thank-you")) != 1 {
		t.Errorf("the company is back, and the report says\n%s", tr.read(file))
	}
}

// TestOnlyWhatReadsDifferently holds that a page which counts the hours is
// written every hour, and the data beside it, in which nothing changes, at the
// deadline and not before.
func TestOnlyWhatReadsDifferently(t *testing.T) {
	dir, out := thankYouOwed(t, evening), t.TempDir()
	data, page := filepath.Join(out, "status.json"), filepath.Join(out, "status.html")
	tr := tryWatch(t, dir, evening.Add(time.Hour), func(_ *program, q *query, _ *vigil) {
		q.files = fileList{data, page}
	})
	deadline := evening.Add(24 * time.Hour)
	firstData, pages := tr.read(data), 0
	for tr.clock.Before(deadline) {
		before := tr.read(page)
		next := tr.request().Until
		tr.at(next)
		if tr.read(page) != before {
			pages++
		}
		if same := tr.read(data) == firstData; same != next.Before(deadline) {
			t.Fatalf("at %v: are the data as they were? %v", next, same)
		}
	}
	if pages < 20 {
		t.Errorf("the page was written %d times within 23 hours", pages)
	}
}

// TestFolderGoneForHours holds that the last report stands while the folder is
// gone, though the words on a page get old.
func TestFolderGoneForHours(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		began := time.Now().UTC()
		dir := filepath.Join(t.TempDir(), "journal")
		check(t, os.Rename(thankYouOwed(t, began.Add(-time.Hour)), dir))
		file := filepath.Join(t.TempDir(), "status.html")
		defer watchInBubble(t, dir, file)()
		synctest.Wait()
		before, err := os.ReadFile(file)
		check(t, err)
		check(t, os.Rename(dir, dir+"-away"))
		pause(30 * time.Hour)
		synctest.Wait()
		after, err := os.ReadFile(file)
		check(t, err)
		if !bytes.Equal(before, after) {
			t.Error("the report was written while the folder was gone")
		}
	})
}

// TestStatusLineOfTroubles holds that two things which are wrong at once are
// both said, and apart.
func TestStatusLineOfTroubles(t *testing.T) {
	tr := tryWatch(t, thankYouOwed(t, evening), evening.Add(time.Hour), func(*program, *query, *vigil) {})
	if got, want := tr.statusLine(80), "next deadline Thu 19 Nov 18:00 · looking every 1 to 10 s"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	tr.said[root], tr.said[mode] = "the folder is gone", "the system has no watches left"
	if got, want := tr.statusLine(80), "the folder is gone · the system has no watches left"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestZoneWithoutName holds that a machine's zone which has no name is said to
// whoever writes none, and to nobody else.
func TestZoneWithoutName(t *testing.T) {
	dir := thankYouOwed(t, evening)
	tr := tryWatch(t, dir, evening.Add(time.Hour), func(*program, *query, *vigil) {})
	tr.unnamed = errUnnamedZone
	tr.tellZone()
	if said := tr.stderr.String(); strings.Contains(said, "zone") {
		t.Errorf("the journal writes a zone, and it says\n%s", said)
	}
	writeNote(t, dir, "search.md", "---\nstarted: 2026-11-01\n---\n")
	tr.lookAgain(watch.Hint)
	tr.tellZone()
	if said := tr.stderr.String(); !strings.Contains(said, "time zone has no name\nhint: write `timezone:`") {
		t.Errorf("it says\n%s", said)
	}
}

// TestEndedWhileLooking holds that a session which has ended finishes no report:
// what is made of a large journal takes a while. The last one stays whole.
func TestEndedWhileLooking(t *testing.T) {
	dir, file := thankYouOwed(t, evening), filepath.Join(t.TempDir(), "status.json")
	tr := tryWatch(t, dir, evening.Add(time.Hour), func(_ *program, q *query, _ *vigil) { q.files = fileList{file} })
	first := tr.read(file)
	ended, end := context.WithCancel(t.Context())
	tr.ctx = ended
	end()
	tr.clock = evening.AddDate(0, 0, 1)
	tr.timeCame()
	writeNote(t, dir, "log/a.md", "- 2026-11-18 thanked Dana Reyes: the migration\n")
	tr.lookAgain(watch.Hint)
	if tr.read(file) != first {
		t.Error("it wrote another report")
	}
	if !tr.reread() {
		t.Error("it would go on")
	}
	check(t, os.Remove(file))
	if err := tr.run(ended); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(file); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("it wrote a first report: %v", err)
	}
	if said := tr.stderr.String(); strings.Contains(said, "interrupted") {
		t.Errorf("it says\n%s", said)
	}
}

// TestEndedWhileDiskHangs holds that a look which does not come back, as on a
// network disk that is gone, keeps nobody from ending.
func TestEndedWhileDiskHangs(t *testing.T) {
	hang := make(chan struct{})
	close(hang)
	tr := tryWatch(t, thankYouOwed(t, evening), evening.Add(time.Hour), func(p *program, _ *query, _ *vigil) {
		now := p.now
		p.now = func() time.Time { // a look asks for it
			<-hang
			return now()
		}
	})
	ended, end := context.WithCancel(t.Context())
	tr.ctx, hang = ended, make(chan struct{})
	defer close(hang)
	time.AfterFunc(50*time.Millisecond, end)
	tr.lookAgain(watch.Hint)
	tr.close()
	if ended.Err() == nil {
		t.Error("nothing hung")
	}
	if said := tr.stderr.String(); strings.Contains(said, "interrupted") || strings.Contains(said, "gone") {
		t.Errorf("it says\n%s", said)
	}
}

// TestRereadBelieves holds that whoever has everything read again gets it as it
// is on disk, though a note looks half written.
func TestRereadBelieves(t *testing.T) {
	dir, file := thankYouOwed(t, evening), filepath.Join(t.TempDir(), "status.json")
	tr := tryWatch(t, dir, evening.Add(time.Hour), func(_ *program, q *query, _ *vigil) { q.files = fileList{file} })
	owed := func() int {
		r, _ := readReport(t, file)
		return len(r.urgencies("thank-you"))
	}
	writeNote(t, dir, "interviews/acme.md", "")
	tr.lookAgain(watch.Hint)
	if owed() != 1 {
		t.Error("an empty note was believed at once")
	}
	if end := tr.reread(); end || owed() != 0 {
		t.Errorf("it was not believed when everything was read again, or the watch ended: %v", end)
	}
}
