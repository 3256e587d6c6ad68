package render

import (
	"bytes"
	"flag"
	"net/mail"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"debrief/report"
)

var update = flag.Bool("update", false, "write the golden files of testdata")

// rendered returns what a format writes.
func rendered(t testing.TB, f Format, r *report.Report, o Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := f.Write(&b, r, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestGolden(t *testing.T) {
	all := Options{Least: report.Advice, Prefix: "search/", Version: "1.2.3"}
	addressed := Options{
		MailFrom: mail.Address{Name: "debrief", Address: "me@home.example"},
		MailTo:   []mail.Address{{Name: "Jana Průša", Address: "jana@home.example"}, {Address: "me@home.example"}},
	}
	tests := []struct {
		file   string
		format Format
		report *report.Report
		o      Options
	}{
		{"evening-80.txt", textFormat(), evening(t), Options{}},
		{"evening-40.txt", textFormat(), evening(t), Options{Width: 40}},
		{"evening-120.txt", textFormat(), evening(t), Options{Width: 120}},
		{"evening-colour.txt", textFormat(), evening(t), Options{Color: true}},
		{"evening-advice.txt", textFormat(), evening(t), Options{AllAdvice: true, Narrowed: true}},
		{"evening.md", markdownFormat(), evening(t), Options{}},
		{"evening.json", jsonFormat(), evening(t), Options{}},
		{"evening.ics", icsFormat(), evening(t), Options{}},
		{"evening-advice.ics", icsFormat(), evening(t), Options{AllAdvice: true}},
		{"evening.eml", emlFormat(), evening(t), addressed},
		{"evening.check", checkFormat(), evening(t), Options{}},
		{"evening.html", htmlFormat(), drawn(t), Options{}},
		{"calm.html", htmlFormat(), calm(t), Options{}},
		{"damaged.html", htmlFormat(), damaged(t), Options{Links: Links{Base: "../search"}}},
		{"quiet.txt", textFormat(), quiet(t), Options{}},
		{"quiet.md", markdownFormat(), quiet(t), Options{}},
		{"calm.txt", textFormat(), calm(t), Options{}},
		{"quiet.ics", icsFormat(), quiet(t), Options{}},
		{"idle.ics", icsFormat(), idle(t), Options{}},
		{"calm.eml", emlFormat(), calm(t), Options{}},
		{"damaged.txt", textFormat(), damaged(t), Options{}},
		{"damaged-40.txt", textFormat(), damaged(t), Options{Width: 40}},
		{"damaged.md", markdownFormat(), damaged(t), Options{}},
		{"damaged.json", jsonFormat(), damaged(t), Options{}},
		{"damaged.ics", icsFormat(), damaged(t), Options{}},
		{"damaged.eml", emlFormat(), damaged(t), Options{}},
		{"damaged.check", checkFormat(), damaged(t), Options{}},
		{"damaged.github", githubFormat(), damaged(t), all},
		{"evening.github", githubFormat(), evening(t), all},
	}
	for _, tt := range tests {
		t.Run(tt.file, func(t *testing.T) {
			got := rendered(t, tt.format, tt.report, tt.o)
			got = strings.Replace(got, pageStyle, "\npage.css\n", 1) // every page has it
			golden := filepath.Join("testdata", tt.file)
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", golden, diff)
			}
			if again := rendered(t, tt.format, tt.report, tt.o); strings.Replace(again, pageStyle, "\npage.css\n", 1) != got {
				t.Error("the second rendering differs from the first")
			}
		})
	}
}

func TestOrdinaryWeekFitsAScreen(t *testing.T) {
	text := rendered(t, textFormat(), evening(t), Options{Width: 80})
	if hint := "debrief --format markdown shows the line to add"; !strings.Contains(text, hint) {
		t.Errorf("no %q in a page that leaves them out:\n%s", hint, text)
	}
	if n := strings.Count(text, "\n"); n > 40 {
		t.Errorf("%d lines, want at most 40:\n%s", n, text)
	}
}

func TestNarrowedReportLeavesNothingOut(t *testing.T) {
	r := evening(t)
	for _, o := range []Options{{Narrowed: true, Width: 120}, {AllAdvice: true, Width: 120}} {
		text := rendered(t, textFormat(), r, o)
		for _, it := range r.Items {
			for _, line := range recordLines(it.Record) {
				if !strings.Contains(text, line) {
					t.Errorf("%s is not recorded by %q in\n%s", it.ID, line, text)
				}
			}
		}
	}
}
