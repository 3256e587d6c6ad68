package render

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"mime"
	"mime/quotedprintable"
	"net/mail"
	"strings"
	"time"

	"debrief/report"
)

// Why line feeds and no CRLF: the mail is for a program's standard input, where
// a line ends as all lines of the system do. sendmail, msmtp and the like put
// the network's line ends in themselves, some of them twice if they are there
// already; programs that open an .eml file take either.
//
// Why the standard library: it has all that two parts need, and writes the
// same bytes every time. emersion/go-message would add reading, which is not
// wanted here.

func emlFormat() Format {
	return Format{
		Name:    "eml",
		Endings: []string{".eml"},
		About:   "a mail with the report as text and HTML, for sendmail -t",
		Prose:   true,
		Write:   EML,
	}
}

const (
	// mailWidth is how wide the text is, in columns: what is left of 80 once a
	// reply has quoted it a few times.
	mailWidth = 72
	// mailBoundary parts the two bodies. In quoted-printable text no underscore
	// can follow an equals sign.
	mailBoundary = "=_debrief_part"
	// mailDomain ends the message's identifier. No mailbox has it, so that no
	// server can take the message for a forgery of its own.
	mailDomain = "debrief.invalid"
)

// EML writes the report as a mail of two alternatives, plain text and HTML, in
// the way of RFC 5322 but with line feeds at the ends of lines. Without
// o.MailTo or o.MailFrom it has no such header: `sendmail ADDRESS` needs none.
func EML(w io.Writer, r *report.Report, o Options) error {
	var text bytes.Buffer
	if err := Text(&text, r, Options{Width: mailWidth, AllAdvice: o.AllAdvice, Narrowed: o.Narrowed}); err != nil {
		return err
	}
	subject := inShort(r, o)
	var body bytes.Buffer
	for _, part := range []struct{ kind, content string }{
		{"text/plain", text.String()},
		{"text/html", mailPage(r, o, subject)},
	} {
		fmt.Fprintf(&body, "--%s\n%s\n%s\n\n", mailBoundary,
			"Content-Type: "+part.kind+"; charset=utf-8", "Content-Transfer-Encoding: quoted-printable")
		if err := writeQuoted(&body, part.content); err != nil {
			return err
		}
	}
	fmt.Fprintf(&body, "--%s--\n", mailBoundary)

	var m letter
	if o.MailFrom.Address != "" {
		m.addresses("From", o.MailFrom)
	}
	m.addresses("To", o.MailTo...)
	m.header("Subject", mime.QEncoding.Encode("utf-8", subject))
	m.header("Date", r.Now.In(zoneOf(r.Zone)).Format(time.RFC1123Z))
	sum := sha256.Sum256(append([]byte(m.String()), body.Bytes()...))
	m.header("Message-ID", "<"+hex.EncodeToString(sum[:12])+"@"+mailDomain+">")
	m.header("Auto-Submitted", "auto-generated") // no answers from people on leave
	m.header("MIME-Version", "1.0")
	m.header("Content-Type", `multipart/alternative; boundary="`+mailBoundary+`"`)
	return emit(w, append([]byte(m.String()+"\n"), body.Bytes()...))
}

// A letter collects the headers of a mail.
type letter struct{ strings.Builder }

// header writes one header. The value is ours or encoded, and clean all the
// same: a line end in it would begin a header of somebody else's.
func (m *letter) header(name, value string) {
	fmt.Fprintf(m, "%s: %s\n", name, clean(value))
}

// addresses writes a header that lists addresses, one a line, if there are any.
func (m *letter) addresses(name string, list ...mail.Address) {
	if len(list) == 0 {
		return
	}
	written := make([]string, len(list))
	for i, a := range list {
		written[i] = clean(a.String())
	}
	fmt.Fprintf(m, "%s: %s\n", name, strings.Join(written, ",\n "))
}

// inShort says in a few words whether the mail is worth opening now.
func inShort(r *report.Report, o Options) string {
	var parts []string
	if n := r.Counts.Overdue; n > 0 {
		parts = append(parts, fmt.Sprintf("%d overdue", n))
	}
	if n := r.Counts.Due; n > 0 {
		parts = append(parts, fmt.Sprintf("%d due", n))
	}
	switch {
	case len(parts) > 0:
	case !readWhole(r):
		parts = append(parts, "not everything could be read")
	case o.Narrowed:
		parts = append(parts, "nothing owed among these")
	default:
		parts = append(parts, "nothing owed")
	}
	return "debrief: " + strings.Join(parts, ", ")
}

// writeQuoted writes text as quoted-printable.
func writeQuoted(b *bytes.Buffer, text string) error {
	var quoted bytes.Buffer
	w := quotedprintable.NewWriter(&quoted)
	if _, err := io.WriteString(w, text); err != nil {
		return fmt.Errorf("encode the mail: %w", err)
	}
	if err := w.Close(); err != nil {
		return fmt.Errorf("encode the mail: %w", err)
	}
	b.Write(bytes.ReplaceAll(quoted.Bytes(), []byte("\r\n"), []byte("\n")))
	if !strings.HasSuffix(text, "\n") {
		b.WriteByte('\n')
	}
	return nil
}
