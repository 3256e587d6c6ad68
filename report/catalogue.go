package report

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"debrief/parser"
)

// ruleNamed returns the rule that a key of a note names, nil when there is
// none. Like every key it folds case, spaces, hyphens and underscores.
func ruleNamed(rules []*Rule, key string) *Rule {
	i := slices.IndexFunc(rules, func(r *Rule) bool { return foldRule(r.ID) == foldRule(key) })
	if i < 0 {
		return nil
	}
	return rules[i]
}

func foldRule(key string) string {
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == '-' || r == '_' {
			return -1
		}
		return unicode.ToLower(r)
	}, key)
}

func unknownRule(rules []*Rule, name string, place parser.Place) parser.Problem {
	var ids []string
	for _, r := range rules {
		ids = append(ids, r.ID)
	}
	return parser.Problem{
		ID:      parser.UnknownRule,
		Place:   place,
		Message: fmt.Sprintf("there is no rule %q", name),
		Hint:    suggest(name, ids, "`debrief rules` lists them all"),
	}
}

func unknownSetting(rule *Rule, name parser.Text) parser.Problem {
	var names []string
	for _, s := range rule.Settings {
		names = append(names, s.Name)
	}
	other := "it has no settings, only on and off"
	if len(names) > 0 {
		other = "it has " + strings.Join(names, ", ")
	}
	return parser.Problem{
		ID:      parser.UnknownSetting,
		Place:   name.Place,
		Message: fmt.Sprintf("%s has no setting %q", rule.ID, name.Value),
		Hint:    suggest(name.Value, names, other),
	}
}

// suggest names the known word nearest to one that is not, when a slip of the
// finger explains the difference, and says otherwise what else there is.
func suggest(word string, known []string, otherwise string) string {
	slices.Sort(known)
	best, distance := "", 1+max(1, len(word)/4)
	for _, k := range known {
		if d := editDistance(strings.ToLower(word), k); d < distance {
			best, distance = k, d
		}
	}
	if best == "" {
		return otherwise
	}
	return fmt.Sprintf("did you mean %s?", best)
}

// editDistance counts the single letters to insert, drop or change.
func editDistance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
