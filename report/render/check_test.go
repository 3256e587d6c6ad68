package render

import (
	"encoding/json"
	"strings"
	"testing"

	"debrief/parser"
	"debrief/report"
)

func TestCheckLines(t *testing.T) {
	r := &report.Report{
		Items: []report.Item{
			{Rule: "search-stale", Urgency: report.Overdue, Message: "Nothing has gone out."},
			{Rule: "thank-you", Urgency: report.Due, Message: "Thank Dana", Action: "write", Place: place("b.md", 2, 3, "x")},
			{Rule: "search-goal", Urgency: report.Advice, Message: "Below the goal.", Action: "Plan.", Place: place("a.md", 10, 1, "x")},
		},
		Problems: []parser.Problem{
			{ID: parser.BadDate, Place: place("b.md", 2, 1, "x"), Message: "no such day", Hint: "write 2026-02-28"},
			{ID: parser.BadDate, Place: place("a.md", 9, 1, "x"), Message: "no such day"},
		},
	}
	tests := []struct {
		least report.Urgency
		want  []string
	}{
		{"", []string{
			"a.md:9:1: error: no such day [bad-date]",
			"b.md:2:1: error: no such day; write 2026-02-28 [bad-date]",
			"search.md:1:1: error: Nothing has gone out. [search-stale]",
		}},
		{report.Advice, []string{
			"a.md:9:1: error: no such day [bad-date]",
			"a.md:10:1: note: Below the goal. Plan. [search-goal]",
			"b.md:2:1: error: no such day; write 2026-02-28 [bad-date]",
			"b.md:2:3: warning: Thank Dana; write [thank-you]",
			"search.md:1:1: error: Nothing has gone out. [search-stale]",
		}},
	}
	for _, tt := range tests {
		got := rendered(t, checkFormat(), r, Options{Least: tt.least})
		if want := strings.Join(tt.want, "\n") + "\n"; got != want {
			t.Errorf("least %q:\n%swant\n%s", tt.least, got, want)
		}
	}
}

func TestCheckOfNothingIsSilent(t *testing.T) {
	for _, f := range []Format{checkFormat(), githubFormat()} {
		if got := rendered(t, f, calm(t), Options{}); got != "" {
			t.Errorf("%s: %q, want nothing", f.Name, got)
		}
	}
}

func TestGitHubEscapes(t *testing.T) {
	r := &report.Report{Problems: []parser.Problem{{
		ID: parser.BadDate, Place: place("a,b:100%.md", 1, 1, "x"), Message: "50% of it: no, none\r\n::error::",
	}}}
	const want = "::error file=a%2Cb%3A100%25.md,line=1,endLine=1,col=1,endColumn=2,title=bad-date::50%25 of it: no, none  ::error::\n"
	if got := rendered(t, githubFormat(), r, Options{}); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestUTF16Position(t *testing.T) {
	tests := []struct {
		name, text string
		offset     int
		want       parser.LineColumn
	}{
		{"ASCII", "ab\ncd", 4, parser.LineColumn{Line: 2, Column: 2}},
		{"two bytes are one unit", "é=x", 2, parser.LineColumn{Line: 1, Column: 2}},
		{"three bytes are one unit", "世=x", 3, parser.LineColumn{Line: 1, Column: 2}},
		{"four bytes are two units", "😀=x", 4, parser.LineColumn{Line: 1, Column: 3}},
		{"a byte-order mark is none", "\uFEFF---", 3, parser.LineColumn{Line: 1, Column: 1}},
		{"a byte that is not UTF-8 is one", "\xff=x", 1, parser.LineColumn{Line: 1, Column: 2}},
		{"past the end", "ab", 9, parser.LineColumn{Line: 1, Column: 3}},
	}
	for _, tt := range tests {
		if got := utf16Position(&parser.Source{Text: tt.text}, tt.offset); got != tt.want {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}

func TestSARIF(t *testing.T) {
	r := damaged(t)
	r.Problems = r.Problems[:2]
	r.Problems[0].Place = place("my notes/zoë #1.md", 3, 1, "wïth 😀")
	r.Items = []report.Item{{ID: "k1", Rule: "search-stale", Urgency: report.Overdue, Message: "Nothing has gone out."}}
	var got sarifLog
	out := rendered(t, sarifFormat(), r, Options{Prefix: "search/", Version: "1.2.3"})
	if err := json.Unmarshal([]byte(out), &got); err != nil {
		t.Fatal(err)
	}
	if got.Version != "2.1.0" || len(got.Runs) != 1 || got.Runs[0].ColumnKind != "utf16CodeUnits" {
		t.Errorf("not a SARIF 2.1.0 log of one run in UTF-16 columns:\n%s", out)
	}
	run := got.Runs[0]
	for _, result := range run.Results {
		rule := run.Tool.Driver.Rules[result.RuleIndex]
		if rule.ID != result.RuleID || rule.Short.Text == "" {
			t.Errorf("%s has the rule %+v", result.RuleID, rule)
		}
	}
	where := run.Results[1].Locations[0].Physical
	if where.Artifact.URI != "search/my%20notes/zo%C3%AB%20%231.md" {
		t.Errorf("URI %q", where.Artifact.URI)
	}
	if want := (sarifRegion{3, 1, 3, 8}); where.Region != want {
		t.Errorf("region %v, want %v", where.Region, want)
	}
	stale := run.Results[2]
	if stale.Locations != nil || stale.Fingerprints["item/v1"] != "k1" || stale.Level != "error" {
		t.Errorf("a finding without a file: %+v", stale)
	}
}
