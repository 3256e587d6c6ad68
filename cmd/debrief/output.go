package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"syscall"

	"debrief/cmd/debrief/internal/workspace"
	"debrief/report"
	"debrief/report/render"
)

// standardOutput is the -o that stands for standard output.
const standardOutput = "-"

// An output is one place to write a report to, in one format.
type output struct {
	file   string // "" when it goes to a command
	format render.Format
	// command reads the report on its standard input; journal is the folder
	// that the report is about.
	command, journal string
	// links lead from a page to the notes.
	links render.Links
	// keep is --if-changed: a file that says the same but for the day it was
	// written is left alone.
	keep bool
}

// toFile reports whether it is a file that is written.
func (o output) toFile() bool { return o.file != standardOutput && o.command == "" }

// says reports whether the file reads like a rendering, the day apart on which
// each was made.
func (o output) says(rendered []byte) bool {
	if o.format.Undated == nil {
		return false // WriteFile compares the bytes
	}
	old, err := os.ReadFile(o.file)
	return err == nil && bytes.Equal(o.format.Undated(old), o.format.Undated(rendered))
}

// fileList is -o: the files to write, in the order given.
type fileList []string

// String returns the files, separated by commas.
func (l *fileList) String() string { return strings.Join(*l, ",") }

// Type returns what help calls a file.
func (l *fileList) Type() string { return "FILE" }

// Set adds a file, once.
func (l *fileList) Set(s string) error {
	if s == "" {
		return errors.New("needs the name of a file")
	}
	if slices.Contains(*l, s) {
		return fmt.Errorf("%q is named twice", s)
	}
	*l = append(*l, s)
	return nil
}

// outputs settles the format of each file. With a single file, or for one
// whose ending says nothing, --format counts; several files go by their
// endings, so that one --format does not make them all the same.
func (q *query) outputs(formats []render.Format) ([]output, error) {
	if len(q.files) == 0 {
		outputs := []output{{file: standardOutput, format: formatNamed(formats, q.format.value)}}
		return outputs, q.checkOutputs(outputs)
	}
	var outputs []output
	for _, file := range q.files {
		format, told := formatOfEnding(formats, file)
		switch {
		case q.format.value != "" && (len(q.files) == 1 || !told):
			format = formatNamed(formats, q.format.value)
		case file == standardOutput:
			format = formats[0]
		case !told:
			return nil, usage("the endings are "+either(endings(formats))+"; --format names one for any file",
				"the ending of %q names no format", file)
		}
		outputs = append(outputs, output{file: file, format: format})
	}
	return outputs, q.checkOutputs(outputs)
}

// checkOutputs refuses flags that are of no use to any output.
func (q *query) checkOutputs(outputs []output) error {
	if err := q.checkMail(outputs); err != nil {
		return err
	}
	return q.checkLink(outputs)
}

// withFormats gives outputs the formats of the same names among those that have
// something to write.
func withFormats(outputs []output, formats []render.Format) []output {
	for i := range outputs {
		outputs[i].format = formatNamed(formats, outputs[i].format.Name)
	}
	return outputs
}

// formatNamed returns the format of that name, the first one for no name.
func formatNamed(formats []render.Format, name string) render.Format {
	for _, f := range formats {
		if f.Name == name {
			return f
		}
	}
	return formats[0]
}

// formatOfEnding returns the format that the ending of a file's name tells.
func formatOfEnding(formats []render.Format, file string) (render.Format, bool) {
	ending := strings.ToLower(filepath.Ext(file))
	for _, f := range formats {
		if slices.Contains(f.Endings, ending) {
			return f, true
		}
	}
	return render.Format{}, false
}

// endings lists the endings that name a format.
func endings(formats []render.Format) []string {
	var all []string
	for _, f := range formats {
		all = append(all, f.Endings...)
	}
	return all
}

// filesOf lists the outputs that are files.
func filesOf(outputs []output) []string {
	var files []string
	for _, o := range outputs {
		if o.toFile() {
			files = append(files, o.file)
		}
	}
	return files
}

// withoutProse drops what a person would read on standard output, or from a
// command that mails it; files and what other programs read are still wanted
// when nothing is owed.
func withoutProse(outputs []output) []output {
	return slices.DeleteFunc(slices.Clone(outputs), func(o output) bool {
		return (o.file == standardOutput || o.command != "") && o.format.Prose
	})
}

// write renders the report for every output before it writes any, so that a
// failure leaves all of them as they were. Files come first, then commands,
// and standard output is last.
func (p *program) write(ctx context.Context, outputs []output, r *report.Report, o render.Options, color string) error {
	rendered := make([][]byte, len(outputs))
	for i, out := range outputs {
		var b bytes.Buffer
		o.Links = out.links
		if err := out.format.Write(&b, r, p.appearance(o, out.file, color)); err != nil {
			return fmt.Errorf("%s: %w", out.format.Name, err)
		}
		rendered[i] = b.Bytes()
	}
	if ctx.Err() != nil {
		return errInterrupted
	}
	for _, out := range outputs {
		if out.toFile() && holdsNote(out.file) {
			return withHint(fmt.Errorf("%s is a note and no report: nothing was written", out.file),
				ownFile(out.file))
		}
	}
	for i, out := range outputs {
		if !out.toFile() || out.keep && out.says(rendered[i]) {
			continue
		}
		if _, err := workspace.WriteFile(out.file, rendered[i]); err != nil {
			return err
		}
	}
	for i, out := range outputs {
		if out.command != "" {
			if err := p.hand(ctx, out, rendered[i]); err != nil {
				return err
			}
		}
	}
	for i, out := range outputs {
		if out.file == standardOutput {
			return p.print(rendered[i])
		}
	}
	return nil
}

// ownFile is the hint for a report that would go where a note is.
func ownFile(note string) string {
	name := "STATUS.md"
	if strings.EqualFold(filepath.Base(note), name) {
		name = "REPORT.md"
	}
	return "name a file of its own, such as " + name
}

// holdsNote reports whether a file is Markdown that somebody wrote: -o replaces
// reports, never notes.
func holdsNote(file string) bool {
	if !hasNoteName(file) {
		return false
	}
	info, err := os.Stat(file)
	if err != nil || !info.Mode().IsRegular() {
		return false
	}
	text, err := os.ReadFile(file)
	if err != nil || len(bytes.TrimSpace(text)) == 0 {
		return false
	}
	ours := slices.ContainsFunc(render.MarkdownTitles, func(title string) bool { return bytes.HasPrefix(text, []byte(title)) }) || bytes.Contains(text, []byte(`"schema": "debrief/report/`)) ||
		tally().Match(text)
	return !ours
}

// hasNoteName reports whether a file's name is a note's.
func hasNoteName(file string) bool {
	switch strings.ToLower(filepath.Ext(file)) {
	case ".md", ".markdown":
		return true
	}
	return false
}

// tally is the last line of a report in text.
var tally = sync.OnceValue(func() *regexp.Regexp { // only -o needs it
	return regexp.MustCompile(`(?m)^\d+ notes?: \d+ entr(y|ies), .*\n?\z`)
})

// print writes a result to standard output in one go. A reader that has seen
// enough, such as head, is no failure.
func (p *program) print(text []byte) error {
	_, err := p.stdout.Write(text)
	if err == nil || errors.Is(err, syscall.EPIPE) {
		return nil
	}
	return fmt.Errorf("standard output: %w", cause(err))
}
