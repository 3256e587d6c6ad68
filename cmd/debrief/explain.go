package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"debrief/parser"
	"debrief/report"
)

const explainHelp = `Says what a rule looks for and why, with its settings, a journal that it speaks up
on and one that it is silent on; or what a problem means and what to write
instead. RULE and PROBLEM are the words in brackets at the end of a line of
debrief check. Without one it lists them all.

ITEM is the short word behind an item of the report: of that one it says what it
rests on, what records it, and what the rule is about. With --evidence git is
asked when it first saw what the notes say was done there. As JSON it is the report
with this item alone.`

// asking is what explain is asked about an item.
type asking struct {
	now      instant
	journal  folder
	evidence bool
	format   choice
}

// newExplain returns the verb that answers "why does it say that?".
func newExplain(p *program) *cobra.Command {
	q := asking{now: instant{flag: "now"}, format: choice{value: "text", words: []string{"text", "json"}}}
	cmd := &cobra.Command{
		Use:               "explain [RULE|PROBLEM|ITEM]",
		Short:             "what a rule or a problem is about",
		Long:              explainHelp,
		Args:              cobra.ArbitraryArgs,
		ValidArgsFunction: p.complete(explained),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return p.print([]byte(explainAll()))
			}
			if len(args) > 1 {
				return usage(seeHelp(cmd), "explain takes one rule, problem or item, not %d", len(args))
			}
			text, err := explain(args[0])
			switch {
			case err != nil && looksLikeID(args[0]) && p.inJournal(q.journal.String()):
				text, err = p.explainItem(cmd.Context(), &q, args[0])
			case err == nil && q.evidence:
				err = usage(whatItemsAre, "git has nothing to say about %s in general", args[0])
			case err == nil && q.format.value != "text":
				err = usage(whatItemsAre, "%s in general is told as text only", args[0])
			}
			if err != nil {
				return err
			}
			return p.print([]byte(text))
		},
	}
	cmd.Flags().SortFlags = false
	cmd.Flags().Var(&q.journal, "journal", "of an item: the journal's folder, instead of the one around here")
	cmd.Flags().Var(&q.now, "now", "of an item: the instant to report on, instead of now")
	cmd.Flags().BoolVar(&q.evidence, "evidence", false, "of an item: also when git first saw what the notes say")
	cmd.Flags().Var(&q.format, "format", "of an item: text, or json as the report has it, with what rests on it")
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(q.format.words, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

// whatItemsAre is a hint.
const whatItemsAre = "name an item by the short word behind it in the report"

// explainable lists the ids of all rules and problems.
func explainable() []string {
	ids := ruleIDs()
	for _, k := range parser.ProblemKinds() {
		ids = append(ids, string(k.ID))
	}
	return ids
}

// explainAll lists every rule and problem with its title.
func explainAll() string {
	var b strings.Builder
	b.WriteString("Rules\n")
	for _, r := range report.Rules() {
		fmt.Fprintf(&b, "  %-24s %s\n", r.ID, r.Title)
	}
	b.WriteString("\nProblems\n")
	for _, k := range parser.ProblemKinds() {
		fmt.Fprintf(&b, "  %-24s %s\n", k.ID, k.Title)
	}
	return b.String()
}

// explain describes the rule or problem of that id.
func explain(word string) (string, error) {
	id := strings.ToLower(strings.Trim(word, "[] "))
	rules := report.Rules()
	if i := slices.IndexFunc(rules, func(r *report.Rule) bool { return r.ID == id }); i >= 0 {
		return explainRule(rules[i]), nil
	}
	if k := parser.ProblemByID(parser.ProblemID(id)); k.ID != "" {
		return explainProblem(k), nil
	}
	hint := didYouMean(id, explainable())
	if hint == "" {
		hint = "debrief explain lists the rules and problems"
	}
	return "", usage(hint, "%q is neither a rule, a problem nor an item", word)
}

func explainRule(r *report.Rule) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s\n\n%s\n\n%s\n", r.ID, r.Title, wrap(r.Looks), wrap(r.Why))
	if len(r.Settings) > 0 || r.OffByDefault {
		b.WriteString("\nSettings, below rules in search.md\n")
	}
	if r.OffByDefault {
		b.WriteString("  off unless set to on\n")
	}
	for _, s := range r.Settings {
		fmt.Fprintf(&b, "  %-10s %-6s %s\n", s.Name, s.Default, s.About)
	}
	fmt.Fprintf(&b, "\nIt speaks up on\n%s\nIt is silent on\n%s", indent(r.Fires), indent(r.Silent))
	return b.String()
}

func explainProblem(k parser.ProblemKind) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s (%s): %s\n\n%s\n\n%s\n", k.ID, k.Severity, k.Title, wrap(k.About), wrap(k.Instead))
	if k.Sample != "" {
		fmt.Fprintf(&b, "\nThis causes it\n%s", indent(k.Sample))
	}
	return b.String()
}

// wrap breaks a text of the manual into lines of at most defaultWidth
// columns, paragraph by paragraph.
func wrap(text string) string {
	var b strings.Builder
	for i, paragraph := range strings.Split(strings.TrimSpace(text), "\n\n") {
		if i > 0 {
			b.WriteString("\n\n")
		}
		column := 0
		for _, word := range strings.Fields(paragraph) {
			length := len([]rune(word))
			switch {
			case column == 0:
			case column+1+length > defaultWidth:
				b.WriteString("\n")
				column = 0
			default:
				b.WriteString(" ")
				column++
			}
			b.WriteString(word)
			column += length
		}
	}
	return b.String()
}

// indent sets a sample apart from the text around it.
func indent(sample string) string {
	var b strings.Builder
	for line := range strings.Lines(strings.TrimSpace(sample) + "\n") {
		if line != "\n" {
			b.WriteString("    ")
		}
		b.WriteString(line)
	}
	return b.String()
}
