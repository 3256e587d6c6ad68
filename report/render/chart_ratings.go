package render

import (
	"fmt"

	"debrief/report"
)

// ratingsDrawn is how many rounds a page draws, the latest.
const ratingsDrawn = 30

// The scale of ratings, in pixels.
const (
	bestRating   = 5
	ratingTop    = 14
	ratingStep   = 26
	ratingHeight = ratingTop + ratingStep*(bestRating-1) + 34
)

// ratings draws research and confidence, round after round.
func (m *webPage) ratings(all []report.Rating) {
	if len(all) == 0 {
		return
	}
	shown := all[max(0, len(all)-ratingsDrawn):]
	f := figure{id: "ratings", title: "Research and confidence, as you rated them", table: webTable{
		caption: "Ratings by round, from 1 to 5", heads: []string{"Round", "Day", "Research", "Confidence"},
		figures: map[int]bool{2: true, 3: true},
	}}
	for _, r := range shown {
		f.table.rows = append(f.table.rows, []string{roundOf(r), dateOf(r.Start, m.now, r.IsDay), rated(r.Research), rated(r.Confidence)})
	}
	last := shown[len(shown)-1]
	f.about = fmt.Sprintf("%s, rated from 1 to 5. The latest, %s: research %s, confidence %s.",
		capital(count(len(shown), "round", "rounds in the order of time")), roundOf(last), spoken(last.Research), spoken(last.Confidence))
	if before := len(all) - len(shown); before > 0 {
		f.about += fmt.Sprintf(" Earlier rounds are left out: %d.", before)
	}
	m.draw(f, []legendEntry{{"confidence", "confidence"}, {"research", "research"}}, ratingHeight, func(d *drawing) {
		for n := 1; n <= bestRating; n++ {
			d.stroke(0.06, heightOf(n), 1, heightOf(n), "grid")
			d.word(0.01, heightOf(n)+4, fromStart, fmt.Sprint(n), "small")
		}
		m.series(d, shown, "research", func(r report.Rating) int { return r.Research })
		m.series(d, shown, "confidence", func(r report.Rating) int { return r.Confidence })
		y := heightOf(1) + 26
		d.word(0.06, y, fromStart, dateOf(shown[0].Start, m.now, shown[0].IsDay), "small")
		if len(shown) > 1 {
			d.word(1, y, toEnd, dateOf(last.Start, m.now, last.IsDay), "small")
		}
	})
}

func heightOf(rating int) int { return ratingTop + ratingStep*(bestRating-rating) }

// series draws one rating of every round, joined where two follow each other.
func (m *webPage) series(d *drawing, shown []report.Rating, kind string, of func(report.Rating) int) {
	place := func(i int) float64 {
		if len(shown) == 1 {
			return 0.5
		}
		return 0.1 + float64(0.86*float64(i)/float64(len(shown)-1))
	}
	before := -1
	for i, r := range shown {
		if of(r) == 0 {
			continue
		}
		if before >= 0 {
			d.stroke(place(before), heightOf(of(shown[before])), place(i), heightOf(of(r)), "join "+kind)
		}
		before = i
	}
	for i, r := range shown {
		if of(r) > 0 {
			d.shape(place(i), heightOf(of(r)), kind, fmt.Sprintf("%s, %s: %s %d", roundOf(r), dateOf(r.Start, m.now, r.IsDay), kind, of(r)))
		}
	}
}

func roundOf(r report.Rating) string {
	company := orDash(clean(r.Company))
	if role := clean(r.Role); role != "" {
		return company + " (" + role + ")"
	}
	return company
}

// spoken is a rating within a sentence.
func spoken(n int) string {
	if n == 0 {
		return "not rated"
	}
	return fmt.Sprint(n)
}

// rated is a rating in a cell.
func rated(n int) string {
	if n == 0 {
		return "–"
	}
	return fmt.Sprint(n)
}
