package main

import (
	"errors"
	"fmt"
	"net/mail"
	"strings"
	"time"

	"debrief/cmd/debrief/internal/schedule"
)

// A clockTime is --daily: a time of day.
type clockTime struct {
	text         string
	hour, minute int
}

// usualTime is when a report is made unless somebody says otherwise: early
// enough to act on it the same day.
const usualTime = "08:00"

// String returns the time as it was given.
func (c *clockTime) String() string { return c.text }

// Type returns what help calls a time of day.
func (c *clockTime) Type() string { return "TIME" }

// Set reads a time on either kind of clock.
func (c *clockTime) Set(s string) error {
	folded := strings.ToLower(strings.ReplaceAll(s, " ", ""))
	for _, layout := range []string{"15:04", "3:04pm", "3pm"} {
		if t, err := time.Parse(layout, folded); err == nil {
			*c = clockTime{s, t.Hour(), t.Minute()}
			return nil
		}
	}
	return withHint(fmt.Errorf("%q is not a time of day", s), "write it as 08:00 or 8am")
}

// A weekTime is --weekly: a day of the week and a time of day. A flag has one
// value, and nobody thinks of these as one: the time may also stand beside it,
// as an argument.
type weekTime struct {
	text  string
	day   time.Weekday
	clock clockTime // its text is "" when no time was given
}

// String returns the day and the time as they were given.
func (w *weekTime) String() string { return w.text }

// Type returns what help calls them.
func (w *weekTime) Type() string { return "DAY TIME" }

// Set reads a day, and a time if there is one.
func (w *weekTime) Set(s string) error {
	dayText, clockText, _ := strings.Cut(strings.TrimSpace(s), " ")
	day, ok := weekday(dayText)
	if !ok {
		return withHint(fmt.Errorf("%q is not a day of the week", dayText), `write it as "mon 08:00"; --cron takes several days`)
	}
	*w = weekTime{text: s, day: day}
	if strings.TrimSpace(clockText) == "" {
		return nil
	}
	return w.clock.Set(strings.TrimSpace(clockText))
}

// weekday reads a day's English name, or the first three letters or more of it.
func weekday(text string) (time.Weekday, bool) {
	for day := time.Sunday; day <= time.Saturday; day++ {
		if len(text) >= 3 && strings.HasPrefix(strings.ToLower(day.String()), strings.ToLower(text)) {
			return day, true
		}
	}
	return 0, false
}

// A cronSpec is --cron: times as a line for cron has them.
type cronSpec struct {
	text string
	when schedule.When
}

// String returns the times as they were given.
func (c *cronSpec) String() string { return c.text }

// Type returns what help calls them.
func (c *cronSpec) Type() string { return "SPEC" }

// Set reads the five fields.
func (c *cronSpec) Set(s string) error {
	when, err := schedule.Parse(s)
	if err != nil {
		return hinted(err)
	}
	*c = cronSpec{s, when}
	return nil
}

// hinted brings along the hint of what package schedule has refused.
func hinted(err error) error {
	if r, ok := errors.AsType[*schedule.RefusedError](err); ok {
		return withHint(err, r.Hint)
	}
	return err
}

// An address is --mail.
type address string

// String returns the address as it was given.
func (a *address) String() string { return string(*a) }

// Type returns what help calls an address.
func (a *address) Type() string { return "ADDR" }

// Set accepts one address, with a name before it or without.
func (a *address) Set(s string) error {
	if _, err := mail.ParseAddress(s); err != nil {
		return withHint(fmt.Errorf("%q is not an address", s), "write it as me@home.example")
	}
	*a = address(s)
	return nil
}

// A jobWord is --name: what tells several schedules of one journal apart.
type jobWord string

// String returns the word as it was given.
func (w *jobWord) String() string { return string(*w) }

// Type returns what help calls it.
func (w *jobWord) Type() string { return "WORD" }

// Set accepts what may stand in the name of a file on every system.
func (w *jobWord) Set(s string) error {
	if s == "" || schedule.Slug(s) != s {
		return errors.New("takes small letters and digits, with hyphens between them, up to 24 in all")
	}
	*w = jobWord(s)
	return nil
}

// A system is --as. Its words are too many to stand beside it in the help.
type system struct{ choice }

// Type returns what help calls it.
func (*system) Type() string { return "SYSTEM" }
