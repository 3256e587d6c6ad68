package schedule

import (
	"fmt"
	"strconv"
	"strings"
)

// A field is one of the five of a line for cron.
type field struct {
	name      string
	low, high int
	names     []string // of the numbers from low on, in three letters
}

var (
	minuteField = field{name: "minute", low: 0, high: 59}
	hourField   = field{name: "hour", low: 0, high: 23}
	dayField    = field{name: "day of the month", low: 1, high: 31}
	monthField  = field{
		name: "month", low: 1, high: 12,
		names: []string{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"},
	}
	// cron takes 7 for Sunday too.
	weekdayField = field{name: "weekday", low: 0, high: 7, names: []string{"sun", "mon", "tue", "wed", "thu", "fri", "sat"}}
)

func (f field) all() set { return between(f.low, f.high) }

// nicknames are what cron calls some specifications.
var nicknames = map[string]string{
	"@hourly": "0 * * * *", "@daily": "0 0 * * *", "@midnight": "0 0 * * *", "@weekly": "0 0 * * 0",
	"@monthly": "0 0 1 * *", "@yearly": "0 0 1 1 *", "@annually": "0 0 1 1 *",
}

// Parse reads a specification of five fields as crontab(5) describes it, or one
// of its nicknames but @reboot. What crons understand differently, or only some
// of them, is refused, and so is a day that never comes. Errors are
// *RefusedError.
//
// The one library for this that is widely used has had no release since 2020,
// panics on some input, and takes `*/2` for the day otherwise than cron does.
func Parse(spec string) (When, error) {
	if strings.EqualFold(strings.TrimSpace(spec), "@reboot") {
		return When{}, refused("--daily 08:00, for one; a run that was missed is made up for", "@reboot is no time of day")
	}
	if long, ok := nicknames[strings.ToLower(strings.TrimSpace(spec))]; ok {
		spec = long
	}
	fields := strings.Fields(spec)
	if len(fields) != 5 {
		return When{}, refused("write minute, hour, day of the month, month and weekday, as in '0 8 * * mon-fri'",
			"%q has %d of the five fields that cron reads", spec, len(fields))
	}
	var w When
	for i, into := range []*set{&w.minutes, &w.hours, &w.days, &w.months, &w.weekdays} {
		f := [...]field{minuteField, hourField, dayField, monthField, weekdayField}[i]
		numbers, err := f.parse(fields[i])
		if err != nil {
			return When{}, err
		}
		*into = numbers
	}
	if w.weekdays.has(7) {
		w.weekdays = w.weekdays&^(1<<7) | 1
	}
	w.anyDay, w.anyWeekday = fields[2] == "*", fields[4] == "*"
	if w.either() && (fields[2][0] == '*' || fields[4][0] == '*') {
		return When{}, refused("list the days, as in 1-31/2",
			"%q and %q together mean one thing to some crons and another to others", fields[2], fields[4])
	}
	if w.never() {
		return When{}, refused("", "%q never comes: no such month has that day", spec)
	}
	return w, nil
}

// never reports whether no month that counts has any of the days.
func (w When) never() bool {
	if w.anyDay || w.either() {
		return false
	}
	longest := [...]int{1: 31, 2: 29, 3: 31, 4: 30, 5: 31, 6: 30, 7: 31, 8: 31, 9: 30, 10: 31, 11: 30, 12: 31}
	for _, month := range w.months.numbers() {
		if w.days&between(1, longest[month]) != 0 {
			return false
		}
	}
	return true
}

// parse reads a field: ranges and numbers with commas between them.
func (f field) parse(text string) (set, error) {
	var all set
	for part := range strings.SplitSeq(text, ",") {
		numbers, err := f.parsePart(part)
		if err != nil {
			return 0, err
		}
		all |= numbers
	}
	return all, nil
}

// parsePart reads a star, a number or a range; all but the number may have a
// step.
func (f field) parsePart(part string) (set, error) {
	reach, stepText, stepped := strings.Cut(part, "/")
	fromText, toText, ranged := strings.Cut(reach, "-")
	from, to, step := f.low, f.high, 1
	if reach == "*" {
		if f.high == 7 {
			to = 6 // or Sunday would count twice in */2
		}
	} else {
		var err error
		if from, err = f.number(fromText); err != nil {
			return 0, err
		}
		to = from
		if ranged {
			if to, err = f.number(toText); err != nil {
				return 0, err
			}
		}
		if stepped && !ranged {
			return 0, refused(fmt.Sprintf("write %d-%d/%s", from, f.high, stepText), "the %s %q has a step and no range", f.name, part)
		}
		if from > to {
			return 0, refused(fmt.Sprintf("write it as two: %s-%d,%d-%s", fromText, f.last(), f.low, toText), "the %s %q runs backwards", f.name, part)
		}
	}
	if stepped {
		n, err := strconv.Atoi(stepText)
		if err != nil || n < 1 || n > f.high {
			return 0, refused("", "the %s %q has no step from 1 to %d", f.name, part, f.high)
		}
		step = n
	}
	var numbers set
	for n := from; n <= to; n += step {
		numbers |= 1 << n
	}
	return numbers, nil
}

// last is the largest number of the field under its usual name.
func (f field) last() int {
	if f.high == 7 {
		return 6
	}
	return f.high
}

// number reads a number, or a name of three letters.
func (f field) number(text string) (int, error) {
	for i, name := range f.names {
		if strings.EqualFold(text, name) {
			return f.low + i, nil
		}
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < f.low || n > f.high || strings.ContainsAny(text, "+-") {
		hint := ""
		if f.names != nil {
			hint = "or the first three letters of its name, as in " + f.names[1]
		}
		return 0, refused(hint, "the %s %q is not a number from %d to %d", f.name, text, f.low, f.high)
	}
	return n, nil
}

// String returns the five fields in figures, which every cron reads alike.
func (w When) String() string {
	days, weekdays := "*", "*"
	if !w.anyDay {
		days = dayField.write(w.days)
	}
	if !w.anyWeekday {
		weekdays = weekdayField.write(w.weekdays)
	}
	return strings.Join([]string{
		minuteField.writeSteps(w.minutes), hourField.writeSteps(w.hours), days, monthField.writeSteps(w.months), weekdays,
	}, " ")
}

// writeSteps writes a set as a star, as steps of one, or as a list.
func (f field) writeSteps(s set) string {
	if s == f.all() {
		return "*"
	}
	for step := 2; step <= (f.high-f.low)/2; step++ {
		if n, _ := f.parsePart("*/" + strconv.Itoa(step)); n == s {
			return "*/" + strconv.Itoa(step)
		}
	}
	return f.write(s)
}

// write writes a set as numbers and ranges with commas between them.
func (f field) write(s set) string {
	var parts []string
	for _, r := range runs(s) {
		if r.low == r.high {
			parts = append(parts, strconv.Itoa(r.low))
			continue
		}
		parts = append(parts, fmt.Sprintf("%d-%d", r.low, r.high))
	}
	return strings.Join(parts, ",")
}

// A run is consecutive numbers.
type run struct{ low, high int }

// runs takes a set apart. Two numbers are no range yet: 1,2 reads better than
// 1-2.
func runs(s set) []run {
	var all []run
	for _, n := range s.numbers() {
		if last := len(all) - 1; last >= 0 && all[last].high == n-1 {
			all[last].high = n
			continue
		}
		all = append(all, run{n, n})
	}
	var out []run
	for _, r := range all {
		if r.high == r.low+1 {
			out = append(out, run{r.low, r.low}, run{r.high, r.high})
			continue
		}
		out = append(out, r)
	}
	return out
}
