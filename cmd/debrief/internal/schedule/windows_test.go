package schedule

import (
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// A task is a task of Windows, as far as it matters here.
type task struct {
	XMLName  xml.Name `xml:"http://schemas.microsoft.com/windows/2004/02/mit/task Task"`
	Triggers struct {
		Calendar []trigger `xml:"CalendarTrigger"`
	}
	Settings struct{ StartWhenAvailable bool }
	Actions  struct {
		Exec struct{ Command, Arguments string }
	}
}

// A trigger is one time of day and the days it counts on.
type trigger struct {
	StartBoundary string
	Repetition    *struct{ Interval, Duration string }
	Week          *struct{ DaysOfWeek anything } `xml:"ScheduleByWeek"`
	Month         *struct {
		Days   []int `xml:"DaysOfMonth>Day"`
		Months anything
	} `xml:"ScheduleByMonth"`
	Weekday *struct {
		Weeks      []string `xml:"Weeks>Week"`
		DaysOfWeek anything
		Months     anything
	} `xml:"ScheduleByMonthDayOfWeek"`
	Day *struct{ DaysInterval int } `xml:"ScheduleByDay"`
}

// anything collects elements without contents, by their names.
type anything struct {
	Elements []struct{ XMLName xml.Name } `xml:",any"`
}

func (a anything) has(name fmt.Stringer) bool {
	return slices.ContainsFunc(a.Elements, func(e struct{ XMLName xml.Name }) bool { return e.XMLName.Local == name.String() })
}

// matches is the scheduler's rule for one trigger.
func (tr trigger) matches(t *rapid.T, at time.Time) bool {
	start, err := time.Parse("2006-01-02T15:04:05", tr.StartBoundary)
	if err != nil {
		t.Fatal(err)
	}
	minutes := 60*at.Hour() + at.Minute() - 60*start.Hour() - start.Minute()
	if tr.Repetition != nil {
		interval, err := time.ParseDuration(strings.ToLower(strings.TrimPrefix(tr.Repetition.Interval, "PT")))
		if err != nil || tr.Repetition.Duration != "P1D" || minutes < 0 {
			return false
		}
		minutes %= int(interval / time.Minute)
	}
	switch {
	case minutes != 0:
		return false
	case tr.Day != nil:
		return tr.Day.DaysInterval == 1
	case tr.Week != nil:
		return tr.Week.DaysOfWeek.has(at.Weekday())
	case tr.Month != nil:
		return tr.Month.Months.has(at.Month()) && slices.Contains(tr.Month.Days, at.Day())
	case tr.Weekday != nil:
		return tr.Weekday.Months.has(at.Month()) && tr.Weekday.DaysOfWeek.has(at.Weekday()) && len(tr.Weekday.Weeks) == 5
	}
	return false
}

// TestTaskReadsBack reads tasks by the schema's rules, and compares their times
// with cron's rule.
func TestTaskReadsBack(t *testing.T) {
	base := withoutExpansion(awkwardJob(t))
	rapid.Check(t, func(t *rapid.T) {
		job := base
		job.When = whens().Draw(t, "when")
		text, err := windowsTask(job)
		if err != nil {
			return // too many times
		}
		for _, c := range text {
			if c > '~' {
				t.Fatalf("not ASCII:\n%s", text)
			}
		}
		var got task
		if err := xml.Unmarshal(text, &got); err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		words := append([]string{got.Actions.Exec.Command}, splitCommandLine(got.Actions.Exec.Arguments)...)
		if !slices.Equal(words, job.Command) || !got.Settings.StartWhenAvailable {
			t.Fatalf("read as %q, want %q", words, job.Command)
		}
		start := time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(0, 365).Draw(t, "day"))
		for minute := range 3 * 24 * 60 {
			at := start.Add(time.Duration(minute) * time.Minute)
			runs := slices.ContainsFunc(got.Triggers.Calendar, func(tr trigger) bool { return tr.matches(t, at) })
			if runs != matches(job.When, at) {
				t.Fatalf("%s: they disagree about %s\n%s", job.When, at, text)
			}
		}
		mustFollowSchema(t, text)
	})
}

// mustFollowSchema holds the order of a trigger's elements, which the schema
// prescribes: start, repetition, days.
func mustFollowSchema(t *rapid.T, text []byte) {
	for _, tr := range strings.SplitAfter(string(text), "</CalendarTrigger>") {
		start, repetition, days := strings.Index(tr, "<StartBoundary>"), strings.Index(tr, "<Repetition>"), strings.Index(tr, "<ScheduleBy")
		if start > 0 && (start > days || repetition > days || repetition >= 0 && repetition < start) {
			t.Fatalf("out of order:\n%s", tr)
		}
	}
}
