package main

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"
)

// A topic is what a session may have something to say about. Of each topic the
// last word is remembered, so that nothing is said twice in a row.
type topic uint8

const (
	mode      topic = iota // how changes are noticed
	root                   // what is wrong with the journal's folder
	closed                 // folders that cannot be read
	kept                   // notes that look half written
	writing                // reports that could not be written
	narrowing              // what --company and the like name has gone
)

// grave reports whether what is said on a topic means that the report is not true.
func (t topic) grave() bool { return t == root || t == closed || t == writing || t == narrowing }

// gone is said of a journal whose folder is not there.
const gone = "the folder is gone: the last report stands until it is back"

// A speaker shows a session's words on the screen it has taken, until the report
// changes, others are said or these are taken back.
type speaker interface {
	speak(words string)
	hush(words string)
}

// tell says something about a topic unless it was the last word on it; nothing
// to say takes the last word back.
func (s *session) tell(t topic, words string) {
	before := s.said[t]
	if words == before {
		return
	}
	s.said[t] = words
	switch {
	case words != "" && t.grave():
		s.warn(words)
	case words != "":
		s.remark(words)
	case t == root:
		s.remark("the folder is back")
	case t == writing:
		s.remark("the report could be written again")
	default:
		s.hush(before)
	}
	s.refresh()
}

// remark says something once, on the screen or on standard error.
func (s *session) remark(words string) { s.utter(words, s.p.remark) }

// warn says something that --quiet does not keep back, since the report is not
// what somebody believes it to be, or does not reach those it is meant for.
func (s *session) warn(words string) { s.utter(words, s.p.say) }

func (s *session) utter(words string, aside func(words, hint string)) {
	if o := s.speaker(); o != nil {
		o.speak(words)
		return
	}
	aside(words, "")
}

// hush takes back what was said on the screen, if that is what stands there.
func (s *session) hush(words string) {
	if o := s.speaker(); o != nil {
		o.hush(words)
	}
}

// speaker returns the screen, nil without one.
func (s *session) speaker() speaker {
	for _, o := range s.outlets {
		if o, ok := o.(speaker); ok {
			return o
		}
	}
	return nil
}

// refresh shows how things stand where there is a place for it.
func (s *session) refresh() {
	for _, o := range s.outlets {
		if o, ok := o.(interface{ refresh() }); ok {
			o.refresh()
		}
	}
}

// tellZone says that the report counts days by a clock which no other machine
// would know.
func (s *session) tellZone() {
	switch {
	case s.unnamed == nil || s.journal.ZoneWritten:
	case s.speaker() != nil:
		s.remark(s.unnamed.Error() + ": " + nameZone)
	default:
		s.p.remark(s.unnamed.Error(), nameZone)
	}
}

// tellLook says what of the journal could not be taken as it is on disk.
func (s *session) tellLook() {
	words := ""
	if n := len(s.look.Closed); n > 0 {
		words = fmt.Sprintf("%s cannot be read: what was in it stands as it was", listed(s.look.Closed))
	}
	s.tell(closed, words)
	words = ""
	if len(s.look.Kept) > 0 {
		words = fmt.Sprintf("%s is being saved: what it said before stands for a moment", listed(s.look.Kept))
	}
	s.tell(kept, words)
}

// listed names the first of some paths, and counts the others.
func listed(paths []string) string {
	switch len(paths) {
	case 1:
		return paths[0]
	case 2:
		return paths[0] + " and " + paths[1]
	}
	return fmt.Sprintf("%s and %d others", paths[0], len(paths)-1)
}

// purpose says, after the mode, what is kept true.
func (s *session) purpose() string {
	if len(s.files) == 0 {
		return ""
	}
	return ", keeping " + strings.Join(s.files, " and ") + " true"
}

// statusLine says how the watch goes in as many words as a width of columns has
// room for, what matters most first.
func (s *session) statusLine(width int) string {
	var parts []string
	for _, t := range []topic{root, narrowing, writing, mode} {
		if s.said[t] != "" {
			parts = append(parts, s.said[t])
		}
	}
	if at := s.report.NextChange; !at.IsZero() {
		parts = append(parts, "next deadline "+s.clock(at))
	}
	if len(parts) == 0 || s.said[mode] == "" {
		parts = append(parts, s.watcher.Mode())
	}
	if !s.noted.IsZero() {
		parts = append(parts, "last change "+s.clock(s.noted)+" "+s.note)
	}
	line := parts[0]
	for _, part := range parts[1:] {
		if longer := line + " · " + part; utf8.RuneCountInString(longer) <= width {
			line = longer
		}
	}
	return line
}

// clock returns an instant as the journal's clock shows it, with the day
// unless that is the report's.
func (s *session) clock(at time.Time) string {
	at = at.In(s.journal.Zone)
	if at.Format(time.DateOnly) == s.report.Now.In(s.journal.Zone).Format(time.DateOnly) {
		return at.Format("15:04")
	}
	return at.Format("Mon 2 Jan 15:04")
}
