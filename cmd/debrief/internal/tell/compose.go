package tell

import (
	"fmt"
	"slices"
	"strings"
)

// shownSingly is how many new items get a notification each; more at once
// become one that names as many.
const shownSingly = 3

// compose returns the notifications for new items, none of them advice.
func compose(items []Item) []notification {
	if len(items) > shownSingly {
		return []notification{summary(items)}
	}
	out := make([]notification, 0, len(items))
	for _, it := range items {
		out = append(out, notification{
			title: clean(it.Title, titleLimit), body: clean(it.Body, bodyLimit),
			critical: it.Urgency == Overdue, of: []Item{it},
		})
	}
	return out
}

// summary counts items and names the first of them.
func summary(items []Item) notification {
	late := 0
	for _, it := range items {
		if it.Urgency == Overdue {
			late++
		}
	}
	n := notification{title: fmt.Sprintf("%d things are owed", len(items)), critical: late > 0, of: items}
	if late > 0 {
		n.title += fmt.Sprintf(", %d of them overdue", late)
	}
	var lines []string
	for _, it := range items[:shownSingly] {
		lines = append(lines, clean(it.Title, titleLimit))
	}
	lines = append(lines, fmt.Sprintf("and %d more", len(items)-shownSingly))
	n.body = strings.Join(slices.DeleteFunc(lines, func(l string) bool { return l == "" }), "\n")
	return n
}
