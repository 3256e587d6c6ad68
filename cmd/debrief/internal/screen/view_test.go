package screen

import (
	"fmt"
	"strings"
	"testing"

	"github.com/clipperhouse/displaywidth"
	"github.com/google/go-cmp/cmp"
)

// lines are a page that tells where in it one is.
func lines(n int) []byte {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "line %d\n", i+1)
	}
	return []byte(b.String())
}

func viewOf(page, status string, columns, rows int) *view {
	v := &view{status: status, columns: columns, rows: rows}
	v.setPage([]byte(page))
	return v
}

func TestFrame(t *testing.T) {
	const begin, end = "\x1b[?2026h\x1b[?7l\x1b[H", "\x1b[?7h\x1b[?2026l"
	tests := []struct {
		name          string
		page, status  string
		columns, rows int
		want          string
	}{
		{
			"shorter than the window", "a\nb\n", "fine", 8, 4,
			"a\x1b[K\r\nb\x1b[K\r\n\x1b[J\x1b[4;1Hfine\x1b[K",
		},
		{
			"as tall as the window", "a\nb\n", "fine", 8, 3,
			"a\x1b[K\r\nb\x1b[K\r\n\x1b[3;1Hfine\x1b[K",
		},
		{
			"a full line is not erased from its last column", "abcd\n", "fine", 4, 2,
			"abcd\r\n\x1b[2;1Hfine",
		},
		{
			"taller than the window", string(lines(60)), "watching 35 notes", 40, 3,
			"line 1\x1b[K\r\nline 2\x1b[K\r\n\x1b[3;1Hwatching 35 notes        lines 1–2 of 60",
		},
		{"one row is the status", "a\nb\n", "fine", 8, 1, "\x1b[1;1Hfine\x1b[K"},
		{"one column", "abc\n", "fine", 1, 2, "a\r\n\x1b[2;1H…"},
		{"nothing at all", "", "", 8, 2, "\x1b[J\x1b[2;1H\x1b[K"},
		{
			"a line in colour, cut", "\x1b[1;31mabcdef\x1b[0m\nb\n", "", 3, 3,
			"\x1b[1;31mabc\x1b[0m\r\nb\x1b[K\r\n\x1b[3;1H\x1b[K",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := viewOf(test.page, test.status, test.columns, test.rows).frame()
			if diff := cmp.Diff(begin+test.want+end, got); diff != "" {
				t.Errorf("frame (-want +got):\n%s", diff)
			}
		})
	}
}

func TestStatusLine(t *testing.T) {
	tests := []struct {
		name    string
		status  string
		lines   int
		columns int
		color   bool
		want    string
	}{
		{"all shown", "fine", 2, 20, false, "fine"},
		{"place at the right", "fine", 20, 30, false, "fine           lines 1–2 of 20"},
		{"the status is cut for the place", "everything is fine", 20, 25, false, "everyth…  lines 1–2 of 20"},
		{"no room for the place", "everything is fine", 20, 12, false, "everything …"},
		{"wide letters", "漢漢漢", 2, 5, false, "漢漢…"},
		{"two lines, a tab and a command", "a\nb\tc\x1b[2J", 2, 20, false, "a b c\ufffd[2J"},
		{"a style of its own", "a\x1b[7mb", 2, 20, false, "ab"},
		{"colour", "fine", 2, 20, true, "\x1b[2mfine\x1b[0m"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			v := viewOf(string(lines(test.lines)), test.status, test.columns, 3)
			v.color = test.color
			got, width := v.statusLine()
			if got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
			if shown := (displaywidth.Options{ControlSequences: true}).String(got); shown != width {
				t.Errorf("%d columns, but it says %d", shown, width)
			}
		})
	}
}

func TestScroll(t *testing.T) {
	v := viewOf(string(lines(60)), "", 80, 24)
	steps := []struct {
		key  key
		want string
	}{
		{keyUp, "lines 1–23 of 60"},
		{keyDown, "lines 2–24 of 60"},
		{keyPageDown, "lines 24–46 of 60"},
		{keyPageDown, "lines 38–60 of 60"},
		{keyDown, "lines 38–60 of 60"},
		{keyPageUp, "lines 16–38 of 60"},
		{keyHome, "lines 1–23 of 60"},
		{keyEnd, "lines 38–60 of 60"},
	}
	for _, step := range steps {
		v.scroll(step.key)
		if got := v.place(); got != step.want {
			t.Errorf("after key %d: %s, want %s", step.key, got, step.want)
		}
	}
	v.setPage(lines(10))
	if frame := v.frame(); !strings.Contains(frame, "line 1\x1b[K") {
		t.Errorf("a page that has become short is not shown from its start: %q", frame)
	}
}

// TestTinyWindows draws in windows too small for anything.
func TestTinyWindows(t *testing.T) {
	for columns := range 4 {
		for rows := range 4 {
			v := viewOf("\x1b[1m漢字\x1b[0m\ntext\n\n", "漢 status", columns, rows)
			for _, k := range []key{keyEnd, keyPageUp, keyDown, keyHome, keyPageDown} {
				v.scroll(k)
				v.frame()
			}
		}
	}
}

func TestFit(t *testing.T) {
	tests := []struct {
		name, line string
		columns    int
		want       string
		width      int
	}{
		{"fits", "abc", 3, "abc", 3},
		{"cut", "abcd", 3, "abc", 3},
		{"a wide letter on the edge", "ab漢", 3, "ab", 2},
		{"an accent on the edge", "abe\u0301f", 3, "abe\u0301", 3},
		{"a family counts once", "👩‍👩‍👧x", 2, "👩‍👩‍👧", 2},
		{"a style without end", "\x1b[31mab", 3, "\x1b[31mab\x1b[0m", 2},
		{"a style that ends", "\x1b[31mab\x1b[0mc", 9, "\x1b[31mab\x1b[0mc", 3},
		{"a style takes no room", "a\x1b[38;5;1mb\x1b[m", 2, "a\x1b[38;5;1mb\x1b[m", 2},
		{"a title for the window", "\x1b]0;x\x07", 9, "\ufffd]0;x\ufffd", 6},
		{"two escapes", "\x1b\x1b[1mx", 9, "\ufffd\x1b[1mx\x1b[0m", 2},
		{"a sequence cut off", "x\x1b[1", 9, "x\ufffd[1", 4},
		{"an 8-bit sequence", "\u009b2Jx", 9, "\ufffd2Jx", 4},
		{"broken UTF-8", "a\xffb", 9, "a\ufffdb", 3},
		{"tabs and returns", "a\tb\rc", 9, "a b c", 5},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, width := fit(test.line, test.columns, keepStyles)
			if got != test.want || width != test.width {
				t.Errorf("got %q of %d columns, want %q of %d", got, width, test.want, test.width)
			}
		})
	}
}

// FuzzFit holds any line to what fit promises of it.
func FuzzFit(f *testing.F) {
	f.Add("a\x1b[1mb\x1b[2J漢\u0301", 3)
	f.Fuzz(func(t *testing.T, line string, columns int) {
		columns = max(0, columns%200)
		got, width := fit(line, columns, keepStyles)
		if width > columns {
			t.Errorf("%d columns instead of %d: %q", width, columns, got)
		}
		for rest := got; rest != ""; {
			if sequence := sgr(rest); sequence != "" {
				rest = rest[len(sequence):]
				continue
			}
			if rest[0] < ' ' || rest[0] == 0x7f {
				t.Fatalf("a control is left: %q", got)
			}
			rest = rest[1:]
		}
	})
}
