package render

import (
	"errors"
	"fmt"
	"io"
	"mime"
	"net/mail"
	"slices"
	"strings"

	"debrief/report"
)

// ErrSeveral is what writing several letters in a format ends with that holds
// one.
var ErrSeveral = errors.New("a mail holds one letter")

// DraftFormats lists the ways to write letters, the default first. Their Write
// takes no report; drafts may be nil to ask for the names only.
func DraftFormats(drafts []report.Draft) []Format {
	as := func(write func([]report.Draft, Options) ([]byte, error)) func(io.Writer, *report.Report, Options) error {
		return func(w io.Writer, _ *report.Report, o Options) error {
			text, err := write(drafts, o)
			if err != nil {
				return err
			}
			return emit(w, text)
		}
	}
	return []Format{
		{Name: "text", Endings: []string{".txt"}, About: "to read, and to copy from", Prose: true, Write: as(draftsText)},
		{Name: "eml", Endings: []string{".eml"}, About: "a mail that a mail program opens to be finished and sent", Write: as(draftMail)},
		{Name: "mailto", About: "a link that opens a mail program with the letter in it", Write: as(draftLinks)},
	}
}

// draftWidth is how wide a letter is in text, in columns, where there is room.
const draftWidth = 72

// draftsText writes letters one below the other, each with whom it is to and
// what it is about on top.
func draftsText(drafts []report.Draft, o Options) ([]byte, error) {
	if o.Width == 0 || o.Width > draftWidth {
		o.Width = draftWidth
	}
	p := newPage(o, full)
	for i := range drafts {
		if i > 0 {
			p.line(plain, "")
			p.line(faint, strings.Repeat("─", p.width))
			p.line(plain, "")
		}
		p.draft(&drafts[i])
	}
	return []byte(p.String()), nil
}

// draft writes one letter.
func (p *page) draft(d *report.Draft) {
	whom := addressOf(d)
	switch {
	case d.To == nil:
		p.prose(bold, 0, 4, clean(fmt.Sprintf("To: %s (no name in the journal)", orDash(d.Company))))
	case whom.Address == "":
		p.prose(bold, 0, 4, clean(fmt.Sprintf("To: %s (%s)", d.To.Name, companyOr(d, "no address in the journal"))))
	default:
		p.prose(bold, 0, 4, clean(fmt.Sprintf("To: %s <%s>", d.To.Name, whom.Address)))
	}
	p.prose(bold, 0, 4, clean("Subject: "+d.Subject))
	for _, paragraph := range d.Paragraphs {
		p.line(plain, "")
		p.prose(plain, 0, 0, clean(paragraph))
	}
	for i, reminder := range d.Reminders {
		if i == 0 {
			p.line(plain, "")
			p.line(faint, "For you alone, from your notes:")
		}
		p.prose(faint, 2, 2, clean(reminder))
	}
}

// companyOr is what stands behind a name that has no address.
func companyOr(d *report.Draft, none string) string {
	if d.Company == "" {
		return none
	}
	return d.Company + ", " + none
}

// draftBody is the text of a letter as mails have it: an empty line between
// paragraphs, and the network's line ends.
func draftBody(d *report.Draft) string {
	var lines []string
	for i, paragraph := range d.Paragraphs {
		if i > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, clean(paragraph))
	}
	return strings.Join(lines, "\r\n") + "\r\n"
}

// addressOf returns where a letter goes; without an address where the journal
// has none that a mail could be sent to.
func addressOf(d *report.Draft) mail.Address {
	if d.To == nil {
		return mail.Address{}
	}
	parsed, err := mail.ParseAddress(d.To.Email)
	if err != nil || clean(parsed.Address) != parsed.Address {
		return mail.Address{Name: clean(d.To.Name)}
	}
	return mail.Address{Name: clean(d.To.Name), Address: parsed.Address}
}

// draftMail writes a letter as a mail that nobody has sent: programs that know
// X-Unsent open it to be edited. It has no From, Date or Message-ID: a mail is
// from somebody, and at a time, once it is sent, and the program that sends it
// says so. A Message-ID of ours would be that of every mail sent from this file.
func draftMail(drafts []report.Draft, _ Options) ([]byte, error) {
	if len(drafts) != 1 {
		return nil, ErrSeveral
	}
	d := &drafts[0]
	var m letter
	m.header("X-Unsent", "1")
	if to := addressOf(d); to.Address != "" {
		m.addresses("To", to)
	}
	m.header("Subject", mime.QEncoding.Encode("utf-8", clean(d.Subject)))
	m.header("MIME-Version", "1.0")
	m.header("Content-Type", "text/plain; charset=utf-8")
	m.header("Content-Transfer-Encoding", "quoted-printable")
	body, err := quotedLines(draftBody(d))
	if err != nil {
		return nil, err
	}
	// Unlike the report's mail, which goes through a program's standard input,
	// this one is a file for a mail program, in the network's own line ends.
	head := strings.ReplaceAll(m.String()+"\n", "\n", "\r\n")
	return slices.Concat([]byte(head), body), nil
}
