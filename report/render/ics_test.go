package render

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	ics "github.com/arran4/golang-ical"
	"github.com/emersion/go-ical"
	"pgregory.net/rapid"

	"debrief/report"
)

// readCalendar reads a calendar with the stricter of the two libraries, and
// fails where either, or RFC 5545 on lines, has something to say against it.
func readCalendar(t rapid.TB, raw string) *ical.Calendar {
	t.Helper()
	for line := range strings.Lines(raw) {
		bare, ended := strings.CutSuffix(line, "\r\n")
		if !ended || strings.ContainsAny(bare, "\r\n") || len(bare) > 75 || !utf8.ValidString(bare) {
			t.Fatalf("not a line of a calendar: %q", line)
		}
	}
	if _, err := ics.ParseCalendar(strings.NewReader(raw)); err != nil {
		t.Fatalf("golang-ical: %v in\n%s", err, raw)
	}
	calendar, err := ical.NewDecoder(strings.NewReader(raw)).Decode()
	if err != nil {
		t.Fatalf("go-ical: %v in\n%s", err, raw)
	}
	// Writing it again checks which properties each component has to have, and
	// how often.
	if err := ical.NewEncoder(&bytes.Buffer{}).Encode(calendar); err != nil {
		t.Fatalf("%v in\n%s", err, raw)
	}
	identifiers := map[string]bool{}
	for _, e := range calendar.Events() {
		uid := e.Props.Get(ical.PropUID).Value
		if identifiers[uid] {
			t.Fatalf("two events are called %s", uid)
		}
		identifiers[uid] = true
		start, err := e.DateTimeStart(time.UTC)
		if err != nil {
			t.Fatal(err)
		}
		if end, err := e.DateTimeEnd(time.UTC); err != nil || !end.After(start) {
			t.Fatalf("%s ends %v, begins %v: %v", uid, end, start, err)
		}
		if _, err := e.Props.DateTime(ical.PropDateTimeStamp, time.UTC); err != nil {
			t.Fatal(err)
		}
		for _, alarm := range e.Children {
			if _, err := alarm.Props.Get(ical.PropTrigger).Duration(); err != nil {
				t.Fatal(err)
			}
		}
	}
	return calendar
}

func TestCalendarIsValid(t *testing.T) {
	reports := map[string]*report.Report{
		"evening": evening(t), "quiet": quiet(t), "calm": calm(t), "idle": idle(t), "damaged": damaged(t),
		"empty": {Now: evening(t).Now},
	}
	for name, r := range reports {
		for _, o := range []Options{{}, {AllAdvice: true}} {
			t.Run(name, func(t *testing.T) { readCalendar(t, rendered(t, icsFormat(), r, o)) })
		}
	}
}

// skeletonOf lists the components and properties of a calendar, without values.
func skeletonOf(c *ical.Component) string {
	var names []string
	for name, props := range c.Props {
		names = append(names, fmt.Sprint(name, len(props)))
	}
	slices.Sort(names)
	for _, child := range c.Children {
		names = append(names, skeletonOf(child))
	}
	return c.Name + "(" + strings.Join(names, " ") + ")"
}

func TestCalendarCannotBeForged(t *testing.T) {
	texts := map[string]string{
		"property":     "x\r\nATTACH:https://evil.example",
		"folded":       "x\n ATTACH:https://evil.example",
		"component":    "x\nEND:VEVENT\nEND:VCALENDAR",
		"escaped line": `x\nATTACH:y\;\,`,
		"separator":    "a;b,c:d=\"e\"",
	}
	for name, s := range hostile {
		texts[name] = s
	}
	calendar := func(s string) *ical.Calendar {
		return readCalendar(t, rendered(t, icsFormat(), infested(t, s), Options{AllAdvice: true}))
	}
	want := skeletonOf(calendar("x").Component)
	for name, s := range texts {
		c := calendar(s)
		if name != "nothing" && skeletonOf(c.Component) != want {
			t.Errorf("%s:\n%s\nwant\n%s", name, skeletonOf(c.Component), want)
		}
		for _, e := range c.Events() {
			if !strings.HasPrefix(e.Props.Get(ical.PropUID).Value, "x@") {
				continue
			}
			if got := textOf(t, e, ical.PropSummary); got != strings.TrimSpace(clean(s)) {
				t.Errorf("%s: the title is %q", name, got)
			}
		}
	}
}

// textOf returns the text of a property as a reader unescapes it.
func textOf(t rapid.TB, e ical.Event, name string) string {
	t.Helper()
	s, err := e.Props.Text(name)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestCalendarKeepsText(t *testing.T) {
	r := quiet(t)
	rapid.Check(t, func(rt *rapid.T) {
		text := rapid.StringOf(rapid.OneOf(rapid.Rune(), rapid.SampledFrom([]rune("aé世👩\u200d🏽\\;,:\"nN\r\n\t \x00\u202e"))))
		it := &r.Items[0]
		it.Title, it.Action = text.Draw(rt, "title"), text.Draw(rt, "action")
		it.Place = place("x.md", 1, 1, "x")
		events := readCalendar(rt, rendered(t, icsFormat(), r, Options{})).Events()
		i := slices.IndexFunc(events, func(e ical.Event) bool { return e.Props.Get(ical.PropUID).Value == it.ID+calendarDomain })
		if got, want := textOf(rt, events[i], ical.PropSummary), strings.TrimSpace(clean(it.Title)); got != want {
			rt.Fatalf("the title is %q, want %q", got, want)
		}
		lines := strings.Split(textOf(rt, events[i], ical.PropDescription), "\n")
		if want := strings.TrimSpace(clean(it.Action)); want != "" && lines[0] != want || lines[len(lines)-1] != "x.md" {
			rt.Fatalf("the details are %q, want %q first", lines, want)
		}
	})
}
