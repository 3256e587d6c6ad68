package report

import (
	"fmt"
	"testing"
	"testing/fstest"
	"time"

	"debrief/parser"
)

// bigJournal is a journal of n interviews, each at a company of its own with
// an application, told to three references.
func bigJournal(tb testing.TB, n int) *parser.Journal {
	tb.Helper()
	files := fstest.MapFS{}
	write := func(name, format string, args ...any) {
		files[name] = &fstest.MapFile{Data: fmt.Appendf(nil, format, args...)}
	}
	write("search.md", "---\nstarted: 2026-01-01\ntimezone: Europe/Berlin\n---\n")
	for r := range 3 {
		write(fmt.Sprintf("references/r%d.md", r), "---\nname: Ref Number%c\n---\n", 'a'+rune(r))
	}
	for i := range n {
		day := time.Date(2026, 11, 1+i%30, 0, 0, 0, 0, time.UTC).Format("2006-01-02")
		write(fmt.Sprintf("applications/c%d.md", i), "---\ncompany: Firm %dx\nrole: Engineer\napplied: 2026-10-%02d\n---\n", i, 1+i%28)
		write(fmt.Sprintf("interviews/c%d.md", i), "---\ncompany: Firm %dx\ndate: %s 14:00\nwith: Person Nr%d, Other Nr%d\n---\n", i, day, i, i)
	}
	j, err := parser.Load(files, time.UTC)
	if err != nil {
		tb.Fatal(err)
	}
	return j
}

func BenchmarkBuild(b *testing.B) {
	j := bigJournal(b, 2000)
	now := time.Date(2026, 11, 20, 20, 0, 0, 0, time.UTC)
	for b.Loop() {
		Build(j, now)
	}
}
