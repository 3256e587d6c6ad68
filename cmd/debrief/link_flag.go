package main

import (
	"fmt"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"debrief/parser"
	"debrief/report"
	"debrief/report/render"
)

// pageFormat is the name of the format that --link belongs to.
const pageFormat = "html"

// A linkTemplate is --link.
type linkTemplate struct {
	text   string
	parsed render.LinkTemplate
}

// String returns the template as it was given.
func (l *linkTemplate) String() string { return l.text }

// Type returns what help calls it.
func (l *linkTemplate) Type() string { return "URL" }

// Set takes a template that names a note and leads nowhere else.
func (l *linkTemplate) Set(s string) error {
	parsed, err := render.ParseLink(s)
	if err != nil {
		return withHint(fmt.Errorf("%q %w", s, err), "write it as vscode://file{path}:{line}, or obsidian://open?path={path}")
	}
	*l = linkTemplate{s, parsed}
	return nil
}

// registerLink defines --link on a verb that can write a page.
func (q *query) registerLink(cmd *cobra.Command) {
	if !slices.Contains(q.format.words, pageFormat) {
		return
	}
	cmd.Flags().Var(&q.link, "link", "where a page's links to notes lead, with {path}, {file}, {line} and {column}")
	_ = cmd.RegisterFlagCompletionFunc("link", cobra.FixedCompletions([]cobra.Completion{
		"vscode://file{path}:{line}", "obsidian://open?path={path}", "file://{path}",
	}, cobra.ShellCompDirectiveNoFileComp))
}

// checkLink refuses --link where no page is written.
func (q *query) checkLink(outputs []output) error {
	written := func(o output) bool { return o.format.Name == pageFormat }
	if q.link.text == "" || slices.ContainsFunc(outputs, written) {
		return nil
	}
	return usage("add --format html, or -o with a name that ends in .html", "--link is for a page, and none is written")
}

// links say where a page's links lead: as --link has it, else from the folder
// of the page to the journal in root. A page for standard output lies nowhere
// yet, and is taken to be put into the journal's folder.
func (q *query) links(root, file string) render.Links {
	if root == standardInput {
		return render.Links{None: true}
	}
	links := render.Links{Template: q.link.parsed, Root: filepath.ToSlash(absolute(root))}
	if file == standardOutput || file == "" {
		return links
	}
	from, to := filepath.Dir(absolute(file)), absolute(root)
	way, err := filepath.Rel(from, to)
	if err != nil {
		way = to // on another drive
	}
	links.Base = filepath.ToSlash(way)
	return links
}

// absolute is a path from the root, as far as that can be told.
func absolute(path string) string {
	whole, err := filepath.Abs(path)
	if err != nil {
		return path
	}
	return whole
}

// draw gives a report its pictures where one of the outputs shows them.
func draw(r *report.Report, j *parser.Journal, outputs []output) {
	if slices.ContainsFunc(outputs, func(o output) bool { return o.format.Draws }) {
		r.Pictures = report.Draw(j, r.Now)
	}
}
