package report

import (
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"debrief/parser"
)

// A History is a search over the life of its notes.
type History struct {
	Zone *time.Location
	// Weekly: a period is an ISO week; else the time up to the end of a day on
	// which something was recorded.
	Weekly bool
	// Periods are in the order of time, without gaps.
	Periods []Period
}

// A Period is a stretch of time, from From until just before To, and how things
// stood at its end.
type Period struct {
	From, To time.Time
	// Overdue and Due are what was owed at To by the notes as they stood then.
	Overdue, Due int
	// Deeds are what the latest notes date within the period.
	Deeds Deeds
}

// Chronicle tells a search from its beginning at start. There is a state for
// the end of each period; latest is the journal whose dates say what was done
// when, so that what was written down late counts when it happened. read is
// called once for each state, from several goroutines, and may fail.
func Chronicle(start time.Time, ends []time.Time, latest *parser.Journal, read func(i int) (*parser.Journal, error)) ([]Period, error) {
	periods := make([]Period, len(ends))
	errs := make([]error, len(ends))
	var next atomic.Int64
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for i := next.Add(1) - 1; i < int64(len(ends)); i = next.Add(1) - 1 {
				j, err := read(int(i))
				if err != nil {
					errs[i] = err
					return
				}
				periods[i].To = ends[i]
				periods[i].Overdue, periods[i].Due = owedAt(j, ends[i])
			}
		})
	}
	workers.Wait()
	from, done := start, diaryOf(latest)
	for i := range periods {
		if errs[i] != nil {
			return nil, errs[i]
		}
		to := ends[i]
		periods[i].From = from
		periods[i].Deeds = done.count(func(t time.Time) bool { return !t.Before(periods[i].From) && t.Before(to) })
		from = to
	}
	return periods, nil
}

// owedAt counts what a report at an instant would have as overdue and as due,
// without the rules that only advise.
func owedAt(j *parser.Journal, now time.Time) (overdue, due int) {
	rules := Rules()
	set, _ := readSettings(rules, j.Search.Rules)
	v := newView(j, now, set)
	v.waivers = waiversByRule(rules, j.Waivers)
	asking := slices.DeleteFunc(slices.Clone(rules), func(r *Rule) bool { return r.Done == "" })
	for _, item := range v.duties(asking).items {
		switch item.Urgency {
		case Overdue:
			overdue++
		case Due:
			due++
		}
	}
	return overdue, due
}
