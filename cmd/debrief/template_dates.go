package main

import (
	"fmt"
	"regexp"
	"strings"
	"sync"
	"time"
	"unicode"
)

// formatted finds {{date:YYYY-MM-DD}}, as Obsidian's templates have it.
var formatted = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\{\{\s*(?:date|time)\s*:([^{}]*)\}\}`) })

// formatWords are the words of such a format as Go has them, the longer of two
// that begin alike first.
var formatWords = strings.NewReplacer(
	"YYYY", "2006", "YY", "06", "MMMM", "January", "MMM", "Jan", "MM", "01", "M", "1", "DD", "02", "D", "2",
	"dddd", "Monday", "ddd", "Mon", "HH", "15", "hh", "03", "h", "3", "mm", "04", "ss", "05", "A", "PM",
)

// noWords are formats without their words: letters that are left are something
// else.
var noWords = strings.NewReplacer(
	"YYYY", "", "YY", "", "MMMM", "", "MMM", "", "MM", "", "M", "", "DD", "", "D", "",
	"dddd", "", "ddd", "", "HH", "", "hh", "", "h", "", "mm", "", "ss", "", "A", "",
)

// inFormats fills in the dates of a template that say how they are written.
// Without a date they stay blank.
func (b *blanks) inFormats(name, text string) (string, error) {
	if !strings.Contains(text, "{{") {
		return text, nil
	}
	var when time.Time
	for _, layout := range []string{"2006-01-02 15:04", time.DateOnly} {
		if t, err := time.Parse(layout, b.When); err == nil {
			when = t
		}
	}
	var odd error
	text = formatted().ReplaceAllStringFunc(text, func(said string) string {
		format := strings.TrimSpace(formatted().FindStringSubmatch(said)[1])
		if strings.ContainsFunc(noWords.Replace(format), func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			odd = withHint(fmt.Errorf("%s: %s is a format that debrief does not know", name, said),
				"write it with YYYY, MM, DD, HH and mm, as in {{date:YYYY-MM-DD}}")
		}
		if when.IsZero() {
			return ""
		}
		return when.Format(formatWords.Replace(format))
	})
	return text, odd
}
