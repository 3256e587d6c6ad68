package render

import (
	"io"
	"mime"
	"mime/quotedprintable"
	"net/mail"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"debrief/parser"
	"debrief/report"
)

// aLetter is a draft whose every text is the given one.
func aLetter(text string) report.Draft {
	return report.Draft{
		To: &parser.Person{Name: text, Email: "dana@acme.example"}, Company: text, Subject: text,
		Paragraphs: []string{text, "Yours, " + text}, Reminders: []string{text},
	}
}

// TestDraftsAreHarmless writes letters full of hostile text and reads them
// back: one mail with its own headers and nothing more, links without a space
// or a line end, text that obeys nobody.
func TestDraftsAreHarmless(t *testing.T) {
	for name, text := range hostile {
		d := aLetter(text)
		for _, format := range DraftFormats([]report.Draft{d}) {
			var b strings.Builder
			if err := format.Write(&b, nil, Options{}); err != nil {
				t.Fatal(err)
			}
			got := b.String()
			if format.Name == "eml" {
				got = strings.ReplaceAll(got, "\r\n", "\n")
			}
			wantHarmless(t, name+", "+format.Name, got)
		}
		readDraftMail(t, name, &d)
		readDraftLink(t, name, &d)
	}
}

// wantHarmless fails where a line has anything that clean would take out.
func wantHarmless(t *testing.T, name, text string) {
	t.Helper()
	for line := range strings.SplitSeq(text, "\n") {
		if line != clean(line) {
			t.Errorf("%s: %q came through", name, line)
		}
	}
}

// readDraftMail holds a letter's mail against what a mail program makes of it.
func readDraftMail(t *testing.T, name string, d *report.Draft) {
	t.Helper()
	text, err := draftMail([]report.Draft{*d}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	m, err := mail.ReadMessage(strings.NewReader(string(text)))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	if len(m.Header) != 6 {
		t.Errorf("%s: headers %v", name, m.Header)
	}
	if to, err := m.Header.AddressList("To"); err != nil || len(to) != 1 || to[0].Address != "dana@acme.example" {
		t.Errorf("%s: to %v, %v", name, to, err)
	}
	if subject, err := new(mime.WordDecoder).DecodeHeader(m.Header.Get("Subject")); err != nil || strings.TrimSpace(subject) != strings.TrimSpace(clean(d.Subject)) {
		t.Errorf("%s: subject %q, %v", name, subject, err)
	}
	body, err := io.ReadAll(quotedprintable.NewReader(m.Body))
	if want := draftBody(d); err != nil || string(body) != want {
		t.Errorf("%s: body %q, not %q, %v", name, body, want, err)
	}
}

// readDraftLink holds a letter's link against what a browser makes of it.
func readDraftLink(t *testing.T, name string, d *report.Draft) {
	t.Helper()
	link := Mailto(d)
	u, err := url.Parse(link)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	if u.Scheme != "mailto" || u.Opaque != "dana@acme.example" || strings.ContainsAny(link, " \r\n+\"<>#") {
		t.Errorf("%s: %s", name, link)
	}
	q := u.Query()
	if len(q) != 2 || q.Get("subject") != clean(d.Subject) || q.Get("body")+"\r\n" != draftBody(d) {
		t.Errorf("%s: %q", name, q)
	}
}

// TestAddressOf takes no address that could become another one.
func TestAddressOf(t *testing.T) {
	for email, want := range map[string]string{
		"": "", "dana@acme.example": "dana@acme.example", "dana at acme": "",
		"dana@acme.example, eve@evil.example": "", "dana@acme.example\r\nBcc: eve@evil.example": "", "dana?bcc=eve@acme.example": "dana?bcc=eve@acme.example",
	} {
		d := aLetter("Dana")
		d.To.Email = email
		if got := addressOf(&d).Address; got != want {
			t.Errorf("%q gave %q", email, got)
		}
		if link := Mailto(&d); strings.Count(link, "?") != 1 {
			t.Errorf("%q gave %s", email, link)
		}
	}
}

// TestOutlinesAreHarmless does the same for the page about a company and the
// hard questions, in every format.
func TestOutlinesAreHarmless(t *testing.T) {
	s := schemaOf(t, "stumbles")
	for name, text := range hostile {
		questions := []report.HardQuestion{{Question: text, Asked: []report.Asking{{Company: text, Question: text, Answer: text, Day: parser.Civil{Year: 2026, Month: 11, Day: 19}}}}}
		b := &report.Brief{
			Company: text, Zone: time.UTC, Research: []string{text}, ToAsk: []string{text}, Questions: []string{text}, Stumbles: questions, Weak: questions,
			Positions: []report.BriefPosition{{Role: text, URL: text, Via: text}},
			Next:      &report.BriefRound{Format: text, People: []report.BriefPerson{{Name: text, Title: text, Said: []string{text}}}},
			Earlier:   []report.BriefRound{{Worked: []string{text}, OwnWords: []string{text}}},
		}
		now := time.Date(2026, 11, 19, 20, 45, 0, 0, time.UTC)
		for _, format := range append(BriefFormats(b), StumbleFormats(questions, now)...) {
			var out strings.Builder
			if err := format.Write(&out, nil, Options{Width: 40}); err != nil {
				t.Fatal(err)
			}
			if format.Name != "json" || name != "marks" { // JSON keeps every text exact
				wantHarmless(t, name+", "+format.Name, out.String())
			}
			if format.Name != "json" {
				continue
			}
			v, err := jsonschema.UnmarshalJSON(strings.NewReader(out.String()))
			if err != nil {
				t.Fatal(err)
			}
			if err := s.Validate(v); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}
