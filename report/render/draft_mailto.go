package render

import (
	"bytes"
	"fmt"
	"mime/quotedprintable"
	"strings"

	"debrief/report"
)

// MailtoLength is from how many characters on a link may be cut off: what
// Windows and some browsers hand on of one.
const MailtoLength = 2000

// draftLinks writes each letter as a link on a line of its own.
func draftLinks(drafts []report.Draft, _ Options) ([]byte, error) {
	var b bytes.Buffer
	for i := range drafts {
		b.WriteString(Mailto(&drafts[i]) + "\n")
	}
	return b.Bytes(), nil
}

// Mailto returns a letter as a link in the way of RFC 6068: everything that
// could end a part of it percent-encoded, a line end as %0D%0A. Without an
// address the mail program asks whom it is to.
func Mailto(d *report.Draft) string {
	return "mailto:" + inLink(addressOf(d).Address, "@") + "?subject=" + inLink(clean(d.Subject), "") + "&body=" + inLink(strings.TrimSuffix(draftBody(d), "\r\n"), "")
}

// inLink percent-encodes all but letters, digits, and what is reserved for
// nothing or plain.
func inLink(text, plain string) string {
	const unreserved = "-._~"
	var b strings.Builder
	for i := range len(text) {
		c := text[i]
		switch {
		case 'a' <= c|0x20 && c|0x20 <= 'z', '0' <= c && c <= '9', strings.IndexByte(unreserved+plain, c) >= 0:
			b.WriteByte(c)
		default:
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}

// quotedLines is text as quoted-printable with the network's line ends.
func quotedLines(text string) ([]byte, error) {
	var b bytes.Buffer
	w := quotedprintable.NewWriter(&b)
	if _, err := w.Write([]byte(text)); err != nil {
		return nil, fmt.Errorf("encode the mail: %w", err)
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("encode the mail: %w", err)
	}
	return b.Bytes(), nil
}
