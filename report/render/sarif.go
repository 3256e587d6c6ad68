package render

import (
	"io"
	"slices"
	"strings"

	"debrief/parser"
	"debrief/report"
)

func sarifFormat() Format {
	return Format{
		Name:    "sarif",
		Endings: []string{".sarif"},
		About:   "SARIF 2.1.0, for code scanning",
		Write:   SARIF,
	}
}

// SARIF writes a check's findings as SARIF 2.1.0. Columns count UTF-16 code
// units, URIs are relative to the root of the checked-out repository. A
// finding without a file has no location.
func SARIF(w io.Writer, r *report.Report, o Options) error {
	found := findings(r, o.Least)
	rules := sarifRules(found)
	run := sarifRun{
		Tool:       sarifTool{sarifDriver{Name: "debrief", Version: o.Version, Rules: rules}},
		ColumnKind: "utf16CodeUnits",
		Results:    []sarifResult{},
	}
	for _, f := range found {
		index := slices.IndexFunc(rules, func(rule sarifRule) bool { return rule.ID == f.id })
		run.Results = append(run.Results, newSARIFResult(f, index, o.Prefix))
	}
	b, err := marshal(sarifLog{
		Schema:  "https://json.schemastore.org/sarif-2.1.0.json",
		Version: "2.1.0",
		Runs:    []sarifRun{run},
	})
	if err != nil {
		return err
	}
	return emit(w, b)
}

// sarifRules describes the rules and kinds of problem that were found, by id.
func sarifRules(found []finding) []sarifRule {
	rules := []sarifRule{}
	for _, f := range found {
		known := func(rule sarifRule) bool { return rule.ID == f.id }
		if slices.ContainsFunc(rules, known) {
			continue
		}
		title, about, help := aboutRule(f.id)
		rules = append(rules, sarifRule{
			ID:       f.id,
			Short:    sarifMessage{title},
			Full:     optionalMessage(about),
			Help:     optionalMessage(help),
			Defaults: sarifDefaults{f.severity.String()},
		})
	}
	slices.SortFunc(rules, func(a, b sarifRule) int { return strings.Compare(a.ID, b.ID) })
	return rules
}

// aboutRule returns what a rule or a kind of problem is called, what it looks
// for, and what to do about it.
func aboutRule(id string) (title, about, help string) {
	for _, rule := range report.Rules() {
		if rule.ID == id {
			return rule.Title, rule.Looks, rule.Why
		}
	}
	if kind := parser.ProblemByID(parser.ProblemID(id)); kind.Title != "" {
		return kind.Title, kind.About, kind.Instead
	}
	return id, "", ""
}

// newSARIFResult is one finding; rule is the index of its description.
func newSARIFResult(f finding, rule int, prefix string) sarifResult {
	result := sarifResult{
		RuleID:    f.id,
		RuleIndex: rule,
		Level:     f.severity.String(),
		Message:   sarifMessage{f.text()},
	}
	if f.key != "" {
		result.Fingerprints = map[string]string{"item/v1": f.key}
	}
	src := f.place.Source
	if src == nil {
		return result
	}
	from, to := utf16Position(src, f.place.Span.Start), utf16Position(src, f.place.Span.End)
	result.Locations = []sarifLocation{{sarifPhysical{
		Artifact: sarifArtifact{relativeURI(prefix + src.Path), "%SRCROOT%"},
		Region:   sarifRegion{from.Line, from.Column, to.Line, to.Column},
	}}}
	return result
}
