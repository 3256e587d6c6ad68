package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"debrief/cmd/debrief/internal/workspace"
	"debrief/report"
	"debrief/report/render"
)

// A target is -o of a verb that may write several files.
type target struct{ words }

// Type returns what help calls it.
func (*target) Type() string { return "FILE|DIR" }

// A draftFlags is how a verb was asked to write letters.
type draftFlags struct {
	format  choice
	out     target
	journal folder
	now     instant
}

// register defines the flags that all such verbs have.
func (f *draftFlags) register(cmd *cobra.Command) {
	f.now.flag = "now"
	var described []cobra.Completion
	for _, format := range render.DraftFormats(nil) {
		f.format.words = append(f.format.words, format.Name)
		described = append(described, cobra.CompletionWithDesc(format.Name, format.About))
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.Var(&f.format, "format", "how to write it; text unless -o says otherwise")
	flags.VarP(&f.out, "output", "o", "write into this file, or a file for each letter into this folder")
	flags.Var(&f.journal, "journal", "the journal's folder, instead of the one around here")
	flags.Var(&f.now, "now", "the instant of the report, instead of now")
	_ = cmd.RegisterFlagCompletionFunc("format", oneOf(described))
}

// oneName joins the arguments of a verb that takes one item, person or company:
// Dana Reyes is one name without quotes as well.
func oneName(args []string) []string {
	if len(args) < 2 {
		return args
	}
	return []string{strings.Join(args, " ")}
}

// notSeveral is what to do where one file cannot hold all letters.
const notSeveral = "name one of them, or a folder with -o"

// handOver writes letters where the flags say, and says on standard error what is
// left to do to them.
func (p *program) handOver(f *draftFlags, drafts []report.Draft) error {
	out := f.out.String()
	info, err := os.Stat(out)
	isFolder := err == nil && info.IsDir() || strings.HasSuffix(out, "/")
	switch {
	case out == "" || out == standardOutput:
		text, err := p.letters(formatNamed(render.DraftFormats(drafts), f.format.value), standardOutput)
		if err != nil {
			return err
		}
		if err := p.print(text); err != nil {
			return err
		}
	case isFolder:
		if err := p.handEach(f, drafts, out); err != nil {
			return err
		}
	default:
		formats := render.DraftFormats(drafts)
		format, told := formatOfEnding(formats, out)
		if f.format.value != "" {
			format = formatNamed(formats, f.format.value)
		} else if !told {
			return usage("the endings are "+either(endings(formats))+"; --format names one for any file", "the ending of %q names no format", out)
		}
		text, err := p.letters(format, out)
		if err != nil {
			return err
		}
		if err := handOver(out, text); err != nil {
			return err
		}
	}
	p.leftToDo(f.format.value, drafts)
	return nil
}

// letters renders what one file or standard output is to hold.
func (p *program) letters(format render.Format, file string) ([]byte, error) {
	var b bytes.Buffer
	err := format.Write(&b, nil, p.appearance(render.Options{}, file, "auto"))
	if errors.Is(err, render.ErrSeveral) {
		return nil, usage(notSeveral, "these are several letters, and a mail holds one")
	}
	return b.Bytes(), err
}

// handEach writes each letter into a file of its own.
func (p *program) handEach(f *draftFlags, drafts []report.Draft, dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("cannot make %s: %w", dir, cause(err))
	}
	taken := map[string]bool{}
	for i := range drafts {
		format := formatNamed(render.DraftFormats(drafts[i:i+1]), f.format.value)
		ending := ".txt"
		if len(format.Endings) > 0 {
			ending = format.Endings[0]
		}
		name := fileNameOf(&drafts[i])
		file := name + ending
		for n := 2; taken[file]; n++ {
			file = fmt.Sprintf("%s-%d%s", name, n, ending)
		}
		taken[file] = true
		text, err := p.letters(format, file)
		if err != nil {
			return err
		}
		if err := handOver(filepath.Join(dir, file), text); err != nil {
			return err
		}
	}
	return nil
}

// handOver writes one file, unless a note is there.
func handOver(file string, text []byte) error {
	if holdsNote(file) {
		return withHint(fmt.Errorf("%s is a note and no letter: nothing was written", file), "name a file of its own, such as note.eml")
	}
	_, err := workspace.WriteFile(file, text)
	return err
}

// fileNameOf names a letter's file after whom it is to.
func fileNameOf(d *report.Draft) string {
	name := d.Company
	if d.To != nil {
		name = d.To.Name + " " + d.Company
	}
	return cmp.Or(slug(name), "letter")
}

// leftToDo says what is left to do to letters before they can go out.
func (p *program) leftToDo(format string, drafts []report.Draft) {
	gaps := 0
	for i := range drafts {
		d := &drafts[i]
		gaps += d.Gaps()
		if d.Asked > 0 {
			p.remark(fmt.Sprintf("you have written to %s %s since you last heard from them", d.Company, countOf(d.Asked)), "more than two seldom help; letting it rest is fine")
		}
		if link := render.Mailto(d); format == "mailto" && len(link) > render.MailtoLength {
			p.remark(fmt.Sprintf("the link to %s has %d characters, and some programs cut it at %d", nameOf(d), len(link), render.MailtoLength), "--format eml holds any length")
		}
	}
	switch gaps {
	case 0:
	case 1:
		p.remark("one gap in brackets is yours to fill in before it goes out", "")
	default:
		p.remark(fmt.Sprintf("%d gaps in brackets are yours to fill in before anything goes out", gaps), "")
	}
}

// nameOf is whom a letter is to.
func nameOf(d *report.Draft) string {
	if d.To == nil {
		return d.Company
	}
	return d.To.Name
}

// countOf says how often in a word.
func countOf(n int) string {
	switch n {
	case 1:
		return "once"
	case 2:
		return "twice"
	}
	return fmt.Sprintf("%d times", n)
}
