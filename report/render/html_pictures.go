package render

import "debrief/report"

// hasPictures reports whether there is anything to draw.
func hasPictures(p *report.Pictures) bool {
	return p != nil && len(p.Funnel)+len(p.Weeks)+len(p.Timelines)+len(p.Courtesies)+len(p.Ratings)+len(p.Informed) > 0
}

// pictures draws the search as a whole, however narrow the report.
func (m *webPage) pictures(r *report.Report) {
	p := r.Pictures
	if !hasPictures(p) {
		return
	}
	m.section("pictures", "The search in pictures")
	m.open("div", "class", "charts")
	m.line()
	m.funnel(p.Funnel)
	m.weeks(p.Weeks, r.Search)
	m.informed(p.Informed)
	m.thanks(p.Courtesies)
	m.ratings(p.Ratings)
	m.shut("div")
	m.line()
	m.timelines(p.Timelines)
	m.endSection()
}
