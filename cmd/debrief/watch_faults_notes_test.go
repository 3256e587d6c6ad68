//go:build unix

package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// counts are what a report counts, by which a half note shows.
type counts struct{ Notes, Entries, Unreadable, Overdue, Due, Problems int }

// countsOf returns what a report counts; it is never found half.
func countsOf(t *testing.T, text []byte) counts {
	t.Helper()
	var r struct{ Counts counts }
	if err := json.Unmarshal(text, &r); err != nil {
		t.Errorf("the report is not whole: %v\n%s", err, text)
	}
	return r.Counts
}

// observe reads the report all the time until it is told to stop; it then
// returns what the reports counted, each kind once.
func (w *watched) observe() (stop func() []counts) {
	end, done := make(chan struct{}), make(chan struct{})
	var seen []counts
	go func() {
		defer close(done)
		for {
			select {
			case <-end:
				return
			case <-time.After(5 * time.Millisecond):
			}
			text, err := os.ReadFile(w.report)
			if err != nil {
				w.t.Error(err)
				return
			}
			if c := countsOf(w.t, text); !slices.Contains(seen, c) {
				seen = append(seen, c)
			}
		}
	}()
	return func() []counts {
		close(end)
		<-done
		return seen
	}
}

// TestWatchHalfWritten writes a note in pieces for two seconds. No report is
// made of a piece.
func TestWatchHalfWritten(t *testing.T) {
	t.Parallel()
	w := newWatched(t, smallJournal())
	w.start()
	before := countsOf(t, []byte(w.read()))
	for attempt := 1; ; attempt++ {
		stop := w.observe()
		longest := w.writeInPieces(thankedNote)
		w.settles()
		after := countsOf(t, []byte(w.read()))
		seen := stop()
		if before == after {
			t.Fatal("the note makes no difference")
		}
		if !slices.ContainsFunc(seen, func(c counts) bool { return c != before && c != after }) {
			return
		}
		// Only what has stood for two seconds is believed, whoever is to blame.
		if longest < 1500*time.Millisecond {
			t.Fatalf("seen: %+v; neither before, %+v, nor after, %+v", seen, before, after)
		}
		if attempt == 3 {
			t.Skipf("this machine is too busy to write a note in two seconds: once nothing came for %v", longest)
		}
		w.write(halden, interviewNote)
		w.settles()
	}
}

// writeInPieces writes the interview as a slow program does, for two seconds,
// and returns the longest time between two pieces.
func (w *watched) writeInPieces(text string) (longest time.Duration) {
	w.t.Helper()
	f, err := os.Create(w.path(halden))
	check(w.t, err)
	defer f.Close()
	const pieces = 6
	size := strings.LastIndex(text, "---") / pieces // the last piece closes the frontmatter
	last := time.Now()
	for n := range pieces {
		piece := text[n*size:]
		if n < pieces-1 {
			piece = piece[:size]
		}
		_, err := f.WriteString(piece)
		check(w.t, err)
		longest = max(longest, time.Since(last))
		last = time.Now()
		if n < pieces-1 {
			pause(400 * time.Millisecond)
		}
	}
	return longest
}

// TestWatchDubious saves what a program in the middle of saving leaves behind.
// It stands as it was for two seconds, and is then what the note says.
func TestWatchDubious(t *testing.T) {
	for name, text := range map[string]string{
		"empty":       "",
		"blank":       "\n\n",
		"half":        interviewNote[:strings.LastIndex(interviewNote, "with:")],
		"in conflict": strings.Replace(interviewNote, "with:", "<<<<<<< HEAD\nwith: Ada Krol\n=======\nwith:", 1) + ">>>>>>> theirs\n",
		"no entry":    "---\nkind: soup\n---\nLentils.\n",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newWatched(t, smallJournal())
			w.start()
			before := w.read()
			written := time.Now()
			w.write(halden, text)
			w.await("another report", func() bool { return w.read() != before })
			if took := time.Since(written); took < 2*time.Second {
				t.Errorf("believed after %v", took)
			}
			w.settles()
			w.saidOnce("is being saved")
			w.write(halden, interviewNote)
			w.settles()
		})
	}
}

// TestWatchDubiousForAMoment empties a note for a moment, as programs do that
// save in place. Nothing is reported.
func TestWatchDubiousForAMoment(t *testing.T) {
	t.Parallel()
	w := newWatched(t, smallJournal())
	w.start()
	before := countsOf(t, []byte(w.read()))
	stop := w.observe()
	longest := time.Duration(0)
	for range 4 {
		emptied := time.Now()
		check(t, os.Truncate(w.path(halden), 0))
		pause(400 * time.Millisecond)
		w.write(halden, interviewNote)
		longest = max(longest, time.Since(emptied))
		pause(400 * time.Millisecond)
	}
	w.settles()
	if longest > 1500*time.Millisecond {
		stop()
		t.Skipf("this machine is too busy: a note was empty for %v", longest)
	}
	if seen := stop(); slices.ContainsFunc(seen, func(c counts) bool { return c != before }) {
		t.Errorf("seen %+v, want only %+v", seen, before)
	}
}

// TestWatchSameSizeAndDate changes a note such that neither its size nor its
// date tells, as copies and sync tools do.
func TestWatchSameSizeAndDate(t *testing.T) {
	t.Parallel()
	w := newWatched(t, smallJournal())
	w.start()
	for n := range 4 {
		info, err := os.Stat(w.path(halden))
		check(t, err)
		before := w.read()
		text, name := interviewNote, w.path(halden)
		if n%2 == 0 {
			text = strings.Replace(text, "Ines Falk", "Ines Walk", 1)
		}
		if n < 2 { // in place, then by a new file
			name += "~"
		}
		check(t, os.WriteFile(name, []byte(text), 0o644))
		check(t, os.Chtimes(name, info.ModTime(), info.ModTime()))
		if n < 2 {
			check(t, os.Rename(name, w.path(halden)))
		}
		w.await("another report", func() bool { return w.read() != before })
		w.settles()
	}
}

// TestWatchReportEdited writes into the report by hand. It is put aside when
// the report changes.
func TestWatchReportEdited(t *testing.T) {
	t.Parallel()
	w := newWatched(t, smallJournal())
	w.start()
	for n, aside := range []string{".edited~", ".edited-2~"} {
		edit := []byte("mine " + aside + "\n")
		check(t, os.WriteFile(w.report, edit, 0o644))
		w.write(halden, []string{thankedNote, interviewNote}[n])
		w.await("the report", func() bool { return w.read() != string(edit) })
		w.settles()
		text, err := os.ReadFile(w.report + aside)
		check(t, err)
		if string(text) != string(edit) {
			t.Errorf("put aside: %q, want %q", text, edit)
		}
		w.said("what they wrote is in " + w.report + aside)
	}
	if n := w.count("somebody changed"); n != 2 {
		t.Errorf("said %d times", n)
	}
}

// TestWatchReportTaken deletes the report. The next look, whatever it is for,
// brings it back.
func TestWatchReportTaken(t *testing.T) {
	t.Parallel()
	w := newWatched(t, smallJournal())
	w.start()
	check(t, os.Remove(w.report))
	w.write("notes/soup.txt", "Lentils.") // nothing to report
	w.await("the report", func() bool { _, err := os.Stat(w.report); return err == nil })
	w.settles()
}

// TestWatchTwice starts a second watcher of the same report.
func TestWatchTwice(t *testing.T) {
	t.Parallel()
	w := newWatched(t, smallJournal())
	w.start()
	alias := filepath.Join(filepath.Dir(w.report), "alias.json")
	check(t, os.Symlink("report.json", alias))
	for _, name := range []string{w.report, alias} {
		second := w.command("watch", w.dir, "-o", name)
		out, err := second.CombinedOutput()
		if err == nil || second.ProcessState.ExitCode() != statusFailed || !strings.Contains(string(out), "another debrief, process ") {
			t.Errorf("%v: %s", err, out)
		}
	}
	w.write(halden, thankedNote)
	w.settles()
	w.kill()
	w.stderr = transcript{}
	w.write(halden, interviewNote)
	w.start() // the right to write ended with the first
	w.settles()
}

// TestWatchWriterWithoutEnd writes a note all the time. The reports follow.
func TestWatchWriterWithoutEnd(t *testing.T) {
	t.Parallel()
	w := newWatched(t, smallJournal())
	w.start()
	end, done := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(done)
		for n := 0; ; n++ {
			select {
			case <-end:
				return
			case <-time.After(10 * time.Millisecond):
				if err := os.WriteFile(w.path("notes.md"), []byte(strings.Repeat("words ", 1+n%100)), 0o644); err != nil {
					t.Error(err)
					return
				}
			}
		}
	}()
	for n := range 6 {
		before := w.read()
		w.write(halden, []string{thankedNote, interviewNote}[n%2])
		took := w.await("another report", func() bool { return w.read() != before })
		if took > 5*time.Second { // one is what it takes where nothing else runs
			t.Errorf("the report followed after %v", took)
		}
	}
	close(end)
	<-done
	w.settles()
}

// TestWatchHalfWrittenWithoutEnd writes on and on in a note's frontmatter. At
// some time it is what the note says.
func TestWatchHalfWrittenWithoutEnd(t *testing.T) {
	t.Parallel()
	w := newWatched(t, smallJournal())
	w.start()
	before := w.read()
	text := interviewNote[:len(interviewNote)-len("---\nWent well.\n")]
	began := time.Now()
	w.await("another report", func() bool {
		text += "# more to come\n"
		w.write(halden, text)
		pause(100 * time.Millisecond)
		return w.read() != before
	})
	t.Logf("believed after %v", time.Since(began))
	w.settles()
}
