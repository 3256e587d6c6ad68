package schedule

import (
	"errors"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestParse(t *testing.T) {
	for spec, want := range map[string]string{
		"0 8 * * *":                 "0 8 * * *",
		" 0\t8  * * * ":             "0 8 * * *",
		"0 8 * * mon-fri":           "0 8 * * 1-5",
		"0 8 * * MON,Thu":           "0 8 * * 1,4",
		"0 8 * * 7":                 "0 8 * * 0",
		"0 8 * * 5-7":               "0 8 * * 0,5,6",
		"*/15 9-17 * * 1-5":         "*/15 9-17 * * 1-5",
		"0,15,30,45 * * * *":        "*/15 * * * *",
		"5-59/20 0-23/6 1 jan *":    "5,25,45 */6 1 1 *",
		"0 8 1,15 * mon":            "0 8 1,15 * 1",
		"0 8 */2 * *":               "0 8 1,3,5,7,9,11,13,15,17,19,21,23,25,27,29,31 * *",
		"0 8 * * */2":               "0 8 * * 0,2,4,6",
		"30 7 29 feb *":             "30 7 29 2 *",
		"@daily":                    "0 0 * * *",
		"@Weekly":                   "0 0 * * 0",
		"@monthly":                  "0 0 1 * *",
		"@hourly":                   "0 * * * *",
		"0-59 0-23 1-31 1-12 0-7":   "* * 1-31 * 0-6",
		"0 8 31 1,3 *":              "0 8 31 1,3 *",
		"0 8 31 2 mon":              "0 8 31 2 1", // every Monday in February
		"1-2 8 * * *":               "1,2 8 * * *",
		"0 8 * jan,mar,may,jul *":   "0 8 * 1,3,5,7 *",
		"0 8 * 1,3,5,7,9,11 *":      "0 8 * */2 *",
		"0 8 * 2,4,6,8,10,12 6,sun": "0 8 * 2,4,6,8,10,12 0,6",
	} {
		got, err := Parse(spec)
		if err != nil || got.String() != want {
			t.Errorf("%q reads as %q, %v; want %q", spec, got, err, want)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for spec, want := range map[string]string{
		"":                 `"" has 0 of the five fields`,
		"0 8 * *":          "has 4 of the five fields",
		"0 0 8 * * *":      "has 6 of the five fields",
		"60 8 * * *":       `the minute "60" is not a number from 0 to 59`,
		"0 24 * * *":       `the hour "24" is not a number from 0 to 23`,
		"0 8 0 * *":        `the day of the month "0" is not a number from 1 to 31`,
		"0 8 * 13 *":       `the month "13"`,
		"0 8 * foo *":      `the month "foo"`,
		"0 8 * * 8":        `the weekday "8"`,
		"0 8 * * montag":   `the weekday "montag"`,
		"+1 8 * * *":       `the minute "+1"`,
		"-1 8 * * *":       `the minute ""`,
		"1, 8 * * *":       `the minute ""`,
		"0 8 * * fri-mon":  `the weekday "fri-mon" runs backwards`,
		"5/15 8 * * *":     `the minute "5/15" has a step and no range`,
		"*/0 8 * * *":      "has no step from 1 to 59",
		"*/x 8 * * *":      "has no step",
		"0 8 L * *":        `the day of the month "L"`,
		"0 8 ? * *":        `the day of the month "?"`,
		"0 8 */2 * 3":      "mean one thing to some crons and another to others",
		"0 8 1 * */2":      "mean one thing to some crons and another to others",
		"0 8 30 2 *":       `"0 8 30 2 *" never comes`,
		"0 8 31 4,6,9 *":   "never comes",
		"@reboot":          "@reboot is no time of day",
		"@fortnightly":     "has 1 of the five fields",
		"0 8 * * mon#1":    `the weekday "mon#1"`,
		"０ 8 * * *":        `the minute "０"`,
		"TZ=UTC 0 8 * * *": "has 6 of the five fields",
	} {
		got, err := Parse(spec)
		if _, ok := errors.AsType[*RefusedError](err); !ok || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %q, %v; want %q", spec, got, err, want)
		}
	}
}

// whens draws times as a person might write them, and many nobody would.
func whens() *rapid.Generator[When] {
	return rapid.Custom(func(t *rapid.T) When {
		for {
			var fields []string
			for _, f := range []field{minuteField, hourField, dayField, monthField, weekdayField} {
				numbers := rapid.SliceOfN(rapid.IntRange(f.low, f.high), 1, 4).Draw(t, f.name)
				if rapid.Bool().Draw(t, "star") {
					fields = append(fields, "*")
					continue
				}
				var s set
				for _, n := range numbers {
					s |= 1 << n
				}
				if rapid.Bool().Draw(t, "range") {
					s = between(numbers[0], max(numbers[0], numbers[len(numbers)-1]))
				}
				fields = append(fields, f.write(s))
			}
			if w, err := Parse(strings.Join(fields, " ")); err == nil {
				return w
			}
		}
	})
}

func TestStringReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := whens().Draw(t, "when")
		if again, err := Parse(w.String()); err != nil || again != w {
			t.Errorf("%+v is written %q, which reads as %+v, %v", w, w, again, err)
		}
	})
}

// matches is cron's own rule for one minute, written down once more.
func matches(w When, at time.Time) bool {
	dayOK, weekdayOK := w.days.has(at.Day()), w.weekdays.has(int(at.Weekday()))
	days := dayOK && weekdayOK
	if !w.anyDay && !w.anyWeekday {
		days = dayOK || weekdayOK
	}
	return w.minutes.has(at.Minute()) && w.hours.has(at.Hour()) && w.months.has(int(at.Month())) && days
}

func TestLastIsTheLatest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := whens().Draw(t, "when")
		minute := rapid.Int64Range(0, 5*365*24*60).Draw(t, "minute")
		now := time.Date(2024, 1, 1, 0, 0, 30, 0, time.UTC).Add(time.Duration(minute) * time.Minute)
		last := w.Last(now)
		if last.IsZero() || last.After(now) || !matches(w, last) {
			t.Fatalf("%s: before %s comes %s", w, now, last)
		}
		for at := now.Truncate(time.Minute); at.After(last) && now.Sub(at) < 40*24*time.Hour; at = at.Add(-time.Minute) {
			if matches(w, at) {
				t.Fatalf("%s: %s was overlooked, before %s", w, at, now)
			}
		}
	})
}

func TestLastAroundClockChanges(t *testing.T) {
	zurich, err := time.LoadLocation("Europe/Zurich")
	if err != nil {
		t.Fatal(err)
	}
	w := Daily(2, 30)
	for now, want := range map[string]string{
		"2026-03-29T12:00:00+02:00": "2026-03-29T03:00:00+02:00", // 02:30 was skipped
		"2026-10-25T12:00:00+01:00": "2026-10-25T02:30:00+02:00", // the first of two
		"2026-07-01T02:29:59+02:00": "2026-06-30T02:30:00+02:00",
		"2026-07-01T02:30:00+02:00": "2026-07-01T02:30:00+02:00",
	} {
		at, err := time.Parse(time.RFC3339, now)
		if err != nil {
			t.Fatal(err)
		}
		if got := w.Last(at.In(zurich)).Format(time.RFC3339); got != want {
			t.Errorf("before %s comes %s, want %s", now, got, want)
		}
	}
	leap, err := Parse("0 8 29 2 *")
	if err != nil {
		t.Fatal(err)
	}
	if got := leap.Last(time.Date(2104, 2, 28, 0, 0, 0, 0, time.UTC)); got.Year() != 2096 {
		t.Errorf("29 February was last on %s", got)
	}
}

func TestWords(t *testing.T) {
	for spec, want := range map[string]string{
		"0 8 * * *":       "every day at 08:00",
		"5 18 * * 0":      "every Sunday at 18:05",
		"0 8 * * mon-fri": "Monday to Friday at 08:00",
		"0 8,18 * * *":    "at cron's 0 8,18 * * *",
		"0 8 1 * *":       "at cron's 0 8 1 * *",
	} {
		w, err := Parse(spec)
		if err != nil || w.Words() != want {
			t.Errorf("%s: %q, %v", spec, w.Words(), err)
		}
	}
}
