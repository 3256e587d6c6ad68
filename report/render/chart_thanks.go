package render

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"debrief/report"
)

const (
	// thanksDrawn is how many thank-you notes a page draws, the latest.
	thanksDrawn = 20
	// thanksScale is how long a note may take to be told from a later one.
	thanksScale = 72 * time.Hour
)

// thanks draws how long each thank-you note took, the latest round first.
func (m *webPage) thanks(all []report.Courtesy) {
	if len(all) == 0 {
		return
	}
	f := figure{id: "thanks", title: "Who was thanked how fast", table: webTable{
		caption: "Thank-you notes, the latest round first",
		heads:   []string{"To", "Round over", "In time until", "Sent", "How it stands"},
	}}
	tally := map[report.CourtesyState]int{}
	for _, c := range all {
		tally[c.State]++
	}
	latest := slices.Clone(all[max(0, len(all)-thanksDrawn):])
	slices.Reverse(latest)
	var rows []barRow
	for _, c := range latest {
		class := "in-time"
		if c.State == report.SentLate {
			class = "late"
		}
		var parts []barPart
		if !c.Sent.IsZero() {
			parts = []barPart{{max(0.01, tookOf(c).Hours()/thanksScale.Hours()), class}}
		}
		rows = append(rows, barRow{recipient(c), speed(c), parts})
		f.table.rows = append(f.table.rows, []string{
			recipient(c), dayOr(c.Ended, m.now, c.IsDay), dayOr(c.Due, m.now, c.IsDay),
			orDash(dayOr(c.Sent, m.now, c.SentIsDay)), string(c.State),
		})
	}
	f.about = "From the end of a round to the note; the lines are a day apart. Of " + count(len(all), "note", "notes") + ": " + states(tally) + "."
	if before := len(all) - len(latest); before > 0 {
		f.about += fmt.Sprintf(" The latest %d are drawn.", len(latest))
	}
	m.draw(f, []legendEntry{{"open in-time", "in time"}, {"open late", "late"}}, barsHeight(rows), func(d *drawing) {
		d.bars(rows)
		for i := range rows {
			for day := 1; day < 3; day++ {
				d.stroke(float64(day)/3, i*barPitch+20, float64(day)/3, i*barPitch+35, "grid")
			}
		}
	})
}

// states counts notes by how they stand.
func states(tally map[report.CourtesyState]int) string {
	var parts []string
	for _, s := range []struct {
		state report.CourtesyState
		words string
	}{
		{report.SentInTime, "in time"},
		{report.SentLate, "late"},
		{report.SentUndated, "sent on a day that is not noted"},
		{report.StillOpen, "not sent yet and still in time"},
		{report.NotSent, "not sent"},
	} {
		if n := tally[s.state]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, s.words))
		}
	}
	return strings.Join(parts, ", ")
}

// recipient is whom a note is to: "Dana Reyes (Acme)".
func recipient(c report.Courtesy) string {
	who := clean(c.Person)
	if who == "" {
		who = "whoever met you"
	}
	if company := clean(c.Company); company != "" {
		who += " (" + company + ")"
	}
	return who
}

// tookOf is how long a note took; one of which only the day is known went out
// at the same hour as the round ended, so far as anybody can tell.
func tookOf(c report.Courtesy) time.Duration {
	if c.IsDay || c.SentIsDay {
		return time.Duration(c.Days) * 24 * time.Hour
	}
	return max(0, c.Sent.Sub(c.Ended))
}

// speed says how long a note took.
func speed(c report.Courtesy) string {
	took := tookOf(c)
	switch {
	case c.State == report.SentUndated, c.State == report.NotSent:
		return string(c.State)
	case c.State == report.StillOpen:
		return "not sent yet"
	case (c.IsDay || c.SentIsDay) && c.Days == 0:
		return "same day"
	case (c.IsDay || c.SentIsDay) && c.Days == 1:
		return "next day"
	case !c.IsDay && !c.SentIsDay && c.Sent.Before(c.Ended):
		return "before the end"
	case took < time.Hour:
		return fmt.Sprintf("%d min", int(took.Minutes()))
	case took < 48*time.Hour && !c.IsDay && !c.SentIsDay:
		return fmt.Sprintf("%d h", int(took.Hours()))
	}
	return count(int(took.Hours())/24, "day", "days")
}
