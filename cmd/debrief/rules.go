package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"debrief/parser"
	"debrief/report"
)

const rulesHelp = `Prints every rule with its settings, and for each line below rules: in search.md
where it stands and what it changes. DIR is the journal's folder.`

// newRules returns the verb that shows what is switched on.
func newRules(p *program) *cobra.Command {
	return &cobra.Command{
		Use:               "rules [DIR]",
		Short:             "every rule, its settings and where this journal changes them",
		Long:              rulesHelp,
		Args:              cobra.ArbitraryArgs,
		ValidArgsFunction: completeFolders,
		RunE: func(cmd *cobra.Command, args []string) error {
			dir, err := oneFolder(cmd, args)
			if err != nil {
				return err
			}
			return p.rules(cmd.Context(), dir)
		},
	}
}

// rules prints the rules as the journal in dir sets them.
func (p *program) rules(ctx context.Context, dir string) error {
	journal, err := p.load(ctx, p.findRoot(dir), nil)
	if err != nil {
		return err
	}
	problems := report.Build(journal, p.now()).Problems
	refused := func(place parser.Place) bool {
		return slices.ContainsFunc(problems, func(problem parser.Problem) bool { return problem.Place == place })
	}
	var b strings.Builder
	for _, rule := range report.Rules() {
		writeRule(&b, rule, settingOf(journal, rule.ID), refused)
	}
	return p.print([]byte(b.String()))
}

// settingOf returns what search.md says about a rule, the zero RuleSetting
// when it says nothing.
func settingOf(j *parser.Journal, id string) parser.RuleSetting {
	for _, s := range j.Search.Rules {
		if strings.EqualFold(s.Rule.Value, id) {
			return s
		}
	}
	return parser.RuleSetting{}
}

// writeRule writes one rule, a line for itself and one for each setting. A
// value that is refused, because it could not be read, changes nothing.
func writeRule(b *strings.Builder, rule *report.Rule, set parser.RuleSetting, refused func(parser.Place) bool) {
	state, where := "on", ""
	if rule.OffByDefault {
		state = "off"
	}
	if set.On || set.Off || len(set.Values) > 0 {
		state = "on"
		if set.Off {
			state = "off"
		}
		where = at(set.Place)
	}
	fmt.Fprintf(b, "%-24s %-4s %s%s\n", rule.ID, state, rule.Title, where)
	for _, s := range rule.Settings {
		value, where := s.Default, ""
		for _, v := range set.Values {
			switch {
			case !strings.EqualFold(v.Name.Value, s.Name):
			case refused(v.Value.Place):
				where = fmt.Sprintf(", as %q cannot be read%s", visible(v.Value.Value), at(v.Value.Place))
			default:
				value = v.Value.Value
				where = fmt.Sprintf(" instead of %s%s", s.Default, at(v.Value.Place))
			}
		}
		fmt.Fprintf(b, "    %-10s %s%s\n", s.Name, visible(value), where)
	}
}

// at words where something stands in the journal.
func at(place parser.Place) string {
	start := place.Start()
	return fmt.Sprintf(" (%s:%d:%d)", visible(place.Path()), start.Line, start.Column)
}
