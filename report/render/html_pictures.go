package render

import "debrief/report"

func hasPictures(*report.Pictures) bool { return false }

func (m *webPage) pictures(*report.Report) {}
