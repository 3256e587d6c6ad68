package main

import (
	"fmt"
	"strings"
	"time"

	"debrief/report"
)

// gapHint says what is missing from a line that settles nothing.
func gapHint(item report.Item, text string) string {
	if strings.Contains(text, gap) {
		return fmt.Sprintf("fill in what stands for %s: debrief done %s %s", gap, item.ID, strings.TrimSpace(strings.Repeat("'…' ", strings.Count(text, gap))))
	}
	return "debrief explain " + item.ID + " says what it rests on"
}

// gap stands in a record for what only the person knows.
const gap = "…"

// withGap gives a record that ends where the person has to go on, in a heading
// or a field without a value, a gap there.
func withGap(text string) string {
	last := text[strings.LastIndex(text, "\n")+1:]
	switch {
	case strings.Contains(text, gap):
		return text
	case strings.HasSuffix(last, ":"):
		return text + " " + gap
	case strings.HasPrefix(last, "#"):
		return text + "\n\n- " + gap
	}
	return text
}

// recordText is the item's record with its gaps filled, its date and what it
// was about.
func (p *program) recordText(f *deedFlags, r *report.Report, item report.Item, fill []string) (string, error) {
	text, err := p.filled(item, fill)
	if err != nil {
		return "", err
	}
	day := r.Now.Format(time.DateOnly)
	if f.on.text != "" {
		on, err := p.dayMeant(&f.on, r)
		if err != nil {
			return "", err
		}
		if !strings.Contains(text, day) || strings.HasPrefix(text, "---") {
			return "", usage("leave out --on", "this line has no date of its own: %s", text)
		}
		at := strings.LastIndex(text, day)
		text, day = text[:at]+on+text[at+len(day):], on
	}
	if f.about.words != "" {
		return aboutIn(text, day, item, f.about.String())
	}
	return text, nil
}

// dayMeant is the date of --on, with its time if it has one, on the journal's
// clock. What lies ahead was not done.
func (p *program) dayMeant(on *instant, r *report.Report) (string, error) {
	said := on.text
	on, err := on.on(r.Now.In(r.Zone).Format(time.DateOnly))
	if err != nil {
		return "", err
	}
	t, err := on.in(r.Zone)
	if err != nil {
		return "", err
	}
	if t.After(r.Now) {
		return "", usage("a thing is recorded once it was done", "--on: %q lies ahead", said)
	}
	if on.local && len(on.text) == len(time.DateOnly) {
		return t.In(r.Zone).Format(time.DateOnly), nil
	}
	return t.In(r.Zone).Format("2006-01-02 15:04"), nil
}

// filled is the record of an item with its gaps filled, asking for them where
// somebody can be asked. Of an application the role may stay unsaid; any other
// gap would stand in the note as if somebody had meant it.
func (p *program) filled(item report.Item, fill []string) (string, error) {
	text := withGap(item.Record.Text)
	pieces := strings.Split(text, gap)
	if len(fill) >= len(pieces) {
		return "", usage("quote words that belong together", "there is no gap left for %q in: %s", fill[len(pieces)-1], text)
	}
	said := pieces[0]
	for i, next := range pieces[1:] {
		word := ""
		switch {
		case i < len(fill):
			word = strings.TrimSpace(fill[i])
		case len(fill) == 0 && p.asks():
			word = p.ask(visible(said+gap+strings.Join(pieces[i+1:], gap)) + "\n" + gap + " = ")
		}
		application, isRole := strings.CutSuffix(said, " as ")
		switch {
		case strings.ContainsAny(word, "\r\n"):
			return "", usage("write it on one line", "%q has several lines", word)
		case (word == "" || word == gap) && isRole && i > 0:
			return application + next, nil
		case word == "" || word == gap:
			return "", withHint(fmt.Errorf("%q has a gap, and was not written", text), gapHint(item, text))
		}
		said += word + next
	}
	return said, nil
}

// aboutIn adds what something was about: behind a colon in a log line, in a
// field as a list that has room for it.
func aboutIn(text, day string, item report.Item, about string) (string, error) {
	if strings.ContainsAny(about, "\r\n") {
		return "", usage("write it on one line", "--about has several lines")
	}
	last := text[strings.LastIndex(text, "\n")+1:]
	switch key, _, isField := strings.Cut(last, ":"); {
	case strings.HasPrefix(last, "- "+day):
		return text + ": " + about, nil
	case isField && strings.TrimSpace(key) == "thanked" && item.Person != "":
		return fmt.Sprintf("%s: [{to: %s, sent: %s, about: %s}]", key, quoted(item.Person), day, quoted(about)), nil
	}
	return "", usage("leave out --about, or add the line by hand", "this line has no room for what it was about: %s", text)
}

// quoted is a text as a value of YAML.
func quoted(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\r", `\r`, "\t", `\t`).Replace(s) + `"`
}
