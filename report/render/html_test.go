package render

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"debrief/parser"
	"debrief/report"
)

// picturesOf are figures with s wherever the journal's text can go.
func picturesOf(s string, now time.Time) *report.Pictures {
	day := func(n int) time.Time { return now.AddDate(0, 0, n) }
	marks := []report.Mark{{Kind: report.MarkRound, At: day(-2), From: day(-2), Until: day(-1), What: s}}
	for i, kind := range []report.MarkKind{
		report.MarkApplied, report.MarkUnheld, report.MarkThanked, report.MarkWrote, report.MarkHeard, report.MarkOffer, report.MarkDecision, report.MarkEnd,
	} {
		marks = append(marks, report.Mark{Kind: kind, At: day(i - 1), IsDay: true, Ahead: i > 4, What: s})
	}
	return &report.Pictures{
		Funnel: []report.FunnelStage{{Name: "Applied", Reached: 3, Open: 2}, {Name: "Offer", Reached: 1}},
		Weeks:  []report.ActiveWeek{{Monday: day(-10), Applications: 2, Outreach: 1}, {Monday: day(-3), Applications: 1}},
		Timelines: []report.Timeline{
			{Company: s, Role: s, Status: s, Live: true, File: s, Marks: marks},
			{Company: s, Role: s, Status: s, Over: true, File: s, Marks: marks[:2]},
		},
		Courtesies: []report.Courtesy{
			{Person: s, Company: s, Role: s, Ended: day(-9), Due: day(-8), State: report.SentInTime, Sent: day(-9).Add(5 * time.Hour)},
			{Person: s, Company: s, Role: s, Ended: day(-6), Due: day(-5), IsDay: true, State: report.SentLate, Sent: day(-4), SentIsDay: true, Days: 2},
			{Company: s, Ended: day(-2), Due: day(-1), State: report.NotSent},
		},
		Ratings: []report.Rating{
			{Company: s, Role: s, Start: day(-9), Research: 2, Confidence: 3},
			{Company: s, Role: s, Start: day(-2), IsDay: true, Confidence: 5},
		},
		Informed: []report.Informed{{Name: s, Positions: []string{s, s}, Last: day(-3), LastIsDay: true}, {Name: s}},
	}
}

// drawn is the evening's report with pictures.
func drawn(t testing.TB) *report.Report {
	r := evening(t)
	r.Pictures = picturesOf("Acme", r.Now)
	return r
}

// parsed reads a page as a browser does.
func parsed(t testing.TB, page string) *html.Node {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// elementsOf is a page's elements with their attributes, the texts apart: of
// attributes that hold a journal's text, that there is one.
func elementsOf(t testing.TB, page string) string { return elementsIn(parsed(t, page)) }

func elementsIn(doc *html.Node) string {
	var b strings.Builder
	depth := 0
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		switch n.Type {
		case html.ElementNode:
			fmt.Fprintf(&b, "%*s%s", depth, "", n.Data)
			for _, a := range n.Attr {
				switch value := a.Val; {
				case a.Key == "aria-label", a.Key == "href" && !strings.HasPrefix(value, "#"):
					fmt.Fprintf(&b, " %s", a.Key)
				default:
					fmt.Fprintf(&b, " %s=%q", a.Key, value)
				}
			}
			b.WriteByte('\n')
		case html.CommentNode, html.DoctypeNode:
			fmt.Fprintf(&b, "%*s!%s\n", depth, "", n.Data)
		}
		depth++
		for child := range n.ChildNodes() {
			walk(child)
		}
		depth--
	}
	walk(doc)
	return b.String()
}

// payloads are what is typed, pasted or sent to break out of a page's text.
func payloads(t testing.TB) []string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", "payloads.txt"))
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for line := range strings.Lines(string(text)) {
		if line = strings.TrimSuffix(line, "\n"); line != "" && !strings.HasPrefix(line, "//") {
			all = append(all, line)
		}
	}
	for name, s := range hostile {
		if name != "nothing" { // sentences vanish with their paragraphs
			all = append(all, s)
		}
	}
	return all
}

// A page has the same elements and attributes whatever the journal says, and
// nothing that could be followed but notes.
func TestPageCannotBeForged(t *testing.T) {
	templates := map[string]LinkTemplate{"": {}}
	for _, s := range []string{"vscode://file{path}:{line}", "obsidian://open?path={path}", "{path}"} {
		template, err := ParseLink(s)
		if err != nil {
			t.Fatal(err)
		}
		templates[s] = template
	}
	all := payloads(t)
	for _, tt := range []struct{ link, base string }{
		{"", ""},
		{"", ".."},
		{"", "//host/share"},
		{"", "C:/Users/x"},
		{"vscode://file{path}:{line}", ""},
		{"obsidian://open?path={path}", ""},
		{"{path}", ""},
	} {
		o := Options{Links: Links{Template: templates[tt.link], Root: "/home/x", Base: tt.base}}
		want := elementsOf(t, rendered(t, htmlFormat(), infested(t, "x"), o))
		for _, s := range all {
			page := rendered(t, htmlFormat(), infested(t, s), o)
			doc := parsed(t, page)
			if got := elementsIn(doc); got != want {
				t.Fatalf("%q, links %q from %q: elements\n%s\nwant\n%s", s, tt.link, tt.base, got, want)
			}
			if r, found := forbidden(page); found {
				t.Errorf("%q: %U in the page", s, r)
			}
			checkAddresses(t, doc, tt.link)
		}
	}
}

// checkAddresses holds links to the scheme of their template.
func checkAddresses(t *testing.T, n *html.Node, template string) {
	for _, a := range n.Attr {
		if a.Key != "href" || strings.HasPrefix(a.Val, "#") {
			continue
		}
		scheme, rest, _ := strings.Cut(a.Val, ":")
		own, _, _ := strings.Cut(template, ":")
		plain := !strings.ContainsAny(a.Val, ":\"'<>\\ \t\n")
		if !plain && scheme != own && (scheme != "file" || strings.ContainsAny(rest, "\"'<>\\ ")) {
			t.Errorf("a link to %q", a.Val)
		}
	}
	for child := range n.ChildNodes() {
		checkAddresses(t, child, template)
	}
}

func TestPageShowsTextAsWritten(t *testing.T) {
	for _, s := range []string{`<b>&"'`, "a &lt; b", "{{.}} ${x}", "]]> --> */", "C++ & Go", "日本語 ąęś"} {
		doc := parsed(t, rendered(t, htmlFormat(), infested(t, s), Options{}))
		if !strings.Contains(readOn(doc), s) {
			t.Errorf("no %q in the page's text", s)
		}
	}
}

// readOn returns what is to be read of a page.
func readOn(n *html.Node) string {
	var b bytes.Buffer
	for d := range n.Descendants() {
		if d.Type == html.TextNode && d.Parent.Data != "style" {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

// Whatever the text says is on the page, and how to record it.
func TestPageSaysWhatTextSays(t *testing.T) {
	r := drawn(t)
	page := readOn(parsed(t, rendered(t, htmlFormat(), r, Options{})))
	wanted := []string{owing(r, Options{}), Tally(r.Counts), r.Done[0]}
	for _, it := range r.Items {
		wanted = append(wanted, it.Message, it.Action, it.ID, location(it.Place))
		wanted = append(wanted, recordLines(it.Record)...)
	}
	for _, pos := range r.Positions {
		wanted = append(wanted, pos.Company, pos.Role, pos.Status)
	}
	for _, s := range wanted {
		if !strings.Contains(page, s) {
			t.Errorf("no %q in\n%s", s, page)
		}
	}
}

// What git was asked for is on the page, as text.
func TestPageHasGitsWord(t *testing.T) {
	r := evening(t)
	r.Evidence = []report.Testimony{{What: "thanked <b>Ines</b> Falk", Place: place("log/2026-11.md", 4, 1, "x")}}
	page := rendered(t, htmlFormat(), r, Options{})
	for _, s := range []string{"Thanked &lt;b&gt;Ines&lt;/b&gt; Falk: undated; not committed yet.", `href="log/2026-11.md"`} {
		if !strings.Contains(page, s) {
			t.Errorf("no %q", s)
		}
	}
}

// The page allows its own style sheet and nothing else.
func TestPagePolicy(t *testing.T) {
	page := rendered(t, htmlFormat(), drawn(t), Options{})
	if !strings.Contains(page, `content="default-src &#39;none&#39;; style-src &#39;sha256-`) {
		t.Error("no strict policy")
	}
	for _, loads := range []string{"<script", "<link", "<img", "<iframe", "<object", " src=", "url(", "@import", " style=", " onclick="} {
		if strings.Contains(page, loads) {
			t.Errorf("%q in the page", loads)
		}
	}
}

func TestPageSaysWhatChangesNext(t *testing.T) {
	r := evening(t)
	shows := func(want string) {
		t.Helper()
		if page := rendered(t, htmlFormat(), r, Options{}); !strings.Contains(page, want) {
			t.Errorf("no %q", want)
		}
	}
	for i := range r.Items {
		r.Items[i].ChangesAt = time.Time{}
	}
	shows("This changes next on Fri 20 Nov 15:30, when something else may be owed.")
	r.Items[0].ChangesAt, r.Items[0].Title = r.NextChange, "Thank Dana"
	shows("This changes next on Fri 20 Nov 15:30: Thank Dana.")
	r.Items[1].ChangesAt = r.NextChange
	shows("This changes next on Fri 20 Nov 15:30: Thank Dana, and 1 more.")
	r.NextChange = time.Time{}
	shows("Nothing changes by itself; the next change is a note of yours.")
}

// A page counts hours: it is another when the next one is full, and at
// midnight.
func TestPageIsWrittenAnew(t *testing.T) {
	r := evening(t)
	r.Items = []report.Item{{Urgency: report.Due, Due: r.Now.Add(3*time.Hour + 20*time.Minute)}}
	if got, want := nextPage(r, Options{}), r.Now.Add(20*time.Minute+time.Second); !got.Equal(want) {
		t.Errorf("next at %v, want %v", got, want)
	}
	r.Items[0].Due = r.Now.Add(-90 * time.Minute)
	if got, want := nextPage(r, Options{}), r.Now.Add(30*time.Minute); !got.Equal(want) {
		t.Errorf("next at %v, want %v", got, want)
	}
	r.Items[0].Due = r.Now.AddDate(0, 0, 9)
	if got := nextPage(r, Options{}); got.Format("2 15:04") != "20 00:00" {
		t.Errorf("next at %v, want midnight", got)
	}
}

// The day it was made is all by which two pages of the same words differ.
func TestUndatedPage(t *testing.T) {
	r := evening(t)
	later := *r
	later.Now = r.Now.Add(time.Minute)
	a, b := rendered(t, htmlFormat(), r, Options{}), rendered(t, htmlFormat(), &later, Options{})
	if a == b || !bytes.Equal(undatedPage([]byte(a)), undatedPage([]byte(b))) {
		t.Error("the pages differ in more than when they were made")
	}
}

// Old things fold: a page of a long search leaves out what nobody reads, and
// says how much.
func TestPageFolds(t *testing.T) {
	r := evening(t)
	r.Items = nil
	for i := range 500 {
		r.Items = append(r.Items, report.Item{
			ID: fmt.Sprint(i), Rule: "thank-you", Urgency: report.Overdue, Message: fmt.Sprintf("Thank number %d.", i),
			Place: place("a.md", 1, 1, "x"),
		})
		r.Positions = append(r.Positions, report.Position{Company: fmt.Sprintf("Acme %d", i), Over: true, Status: "rejected"})
		r.Problems = append(r.Problems, parser.Problem{ID: parser.BadValue, Place: place("a.md", 1, 1, "x"), Message: fmt.Sprintf("problem %d", i)})
	}
	page := rendered(t, htmlFormat(), r, Options{})
	for _, want := range []string{"and 400 more: debrief --urgency overdue", "more: debrief --format markdown", "and 380 more: debrief check"} {
		if !strings.Contains(page, want) {
			t.Errorf("no %q", want)
		}
	}
	if len(page) > 200_000 {
		t.Errorf("%d bytes", len(page))
	}
}
