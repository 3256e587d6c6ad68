package render

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"pgregory.net/rapid"

	"debrief/parser"
	"debrief/report"
)

// hostile is text that somebody might put into a journal, or a sync tool, or a
// web page that was pasted.
var hostile = map[string]string{
	"colour":            "\x1b[31mred\x1b[0m",
	"clear screen":      "\x1b[2J\x1b[H",
	"title":             "\x1b]0;owned\x07",
	"hyperlink":         "\x1b]8;;https://evil.example\x1b\\click\x1b]8;;\x1b\\",
	"eight-bit CSI":     "\u009b31mred",
	"carriage return":   "owed\rNothing is owed tonight.",
	"backspace":         "owed\b\b\b\bdone",
	"bell and null":     "a\ab\x00c",
	"line feed":         "owed\n28 notes: 22 entries",
	"next line":         "owed\u0085forged",
	"line separators":   "owed\u2028forged\u2029again",
	"vertical tab":      "owed\v\fforged",
	"delete":            "a\u007fb",
	"bidi override":     "\u202egnp.exe\u202c",
	"bidi isolate":      "\u2066a\u2069\u200e\u200f\u061c",
	"zero width":        "An\u200ba Li\u2060ma\ufeff\u00ad",
	"joiner between":    "An\u200da",
	"tags":              "a\U000e0041\U000e0042",
	"marks":             "a" + strings.Repeat("\u0301", 100),
	"not UTF-8":         "a\xff\xc3(b",
	"heading":           "# forged",
	"task":              "- [x] forged",
	"numbered":          "1. forged",
	"quote":             "> forged",
	"rule":              "---",
	"underline":         "===",
	"fence":             "```\nforged\n```",
	"link":              "[click](https://evil.example)",
	"image":             "![x](https://evil.example/x.png)",
	"address":           "https://evil.example and www.evil.example and a@evil.example",
	"autolink":          "<https://evil.example>",
	"HTML":              "<img src=x onerror=alert(1)><b>bold</b><!-- gone",
	"entity":            "&lt;b&gt; &#x1b;",
	"table":             "a | b |\n| - | - |",
	"emphasis":          "**bold** _it_ ~~gone~~ `code`",
	"mention":           "@somebody and #1",
	"wikilink":          "[[forged]] ![[forged]] %%gone%% ==lit== $x$",
	"footnote":          "[^1] and [ref]: https://evil.example",
	"workflow command":  "::error file=x::forged",
	"percent":           "100%0A::error::forged",
	"backslash":         `\`,
	"backquotes":        "`` ` ```",
	"nothing":           "\u200b",
	"everything at end": "a\x1b[",
}

// infested is a report with s wherever the journal's text can go.
func infested(t testing.TB, s string) *report.Report {
	r := damaged(t)
	r.Done, r.Sorry, r.Partial = []string{s}, []string{s, s}, []string{s + ".md"}
	at := place("a/"+s+".md", 1, 1, s)
	r.Items = []report.Item{
		{
			ID: "x", Rule: "thank-you", Urgency: report.Overdue, Company: s, Role: s, Person: s, Title: s, Message: s, Action: s,
			Place: at, Record: &report.Record{File: s, Text: s},
		},
		{ID: "y", Rule: "search-goal", Urgency: report.Advice, Message: s + " end.", Action: "x " + s, Place: at},
	}
	start := r.Now.AddDate(0, 0, 1)
	r.Meetings = []report.Meeting{{
		ID: "z", Company: s, Role: s, Round: s, Format: s, Via: s, People: []string{s, s},
		Start: start, End: start.Add(time.Hour), Place: at,
	}}
	r.Positions = []report.Position{{Company: s, Role: s, Status: s, Live: true, File: s}}
	r.Pictures = picturesOf(s, r.Now)
	r.Problems = append(r.Problems, parser.Problem{ID: parser.BadValue, Place: at, Message: s, Hint: s})
	return r
}

// every lists all formats, each with its name.
func every() []Format {
	formats := Formats()
	for _, f := range CheckFormats() {
		f.Name = "check " + f.Name
		formats = append(formats, f)
	}
	return formats
}

// forbidden returns the first rune that no output may hold.
func forbidden(s string) (rune, bool) {
	for _, r := range s {
		bidi := r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0x200e || r == 0x200f || r == 0x61c
		if r != '\n' && unicode.IsControl(r) || bidi || r == 0x2028 || r == 0x2029 || r == 0x200b || r == 0xfeff {
			return r, true
		}
	}
	return 0, false
}

func TestJournalTextIsHarmless(t *testing.T) {
	for name, s := range hostile {
		for _, f := range every() {
			t.Run(name+"/"+f.Name, func(t *testing.T) {
				out := rendered(t, f, infested(t, s), Options{})
				if r, found := forbidden(asRead(t, f, out)); found {
					t.Errorf("%U in\n%q", r, out)
				}
				harmless := rendered(t, f, infested(t, "x"), Options{})
				if name == "nothing" {
					return // sentences vanish with their lines
				}
				out, harmless = asRead(t, f, out), asRead(t, f, harmless)
				if f.Name == "text" { // wrapping may add lines, but none at the margin
					out, harmless = margin(out), margin(harmless)
				}
				if got, want := strings.Count(out, "\n"), strings.Count(harmless, "\n"); got != want {
					t.Errorf("%d lines, want the %d that harmless text gives:\n%s", got, want, out)
				}
			})
		}
	}
}

// asRead returns what a reader of a format sees: its lines as they were before
// they were folded or encoded.
func asRead(t *testing.T, f Format, out string) string {
	t.Helper()
	switch f.Name {
	case "ics":
		return strings.ReplaceAll(strings.ReplaceAll(out, "\r\n ", ""), "\r\n", "\n")
	case "eml":
		headers, _, _ := strings.Cut(out, "\n\n")
		_, _, page := readMail(t, out) // its text is a format of its own
		return headers + "\n" + page
	}
	return out
}

// margin keeps the lines of a text below its opening that begin at the left
// edge.
func margin(text string) string {
	_, text, _ = strings.Cut(text, "\n\n")
	var b strings.Builder
	for line := range strings.Lines(text) {
		if line[0] != ' ' {
			b.WriteString(line)
		}
	}
	return b.String()
}

func TestColourOnlyStyles(t *testing.T) {
	styles := []string{string(bold), string(faint), string(alarm), string(caution), reset}
	for name, s := range hostile {
		out := rendered(t, textFormat(), infested(t, s), Options{Color: true})
		for _, sgr := range styles {
			out = strings.ReplaceAll(out, sgr, "")
		}
		if r, found := forbidden(out); found {
			t.Errorf("%s: %U beside the styles", name, r)
		}
		if want := rendered(t, textFormat(), infested(t, s), Options{}); out != want {
			t.Errorf("%s: colour changes more than colour", name)
		}
	}
}

// Markdown that a real parser reads must have the same blocks and links
// whatever the journal says.
func TestMarkdownCannotBeForged(t *testing.T) {
	md := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote))
	skeleton := func(s string) string {
		var html bytes.Buffer
		if err := md.Convert([]byte(rendered(t, markdownFormat(), infested(t, s), Options{})), &html); err != nil {
			t.Fatal(err)
		}
		// A record of several lines is several code spans.
		return strings.ReplaceAll(tagsOf(html.String()), "<code></code>", "")
	}
	want := skeleton("x")
	for name, s := range hostile {
		if name == "nothing" || name == "clear screen" {
			continue // nothing is left to make bold
		}
		if got := skeleton(s); got != want {
			t.Errorf("%s: tags\n%s\nwant\n%s", name, got, want)
		}
	}
}

// tagsOf returns the tags of HTML without attributes or comments.
func tagsOf(html string) string {
	var b strings.Builder
	for html != "" {
		_, rest, found := strings.Cut(html, "<")
		if !found {
			break
		}
		tag, after, _ := strings.Cut(rest, ">")
		name, _, _ := strings.Cut(tag, " ")
		if !strings.HasPrefix(name, "!--") {
			fmt.Fprintf(&b, "<%s>", name)
		}
		html = after
	}
	return b.String()
}

func TestMarkdownShowsTextAsWritten(t *testing.T) {
	for _, s := range []string{`a_b *c* #1 $5 50% x=y [z] <w> a@b \ ok`, "1. first", "- dash", "C++ & Go", "https://x.example"} {
		var html bytes.Buffer
		if err := goldmark.New(goldmark.WithExtensions(extension.GFM)).Convert([]byte(markdownText(s)), &html); err != nil {
			t.Fatal(err)
		}
		shown := strings.NewReplacer("<!-- raw HTML omitted -->", "", "<p>", "", "</p>\n", "",
			"&lt;", "<", "&gt;", ">", "&amp;", "&").Replace(html.String())
		if shown != s {
			t.Errorf("%q is shown as %q", s, shown)
		}
	}
}

func TestJSONKeepsTextExactly(t *testing.T) {
	for name, s := range hostile {
		var got struct{ Items []struct{ Message string } }
		if err := json.Unmarshal([]byte(rendered(t, jsonFormat(), infested(t, s), Options{})), &got); err != nil {
			t.Fatal(err)
		}
		if want := strings.ToValidUTF8(s, "\uFFFD"); name != "not UTF-8" && got.Items[0].Message != want {
			t.Errorf("%s: %q, want %q", name, got.Items[0].Message, want)
		}
	}
}

func TestLinesFitTheWidth(t *testing.T) {
	unbroken := regexp.MustCompile(`\S*(/|\.md)\S*`)
	rapid.Check(t, func(rt *rapid.T) {
		s := rapid.StringOf(rapid.OneOf(
			rapid.Rune(), rapid.SampledFrom([]rune("aé世界한👩\u200d🏽e\u0301 🇩🇪\u0915\u094d\x1b\u202e\n")),
		)).Draw(rt, "text")
		width := rapid.IntRange(leastWidth, 130).Draw(rt, "width")
		out := rendered(t, textFormat(), infested(t, s), Options{Width: width})
		if r, found := forbidden(out); found {
			rt.Fatalf("%U in %q", r, out)
		}
		for line := range strings.Lines(out) {
			line = strings.TrimSuffix(line, "\n")
			if columns(line) > width && !unbroken.MatchString(line) {
				rt.Fatalf("%d columns of %d: %q", columns(line), width, line)
			}
		}
	})
}
