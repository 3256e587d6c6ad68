package render

import (
	"fmt"
	"io"
	"strings"
	"time"

	"debrief/report"
)

// StumblesTitle is the first line of the list of hard questions.
const StumblesTitle = "What made you stumble"

// stumblesSchema is the version of the JSON: adding a key keeps it.
const stumblesSchema = "debrief/stumbles/v1"

// StumbleFormats lists the formats of the hard questions, the default first.
// Their Write takes no report; questions may be nil to ask for the names only.
func StumbleFormats(questions []report.HardQuestion, now time.Time) []Format {
	return []Format{
		{Name: "text", Endings: []string{".txt"}, About: "for reading, fitted to the terminal", Prose: true, Write: func(w io.Writer, _ *report.Report, o Options) error {
			return emit(w, stumbleOutline(questions).text(o))
		}},
		{Name: "markdown", Endings: []string{".md", ".markdown"}, About: "to print and to practise with", Prose: true, Write: func(w io.Writer, _ *report.Report, _ Options) error {
			return emit(w, stumbleOutline(questions).markdown())
		}},
		{Name: "json", Endings: []string{".json"}, About: "for programs (docs/stumbles.schema.json)", Write: func(w io.Writer, _ *report.Report, _ Options) error {
			return emit(w, stumblesJSON(questions, now))
		}},
	}
}

// stumbleOutline lists the hard questions, those that came up again apart.
func stumbleOutline(questions []report.HardQuestion) *outline {
	o := &outline{title: StumblesTitle, lead: "Nothing is written down that made you stumble."}
	if len(questions) > 0 {
		waiting := 0
		for i := range questions {
			if questions[i].Answer() == "" {
				waiting++
			}
		}
		o.lead = countNoun(len(questions), "question") + ", each with a better answer."
		if waiting > 0 {
			o.lead = fmt.Sprintf("%s, %d with no better answer yet.", countNoun(len(questions), "question"), waiting)
		}
	}
	again := 0 // those that came up in most rounds come first
	for again < len(questions) && questions[again].Rounds() > 1 {
		again++
	}
	o.add("More than once", hardItems(questions[:again], true)...)
	o.add("Once", hardItems(questions[again:], true)...)
	return o
}

// countNoun writes a count with its noun.
func countNoun(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// hardItems are questions with their better answers, and where they came up.
func hardItems(questions []report.HardQuestion, where bool) []outlineItem {
	var items []outlineItem
	for i := range questions {
		q := &questions[i]
		item := outlineItem{text: q.Question}
		if answer := q.Answer(); answer != "" {
			item.under = append(item.under, "→ "+answer)
		} else {
			item.under = append(item.under, "no better answer yet")
		}
		if where {
			item.under = append(item.under, "asked at "+strings.Join(askedAt(q), ", "))
		}
		items = append(items, item)
	}
	return items
}

// askedAt names the rounds in which a question came up, latest first.
func askedAt(q *report.HardQuestion) []string {
	var at []string
	for i, a := range q.Asked {
		if i > 0 && a.Place == q.Asked[i-1].Place {
			continue // twice in one round
		}
		at = append(at, fmt.Sprintf("%s (%s)", orDash(a.Company), a.Day))
	}
	return at
}

// stumblesJSON writes the hard questions as docs/stumbles.schema.json describes
// it.
func stumblesJSON(questions []report.HardQuestion, now time.Time) []byte {
	j := jsonWriter{zone: now.Location()}
	j.object(func() {
		j.text("schema", stumblesSchema)
		j.instant("now", now)
		writeList(&j, "questions", questions, func(j *jsonWriter, q *report.HardQuestion) {
			j.text("question", q.Question)
			j.text("answer", q.Answer())
			j.number("rounds", q.Rounds())
			writeList(j, "asked", q.Asked, func(j *jsonWriter, a *report.Asking) {
				at := a.Place.Start()
				j.text("company", a.Company)
				j.text("role", a.Role)
				j.text("date", a.Day.String())
				j.text("question", a.Question)
				j.text("answer", a.Answer)
				j.text("file", a.Place.Path())
				j.number("line", at.Line)
			})
		})
	})
	return append(j.out, '\n')
}
