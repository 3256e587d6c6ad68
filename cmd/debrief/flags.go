package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"debrief/report"
)

// A choice is a flag that takes one of a few words. It is a pflag.Value, so
// that a wrong word is answered in the program's own words.
type choice struct {
	value string
	words []string
}

// String returns the word that was chosen.
func (c *choice) String() string { return c.value }

// Type returns the words there are to choose from.
func (c *choice) Type() string { return strings.Join(c.words, "|") }

// Set accepts one of the words in any case.
func (c *choice) Set(s string) error {
	word := strings.ToLower(strings.TrimSpace(s))
	if !slices.Contains(c.words, word) {
		return withHint(fmt.Errorf("%q is not %s", s, either(c.words)), didYouMean(s, c.words))
	}
	c.value = word
	return nil
}

// ruleList is --only: ids of rules, with commas between them or in several
// flags.
type ruleList []string

// String returns the rules, separated by commas.
func (l *ruleList) String() string { return strings.Join(*l, ",") }

// Type returns what help calls a list of rules.
func (l *ruleList) Type() string { return "RULE,…" }

// Set adds the rules of a comma-separated list.
func (l *ruleList) Set(s string) error {
	known := ruleIDs()
	for id := range strings.SplitSeq(s, ",") {
		id = strings.ToLower(strings.TrimSpace(id))
		if !slices.Contains(known, id) {
			hint := didYouMean(id, known)
			if hint == "" {
				hint = "debrief explain lists the rules"
			}
			return withHint(fmt.Errorf("%q is not a rule", id), hint)
		}
		*l = append(*l, id)
	}
	return nil
}

// ruleIDs lists the ids of all rules in the manual's order.
func ruleIDs() []string {
	var ids []string
	for _, r := range report.Rules() {
		ids = append(ids, r.ID)
	}
	return ids
}

// words is a flag that takes any text but none at all.
type words string

// String returns the text as it was given.
func (w *words) String() string { return string(*w) }

// Type returns what help calls it.
func (w *words) Type() string { return "NAME" }

// Set accepts any text that is not blank.
func (w *words) Set(s string) error {
	if strings.TrimSpace(s) == "" {
		return fmt.Errorf("needs a name")
	}
	*w = words(strings.TrimSpace(s))
	return nil
}

// A folder is a flag that takes the path of one.
type folder struct{ words }

// Type returns what help calls it.
func (*folder) Type() string { return "DIR" }

// A phrase is a flag that takes any words but none at all.
type phrase struct{ words }

// Type returns what help calls it.
func (*phrase) Type() string { return "TEXT" }

// A weekly is a flag that takes how often something is to be done in a week. It
// is a pflag.Value, so that what is no number is answered in the program's own
// words.
type weekly int

// String returns the number.
func (w *weekly) String() string { return strconv.Itoa(int(*w)) }

// Type returns what help calls it.
func (w *weekly) Type() string { return "N" }

// Set accepts none, one or more.
func (w *weekly) Set(s string) error {
	n, err := strconv.Atoi(strings.TrimSpace(s))
	const hint = "write how many there are to be in a week"
	switch {
	case err != nil:
		return withHint(fmt.Errorf("%q is not a whole number", s), hint)
	case n < 0:
		return withHint(fmt.Errorf("a goal cannot be less than nothing"), hint)
	}
	*w = weekly(n)
	return nil
}

// either joins words as in `a, b or c`.
func either(words []string) string {
	last := len(words) - 1
	if last < 1 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:last], ", ") + " or " + words[last]
}
