package main

import (
	"slices"
	"strings"

	"debrief/parser"
	"debrief/report"
)

// atLeast keeps the items that are as pressing as least, or more; none for "".
func atLeast(r *report.Report, least report.Urgency) *report.Report {
	pressing := []report.Urgency{report.Overdue, report.Due, report.Advice}
	pressing = pressing[:slices.Index(pressing, least)+1]
	return narrow(r,
		func(i report.Item) bool { return slices.Contains(pressing, i.Urgency) },
		func(parser.Problem) bool { return true })
}

// inFiles keeps what stands in one of the files.
func inFiles(r *report.Report, files []string) *report.Report {
	return narrow(r,
		func(i report.Item) bool { return withinAny(files, i.Place.Path()) },
		func(p parser.Problem) bool { return withinAny(files, p.Path()) })
}

// withinAny reports whether a path is one of files, or lies below one of them
// that ends in a slash.
func withinAny(files []string, path string) bool {
	return slices.ContainsFunc(files, func(f string) bool {
		return path == f || strings.HasSuffix(f, "/") && strings.HasPrefix(path, f)
	})
}

// narrow returns a copy of the report with the items and problems to keep.
func narrow(r *report.Report, item func(report.Item) bool, problem func(parser.Problem) bool) *report.Report {
	kept := *r
	kept.Items, kept.Problems = nil, nil
	kept.Counts.Overdue, kept.Counts.Due, kept.Counts.Advice = 0, 0, 0
	for _, i := range r.Items {
		if !item(i) {
			continue
		}
		kept.Items = append(kept.Items, i)
		switch i.Urgency {
		case report.Overdue:
			kept.Counts.Overdue++
		case report.Due:
			kept.Counts.Due++
		case report.Advice:
			kept.Counts.Advice++
		}
	}
	for _, p := range r.Problems {
		if problem(p) {
			kept.Problems = append(kept.Problems, p)
		}
	}
	kept.Counts.Problems = len(kept.Problems)
	return &kept
}
