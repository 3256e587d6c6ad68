package render

import (
	"bytes"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"strings"
	"testing"
	"time"

	"debrief/report"
)

// readMail reads a mail as a mail program does, and returns its headers and its
// two bodies.
func readMail(t *testing.T, raw string) (headers mail.Header, text, page string) {
	t.Helper()
	m, err := mail.ReadMessage(strings.NewReader(raw))
	if err != nil {
		t.Fatalf("%v in\n%s", err, raw)
	}
	kind, params, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
	if err != nil || kind != "multipart/alternative" {
		t.Fatalf("%s: %v", kind, err)
	}
	parts := multipart.NewReader(m.Body, params["boundary"])
	var bodies []string
	for _, want := range []string{"text/plain; charset=utf-8", "text/html; charset=utf-8"} {
		// NextRawPart leaves the decoding to us: NextPart hides the header.
		part, err := parts.NextRawPart()
		if err != nil {
			t.Fatal(err)
		}
		if got := part.Header.Get("Content-Type"); got != want {
			t.Errorf("a part of %s, want %s", got, want)
		}
		if got := part.Header.Get("Content-Transfer-Encoding"); got != "quoted-printable" {
			t.Errorf("encoded as %s", got)
		}
		body, err := io.ReadAll(quotedprintable.NewReader(part))
		if err != nil {
			t.Fatal(err)
		}
		bodies = append(bodies, string(body))
	}
	if _, err := parts.NextRawPart(); err != io.EOF {
		t.Errorf("after the two parts: %v", err)
	}
	return m.Header, bodies[0], bodies[1]
}

func TestMailReadsBack(t *testing.T) {
	r := evening(t)
	o := Options{
		Width: 120, Color: true, // a terminal's, which a mail is not
		MailFrom: mail.Address{Address: "me@home.example"},
		MailTo:   []mail.Address{{Name: "Jana Průša, PhD", Address: "jana@home.example"}, {Address: "me@home.example"}},
	}
	headers, text, page := readMail(t, rendered(t, emlFormat(), r, o))
	for name, want := range map[string]string{
		"Subject":        "debrief: 2 overdue, 4 due",
		"Date":           "Thu, 19 Nov 2026 20:45:00 +0100",
		"From":           "<me@home.example>",
		"Auto-Submitted": "auto-generated",
		"Mime-Version":   "1.0",
	} {
		if got := headers.Get(name); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
	to, err := headers.AddressList("To")
	if err != nil || len(to) != 2 || *to[0] != o.MailTo[0] || *to[1] != o.MailTo[1] {
		t.Errorf("to %v: %v", to, err)
	}
	if want := rendered(t, textFormat(), r, Options{Width: mailWidth}); text != strings.TrimSuffix(want, "\n") {
		t.Errorf("the text is\n%s\nwant the report in %d columns\n%s", text, mailWidth, want)
	}
	for _, it := range withUrgency(r.Items, report.Due) {
		for _, s := range append(recordLines(it.Record), it.Message, it.Action, whereabouts(it)) {
			if !strings.Contains(page, escapeHTML(s)) {
				t.Errorf("no %q in\n%s", s, page)
			}
		}
	}
}

func TestMailLines(t *testing.T) {
	for name, r := range map[string]*report.Report{"evening": evening(t), "damaged": damaged(t), "hostile": infested(t, "ž\r\n.\n\rx")} {
		raw := rendered(t, emlFormat(), r, Options{})
		if strings.Contains(raw, "\r") || !strings.HasSuffix(raw, "--"+mailBoundary+"--\n") {
			t.Errorf("%s: line ends other than line feeds, or none at the end", name)
		}
		for line := range strings.Lines(raw) {
			if len(strings.TrimSuffix(line, "\n")) > 78 || strings.ContainsFunc(line, func(r rune) bool { return r > '~' }) {
				t.Errorf("%s: %q", name, line)
			}
		}
	}
}

// A mail without addresses names none: whoever sends it says to whom.
func TestMailWithoutAddresses(t *testing.T) {
	headers, _, _ := readMail(t, rendered(t, emlFormat(), calm(t), Options{}))
	for _, name := range []string{"To", "From", "Cc", "Sender"} {
		if _, named := headers[name]; named {
			t.Errorf("%s: %s", name, headers.Get(name))
		}
	}
}

func TestMailSubject(t *testing.T) {
	narrowed := Options{Narrowed: true}
	due := quiet(t)
	due.Counts.Overdue = 0
	for want, got := range map[string]string{
		"debrief: 2 overdue, 4 due":             inShort(evening(t), Options{}),
		"debrief: 1 due":                        inShort(due, narrowed),
		"debrief: nothing owed":                 inShort(calm(t), Options{}),
		"debrief: nothing owed among these":     inShort(calm(t), narrowed),
		"debrief: not everything could be read": inShort(damaged(t), narrowed),
	} {
		if got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

// What git was asked for is in both parts.
func TestMailHasGitsWord(t *testing.T) {
	r := evening(t)
	r.Evidence = []report.Testimony{{What: "thanked Ines Falk", Place: place("log/2026-11.md", 4, 1, "x")}}
	_, text, page := readMail(t, rendered(t, emlFormat(), r, Options{}))
	for _, s := range []string{text, page} {
		if !strings.Contains(s, "hanked Ines Falk: undated; not committed yet.") || !strings.Contains(s, "log/2026-11.md:4") {
			t.Errorf("no word of git's in\n%s", s)
		}
	}
}

// Two mails that say different things are two messages; the same mail made
// twice is one.
func TestMailIdentifier(t *testing.T) {
	id := func(r *report.Report, o Options) string {
		headers, _, _ := readMail(t, rendered(t, emlFormat(), r, o))
		return headers.Get("Message-Id")
	}
	first := id(evening(t), Options{})
	if !strings.HasSuffix(first, "@debrief.invalid>") || first != id(evening(t), Options{}) {
		t.Errorf("identifier %s, then %s", first, id(evening(t), Options{}))
	}
	later := evening(t)
	later.Now = later.Now.Add(24 * time.Hour)
	to := Options{MailTo: []mail.Address{{Address: "me@home.example"}}}
	if first == id(later, Options{}) || first == id(calm(t), Options{}) || first == id(evening(t), to) {
		t.Error("the identifier of another mail")
	}
}

// No text of the journal, and no address, can add a header or a part.
func TestMailCannotBeForged(t *testing.T) {
	names := func(raw string) string {
		headers, _, _ := strings.Cut(raw, "\n\n")
		var b strings.Builder
		for line := range strings.Lines(headers) {
			name, _, _ := strings.Cut(line, ":")
			b.WriteString(name + " ")
		}
		return b.String()
	}
	forge := "x\r\nBcc: evil@evil.example\r\n\r\n--" + mailBoundary + "--\r\n"
	o := Options{MailFrom: mail.Address{Name: forge, Address: "a@b.example\r\nBcc: evil@evil.example"}}
	want := names(rendered(t, emlFormat(), infested(t, "x"), o))
	texts := map[string]string{"header": forge, "boundary": "\n--" + mailBoundary + "\n"}
	for name, s := range hostile {
		texts[name] = s
	}
	for name, s := range texts {
		raw := rendered(t, emlFormat(), infested(t, s), o)
		if got := names(raw); got != want {
			t.Errorf("%s: headers %s, want %s", name, got, want)
		}
		if n := bytes.Count([]byte(raw), []byte("--"+mailBoundary)); n != 3 {
			t.Errorf("%s: %d boundaries", name, n)
		}
	}
}

// The page has the same tags whatever the journal says.
func TestMailPageCannotBeForged(t *testing.T) {
	skeleton := func(s string) string {
		// A record of several lines is several pieces of code.
		return strings.ReplaceAll(tagsOf(mailPage(infested(t, s), Options{}, s)), "<br><code></code>", "")
	}
	want := skeleton("x")
	texts := map[string]string{"attribute": `" onload="alert(1)" style="x`, "script": "</title></style><script>alert(1)</script>", "entity": "&lt;script&#62;"}
	for name, s := range hostile {
		texts[name] = s
	}
	for name, s := range texts {
		if name == "nothing" {
			continue // sentences vanish with their paragraphs
		}
		if got := skeleton(s); got != want {
			t.Errorf("%s: tags\n%s\nwant\n%s", name, got, want)
		}
	}
	page := mailPage(infested(t, `<b>&"'`), Options{}, "")
	if strings.Contains(page, "<b>") || !strings.Contains(page, "&lt;b&gt;&amp;&#34;&#39;") {
		t.Error("text is not shown as it was written")
	}
}
