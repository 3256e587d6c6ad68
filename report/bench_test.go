package report

import (
	"fmt"
	"strings"
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

// crowdedJournal is one note that asks for n things: rounds below headings, or
// people of one round who are owed thanks, or questions asked again and again.
func crowdedJournal(tb testing.TB, what string, n int) *parser.Journal {
	tb.Helper()
	var b strings.Builder
	b.WriteString("---\ncompany: Globex\nrole: Engineer\n")
	switch what {
	case "rounds":
		b.WriteString("---\n")
		for i := range n {
			fmt.Fprintf(&b, "\n## Round %d - 2026-11-18 10:00\n\nwith Hana Kim\n", i+1)
		}
	case "people":
		b.WriteString("date: 2026-11-18 10:00\nwith:\n")
		for i := range n {
			fmt.Fprintf(&b, "  - Ana%c%c%c Lima\n", 'a'+i%26, 'a'+i/26%26, 'a'+i/676)
		}
		b.WriteString("---\n")
	case "questions":
		b.WriteString("date: 2026-11-18 10:00\n---\n\n## Stumbles\n\n")
		b.WriteString(strings.Repeat("- why did you leave the last team\n", n))
	}
	j, err := parser.Load(fstest.MapFS{"interviews/globex.md": {Data: []byte(b.String())}}, time.UTC)
	if err != nil {
		tb.Fatal(err)
	}
	return j
}

// BenchmarkCrowded measures how much longer a note with eight times as many
// duties takes: 8 where each of them costs the same.
func BenchmarkCrowded(b *testing.B) {
	now := time.Date(2026, 11, 20, 20, 0, 0, 0, time.UTC)
	for _, what := range []string{"rounds", "people", "questions"} {
		b.Run(what, func(b *testing.B) {
			few, many := crowdedJournal(b, what, 250), crowdedJournal(b, what, 2000)
			var ofFew time.Duration
			for b.Loop() {
				start := time.Now()
				Build(few, now)
				ofFew += time.Since(start)
				Build(many, now)
			}
			b.ReportMetric(float64(b.Elapsed()-ofFew)/float64(ofFew), "x-eighth")
		})
	}
}

func BenchmarkBuild(b *testing.B) {
	j := bigJournal(b, 2000)
	now := time.Date(2026, 11, 20, 20, 0, 0, 0, time.UTC)
	for b.Loop() {
		Build(j, now)
	}
}
