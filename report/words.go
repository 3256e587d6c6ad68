package report

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"debrief/parser"
)

// hostOf names a round's company in a sentence, also where the note does not.
func hostOf(iv *parser.Interview) string { return cmp.Or(iv.Company, "an unnamed company") }

// plural writes a count with its noun: 1 day, 2 days.
func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// times writes how often: once, twice, 3 times.
func times(n int) string {
	switch n {
	case 1:
		return "once"
	case 2:
		return "twice"
	}
	return fmt.Sprintf("%d times", n)
}

// length writes a length of time as people say it, rounded down.
func length(d time.Duration) string {
	switch {
	case d < time.Minute:
		return "under a minute"
	case d < time.Hour:
		return fmt.Sprintf("%d min", d/time.Minute)
	case d < 48*time.Hour:
		return fmt.Sprintf("%d h", d/time.Hour)
	default:
		return plural(int(d/(24*time.Hour)), "day")
	}
}

// fromNow is a remark that counts from now; words that last do without.
func (v *view) fromNow(remark string) string {
	if v.lasting {
		return ""
	}
	return remark
}

// left says how long there is until a deadline: "19 h left".
func (v *view) left(d deadline) string { return length(d.at.Sub(v.now)) + " left" }

// late says how long a deadline is past: "a day late".
func (v *view) late(d deadline) string {
	past := v.now.Sub(d.at)
	switch {
	case past < time.Hour:
		return "only just late"
	case past < 24*time.Hour:
		return fmt.Sprintf("%d h late", past/time.Hour)
	case past < 48*time.Hour:
		return "a day late"
	default:
		return length(past) + " late"
	}
}

// by says when a deadline is: "by tomorrow 15:45", "by the end of Friday".
func (v *view) by(d deadline) string {
	if !d.day {
		return "by " + v.dayName(dayIn(d.at, v.zone)) + d.at.In(v.zone).Format(" 15:04")
	}
	day := dayIn(d.at, d.at.Location()).AddDays(-1)
	return "by the end of " + v.dayName(day)
}

// dayName names a day as seen from today: today, tomorrow, yesterday, the
// weekday within six days, else the date; in words that last, always the date.
func (v *view) dayName(day parser.Civil) string {
	t, today := day.Start(time.UTC), v.today()
	if v.lasting {
		return t.Format("Mon 2 Jan 2006")
	}
	switch away := today.DaysUntil(day); {
	case away == 0:
		return "today"
	case away == 1:
		return "tomorrow"
	case away == -1:
		return "yesterday"
	case away > 1 && away < 7:
		return t.Format("Monday")
	case day.Year != today.Year:
		return t.Format("Mon 2 Jan 2006")
	default:
		return t.Format("Mon 2 Jan")
	}
}

// date names a day the same whenever it is read: "Tue 17 Nov".
func date(day parser.Civil) string { return day.Start(time.UTC).Format("Mon 2 Jan") }

// on is dayName for a sentence about the past: "on Tue 17 Nov", "yesterday".
func (v *view) on(day parser.Civil) string {
	name := v.dayName(day)
	switch name {
	case "today", "tomorrow", "yesterday":
		return name
	}
	return "on " + name
}

// meets says when an interview is: "tomorrow 10:00", "Tuesday".
func (v *view) meets(iv *parser.Interview) string {
	if iv.Start.IsDay() {
		return v.dayName(dayOf(iv))
	}
	return v.dayName(dayIn(iv.Start.Time, v.zone)) + iv.Start.Time.In(v.zone).Format(" 15:04")
}

// roundName names a round by its company and day: "Globex (Tue 17 Nov)".
func (v *view) roundName(iv *parser.Interview) string {
	return fmt.Sprintf("%s (%s)", hostOf(iv), v.dayName(dayOf(iv)))
}

// quoted sets words of the journal apart, cut at about fifty characters.
func quoted(text string) string {
	const longest = 50
	short := []rune(text)
	if len(short) > longest {
		text = strings.TrimRight(string(short[:longest]), " ")
		if at := strings.LastIndexByte(text, ' '); at > 0 {
			text = text[:at]
		}
		text += " …"
	}
	return "“" + text + "”"
}

// roleAt names a position: "Acme (Platform Engineer)", or the company alone.
func roleAt(p *parser.Position) string {
	if p.Role == "" {
		return p.Company
	}
	return fmt.Sprintf("%s (%s)", p.Company, p.Role)
}

// firstName returns the name one would use in a note.
func firstName(p *parser.Person) string {
	if first, _, ok := strings.Cut(p.Name, " "); ok {
		return first
	}
	return p.Name
}

// sentence joins parts as in a list: a, b and c.
func sentence(parts []string) string {
	switch len(parts) {
	case 0:
		return ""
	case 1:
		return parts[0]
	}
	last := len(parts) - 1
	return strings.Join(parts[:last], ", ") + " and " + parts[last]
}
