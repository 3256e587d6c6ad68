package render

import (
	"fmt"
	"io"
	"strings"

	"debrief/parser"
	"debrief/report"
)

// githubFormat has no file ending: workflow commands only work on standard
// output.
func githubFormat() Format {
	return Format{
		Name:  "github",
		About: "annotations of a GitHub workflow",
		Write: GitHub,
	}
}

// GitHub writes a check's findings as workflow commands, which GitHub shows
// beside the lines they are about. A finding without a file annotates the run.
func GitHub(w io.Writer, r *report.Report, o Options) error {
	var b strings.Builder
	for _, f := range findings(r, o.Least) {
		command := [...]string{parser.Error: "error", parser.Warning: "warning", parser.Note: "notice"}[f.severity]
		fmt.Fprintf(&b, "::%s %s::%s\n", command, githubProperties(f, o.Prefix), githubText(f.text()))
	}
	return emit(w, []byte(b.String()))
}

// githubProperties says where a finding stands. Columns are given only within
// one line: GitHub refuses them otherwise.
func githubProperties(f finding, prefix string) string {
	title := "title=" + githubProperty(f.id)
	src := f.place.Source
	if src == nil {
		return title
	}
	from, to := utf16Position(src, f.place.Span.Start), utf16Position(src, f.place.Span.End)
	s := fmt.Sprintf("file=%s,line=%d,endLine=%d,", githubProperty(prefix+src.Path), from.Line, to.Line)
	if from.Line == to.Line && from.Column < to.Column {
		s += fmt.Sprintf("col=%d,endColumn=%d,", from.Column, to.Column)
	}
	return s + title
}

// githubText escapes the text of a workflow command.
func githubText(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(clean(s))
}

// githubProperty escapes a property's value, in which colon and comma end it.
func githubProperty(s string) string {
	return strings.NewReplacer(":", "%3A", ",", "%2C").Replace(githubText(s))
}
