package report

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"debrief/parser"
)

// settings are the rules as search.md has them: which run, and with which
// thresholds.
type settings struct {
	on   map[string]bool // by rule: what search.md turned on or off
	text map[string]string
}

// runs reports whether a rule runs at all.
func (s settings) runs(r *Rule) bool {
	if on, written := s.on[r.ID]; written {
		return on
	}
	return !r.OffByDefault
}

// off reports whether search.md turned a rule off.
func (s settings) off(rule string) bool {
	on, written := s.on[rule]
	return written && !on
}

// span returns a rule's threshold as a length of time. Only values that parse
// are ever kept, so there is nothing to report here.
func (s settings) span(rule, name string) span {
	length, _ := parseSpan(s.text[rule+" "+name])
	return length
}

// number returns a rule's threshold as a count.
func (s settings) number(rule, name string) int {
	n, _ := strconv.Atoi(s.text[rule+" "+name])
	return n
}

// readSettings takes the rules' defaults and search.md's changes together, and
// reports what search.md asks for and no rule knows.
func readSettings(rules []*Rule, changes []parser.RuleSetting) (settings, []parser.Problem) {
	set := settings{on: map[string]bool{}, text: map[string]string{}}
	for _, r := range rules {
		for _, s := range r.Settings {
			set.text[r.ID+" "+s.Name] = s.Default
		}
	}
	var problems []parser.Problem
	for _, change := range changes {
		rule := ruleNamed(rules, change.Rule.Value)
		if rule == nil {
			problems = append(problems, unknownRule(rules, change.Rule.Value, change.Place))
			continue
		}
		if change.On || change.Off || len(change.Values) > 0 {
			set.on[rule.ID] = !change.Off
		}
		for _, value := range change.Values {
			if p, ok := set.apply(rule, value); !ok {
				problems = append(problems, p)
			}
		}
	}
	return set, problems
}

// apply changes one threshold; false comes with what is wrong.
func (s settings) apply(rule *Rule, change parser.Setting) (parser.Problem, bool) {
	name := strings.ToLower(strings.TrimSpace(change.Name.Value))
	i := slices.IndexFunc(rule.Settings, func(s Setting) bool { return s.Name == name })
	if i < 0 {
		return unknownSetting(rule, change.Name), false
	}
	setting := rule.Settings[i]
	if !setting.accepts(change.Value.Value) {
		return parser.Problem{
			ID:      parser.BadValue,
			Place:   change.Value.Place,
			Message: fmt.Sprintf("%q is no value for %s of %s", change.Value.Value, setting.Name, rule.ID),
			Hint:    setting.hint(),
		}, false
	}
	s.text[rule.ID+" "+setting.Name] = strings.TrimSpace(change.Value.Value)
	return parser.Problem{}, true
}

// isSpan reports whether a setting is a length of time rather than a count.
func (s Setting) isSpan() bool {
	_, err := parseSpan(s.Default)
	return err == nil
}

// accepts reports whether text is a value for the setting.
func (s Setting) accepts(text string) bool {
	if s.isSpan() {
		_, err := parseSpan(text)
		return err == nil
	}
	n, err := strconv.Atoi(strings.TrimSpace(text))
	return err == nil && n >= 0 && n <= maxSpan
}

// hint says how a value of the setting is written.
func (s Setting) hint() string {
	if s.isSpan() {
		return fmt.Sprintf("write hours or days, such as %s or 2d", s.Default)
	}
	return fmt.Sprintf("write a whole number, such as %s", s.Default)
}
