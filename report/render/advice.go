package render

import (
	"fmt"
	"slices"

	"debrief/report"
)

// adviceShown is how much advice a page bears: as much as is read.
const adviceShown = 3

// withUrgency returns the items of one urgency in the report's order.
func withUrgency(items []report.Item, u report.Urgency) []report.Item {
	var out []report.Item
	for _, it := range items {
		if it.Urgency == u {
			out = append(out, it)
		}
	}
	return out
}

// foldAdvice returns the advice to print and how many items are left out: one
// item per rule, newest first. Nothing is left out with all.
func foldAdvice(items []report.Item, all bool) (shown []report.Item, more int) {
	advice := withUrgency(items, report.Advice)
	if all {
		return advice, 0
	}
	newest := slices.Clone(advice)
	slices.SortStableFunc(newest, func(a, b report.Item) int { return b.Since.Compare(a.Since) })
	rules := map[string]bool{}
	for _, it := range newest {
		if len(shown) < adviceShown && !rules[it.Rule] {
			rules[it.Rule] = true
			shown = append(shown, it)
		}
	}
	return shown, len(advice) - len(shown)
}

// adviceLeft is the line that stands for the advice left out.
func adviceLeft(more int) string {
	return fmt.Sprintf("and %d more: --urgency advice", more)
}
